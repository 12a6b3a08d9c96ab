import { describe } from "vitest";
import { createMemoryRows } from "#tests/support/memory-rows.ts";
import { testRowStorage } from "./row-storage.ts";

describe("rows in memory", () => {
  testRowStorage(async () => createMemoryRows());
});
