import { expect, test } from "vitest";
import { named } from "#tests/support/written.ts";
import { openOwnDatabase } from "./own-database.ts";
import { noSealing } from "./sealing.ts";

test("[S18] when something was looked at is told by the server's clock, once the device has met it", async () => {
  const own = await openOwnDatabase(named("person", `${Math.random()}`.slice(2, 10)), noSealing);
  const yearsAhead = Date.UTC(2036, 10, 2);
  await own.markSeen("log", yearsAhead);
  expect(await own.seenAt("log")).toBe(yearsAhead);
  const serverTime = Date.UTC(2026, 10, 2);
  await own.kept.changeMarks((marks) => ({ ...marks, serverTime }));
  await own.markSeen("log", yearsAhead);
  expect(await own.seenAt("log")).toBe(serverTime);
  own.close();
});
