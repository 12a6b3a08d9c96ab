import { afterEach, describe } from "vitest";
import { testRowStorage } from "#tests/contract/row-storage.ts";
import { newPerson } from "#tests/support/browser/databases.ts";
import { toySealing } from "#tests/support/toy-sealing.ts";
import { openDatabase } from "./database.ts";
import type { Database } from "./database.ts";
import { createRecordStorage } from "./record-storage.ts";
import type { Sealing } from "./sealing.ts";

const open: Database[] = [];

afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});

const openStorage = (sealing?: Sealing) => async () => {
  const database = await openDatabase(newPerson(), sealing);
  open.push(database);
  return createRecordStorage(database, { now: () => Date.now() });
};

describe("rows in the browser", () => {
  testRowStorage(openStorage());
});
describe("rows in the browser, sealed", () => {
  testRowStorage(openStorage(toySealing));
});
