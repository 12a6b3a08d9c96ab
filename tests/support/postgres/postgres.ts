/** Databases for tests on PostgreSQL: each test has one of its own, and none is left. */
import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject, onTestFinished } from "vitest";

/** The server of this test run; undefined where none could be started. */
const server = inject("postgres");

/** False where there is none: tests that need it are left out, and the start of the run says why. */
export const isPostgresHere = server !== undefined;

/** Why no test may start and stop a server of its own here; empty when it may. */
export const whyNoOther = inject("isPostgresOurs")
  ? ""
  : " (left out: DATABASE_URL names a server that stays)";

/** The address of a new, empty database, which is dropped when the test is finished. */
export async function aDatabase(): Promise<string> {
  if (server === undefined) throw new Error("there is no PostgreSQL here");
  const name = `waymark_${randomBytes(6).toString("hex")}`;
  await onDatabase(server, `create database ${name}`);
  onTestFinished(() => onDatabase(server, `drop database if exists ${name} with (force)`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs statements as somebody else than the server under test. */
export async function onDatabase(url: string, ...statements: readonly string[]): Promise<void> {
  const client = await connected(url);
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** A connection of a test's own. */
export async function connected(url: string): Promise<Client> {
  const client = new Client(url);
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
