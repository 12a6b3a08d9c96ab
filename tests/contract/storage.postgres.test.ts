import { describe } from "vitest";
import { openPostgres } from "#server/storage/postgres.ts";
import { aDatabase, isPostgresHere } from "#tests/support/postgres/postgres.ts";
import { storageContract } from "./storage.ts";

describe.skipIf(!isPostgresHere)("on PostgreSQL", () => {
  storageContract("PostgreSQL", async () => openPostgres({ url: await aDatabase() }));
});
