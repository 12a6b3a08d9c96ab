import { createMemoryRows } from "#tests/support/memory-rows.ts";
import { testRowStorage } from "./row-storage.ts";

testRowStorage("rows in memory", async () => createMemoryRows());
