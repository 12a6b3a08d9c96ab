/** A database of its own on a PostgreSQL server, under two nodes. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { openPostgres } from "#server/storage/postgres.ts";
import type { StartedPostgres } from "#tests/support/postgres/postgres-ready.ts";
import { giveCommand } from "./commands.ts";
import { newPlace, using } from "./database.ts";
import type { Database } from "./database.ts";
import { cutPostgresPower, killPostgres } from "./postgres-power-cut.ts";

/** A server: one that was started for this can be stopped, killed and started anew, too. */
export type PostgresServer = Pick<StartedPostgres, "url"> & Partial<StartedPostgres>;

/** Loaded before a node's own main file, so that it answers before the disk has what it answers about. */
const hastyNode = new URL("./hasty-node.ts", import.meta.url).href;

/** Makes a new database on a server; `isHasty` is a mistake in its nodes that a power cut has to bring to light. */
export async function createPostgresDatabase(
  server: PostgresServer,
  { isHasty = false } = {},
): Promise<Database> {
  const place = newPlace();
  const name = `nemesis_${process.pid}_${Date.now()}`;
  const address = new URL(server.url);
  address.pathname = `/${name}`;
  const url = address.href;
  const copyOf = (which: number) => `${name}_copy${which}`;
  const environment = {
    DATABASE_URL: url,
    JOURNAL_DIR: join(place, "journal"),
    DATA_DIR: join(place, "data"),
    ...(isHasty && { NODE_OPTIONS: `--import=${hastyNode}` }),
  };
  let copies = 0;
  const does = (...statements: readonly string[]) => onServer(server.url, statements);
  await does(`create database ${name}`);
  return {
    nodes: 2,
    environmentOf: (node) => ({ ...environment, DATA_DIR: join(place, `data${node}`) }),
    use: (work) => using(() => openPostgres({ url }), work),
    get copies() {
      return copies;
    },
    copiesAtRest: true,
    copy: async () => {
      await does(endConnections(name), `create database ${copyOf(copies)} template ${name}`);
      copies += 1;
    },
    goBack: async ({ which, isAnnounced, shiftMs }) => {
      await does(`drop database ${name} with (force)`, `create database ${name} template ${copyOf(which)}`);
      if (isAnnounced) await giveCommand(["restore"], { environment, shiftMs });
    },
    fileSizeBytes: () => undefined,
    disturb: async (how) => {
      if (how === "connections") await does(`${endConnections(name)} and random() < 0.7`);
      else {
        if (!isOwn(server)) return false;
        if (how === "restart") await server.stop();
        else if (!(await killPostgres(server.folder))) return false;
        await server.start();
      }
      return true;
    },
    noteAnswered: () => undefined,
    cutPower: async (chance, lights) => {
      if (isOwn(server)) return cutPostgresPower(server, chance, lights);
      await lights.out();
      await lights.quiet();
      return undefined;
    },
    place: `${place} and ${url}`,
    close: async (isKept) => {
      if (isKept) return;
      const all = [name, ...Array.from({ length: copies }, (_, which) => copyOf(which))];
      await does(...all.map((each) => `drop database if exists ${each} with (force)`));
      rmSync(place, { recursive: true, force: true });
    },
  };
}

const isOwn = (server: PostgresServer): server is StartedPostgres => server.folder !== undefined;

const endConnections = (name: string): string =>
  `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`;

async function onServer(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client(url);
  // A server that is stopped ends this connection, too.
  client.on("error", () => undefined);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
