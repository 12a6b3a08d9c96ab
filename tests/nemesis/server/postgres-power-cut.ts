/**
 * What a power cut leaves of a PostgreSQL: every process of it is gone at once, and of its log is left what it had
 * flushed by its own account once nobody was answered any more, and as much of the rest as chance has it. All that was
 * answered had been flushed, if it was waited for; data files follow the log. That a flush reaches the disk is believed.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import type { StartedPostgres } from "#tests/support/postgres/postgres-ready.ts";
import type { Chance } from "#tests/sync/world/chance.ts";
import type { Lights } from "./database.ts";

/**
 * How a server is set whose power is to be cut: nothing but a commit that waits for it flushes the log, or moves
 * anything from it into the data, so that what a commit did not wait for is lost for certain.
 */
export const cutSettings = [
  "wal_writer_delay=10s",
  "bgwriter_lru_maxpages=0",
  "checkpoint_timeout=1d",
  "autovacuum=off",
] as const;

/**
 * Until the server starts anew nothing flushes its log behind a commit's back: its log writer does so every ten seconds,
 * however it is set, and a slow machine may take that long. Gives the way to let it go on, if the power never fails.
 */
export async function holdLogWriter({ folder }: Pick<StartedPostgres, "folder">): Promise<() => void> {
  const writer = (): number | undefined =>
    childrenOf(firstProcessOf(folder)).find((pid) => commandOf(pid).includes("walwriter"));
  let pid = writer();
  for (; pid === undefined; pid = writer()) await pause(2);
  const held = pid;
  signal(held, "SIGSTOP");
  return () => signal(held, "SIGCONT");
}

/** Cuts it, and starts the server again on what is left. How many bytes nobody had flushed; undefined where it cannot be done. */
export async function cutPostgresPower(
  server: StartedPostgres,
  chance: Chance,
  lights: Lights,
): Promise<number | undefined> {
  const client = new Client(server.url);
  client.on("error", () => undefined);
  await client.connect();
  await lights.out();
  const movedAtNs = checkpointAtNs(server.folder);
  const log = await logOf(client);
  const isKilled = await killPostgres(server.folder);
  // Its end says more than an error does: it is gone with the server.
  await client.end().catch(() => undefined);
  await lights.quiet();
  if (!isKilled) return undefined;
  if (checkpointAtNs(server.folder) === movedAtNs) tear(server.folder, log, chance);
  await server.start();
  return Number(log.inserted - log.flushed);
}

/** Where the log stands, in bytes from its beginning. */
interface Log {
  readonly flushed: bigint;
  readonly inserted: bigint;
  readonly fileBytes: bigint;
}

async function logOf(client: Client): Promise<Log> {
  const { rows } = await client.query<Record<keyof Log, string>>(
    `select pg_current_wal_flush_lsn() - '0/0'::pg_lsn as flushed,
      pg_current_wal_insert_lsn() - '0/0'::pg_lsn as inserted,
      (select setting from pg_settings where name = 'wal_segment_size') as "fileBytes"`,
  );
  const { flushed = "0", inserted = "0", fileBytes = "1" } = rows[0] ?? {};
  return { flushed: BigInt(flushed), inserted: BigInt(inserted), fileBytes: BigInt(fileBytes) };
}

/** When it last noted how far the data had followed the log. */
const checkpointAtNs = (folder: string): bigint =>
  statSync(join(folder, "global", "pg_control"), { bigint: true }).mtimeNs;

/** Of what was not flushed a part is kept, up to any byte; the rest of its file is empty, and what follows is gone. */
function tear(folder: string, { flushed, inserted, fileBytes }: Log, chance: Chance): void {
  const kept = flushed + BigInt(chance.below(Number(inserted - flushed) + 1));
  const name = fileName(kept, fileBytes);
  const logs = join(folder, "pg_wal");
  for (const later of readdirSync(logs).filter((each) => /^[0-9A-F]{24}$/.test(each) && each > name))
    rmSync(join(logs, later));
  const file = join(logs, name);
  if (!existsSync(file)) return;
  truncateSync(file, Number(kept % fileBytes));
  truncateSync(file, Number(fileBytes));
}

/** A log's files are counted within each four gigabytes; nothing here ever leaves the first timeline. */
function fileName(at: bigint, fileBytes: bigint): string {
  const perLog = 0x1_0000_0000n / fileBytes;
  const number = at / fileBytes;
  return [1n, number / perLog, number % perLog]
    .map((part) => part.toString(16).toUpperCase().padStart(8, "0"))
    .join("");
}

/** Kills every process of the server in this folder at once. False where the system does not tell which they are. */
export async function killPostgres(folder: string): Promise<boolean> {
  if (!existsSync("/proc/self/stat")) return false;
  const first = firstProcessOf(folder);
  // It stands still first, so that it neither begins others nor mends what happens to them.
  process.kill(first, "SIGSTOP");
  const others = childrenOf(first);
  for (const pid of [...others, first]) signal(pid, "SIGKILL");
  while (stateOf(first) !== undefined || others.some(isAlive)) await pause(2);
  return true;
}

const firstProcessOf = (folder: string): number =>
  Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
};

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}

/** State and parent stand behind the name, which may hold anything. */
function statOf(pid: number): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

const childrenOf = (parent: number): readonly number[] =>
  readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && Number(statOf(pid)[1]) === parent);

const stateOf = (pid: number): string | undefined => statOf(pid)[0];

/** Who has ended and is only not yet buried holds nothing any more. */
const isAlive = (pid: number): boolean => !["Z", undefined].includes(stateOf(pid));
