/**
 * The real server, asked in process: its own handlers over its own database in a file, so that it can
 * be switched off, copied and set back. Only the way there by HTTP is left out.
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Scope } from "#model/access.ts";
import type { Id } from "#model/id.ts";
import { readMessage, writeMessage } from "#model/wire/protocol.ts";
import type { Message, MessageName } from "#model/wire/protocol.ts";
import type { Outcome } from "#model/outcome.ts";
import { createMemoryJournal, type Journal } from "#server/journal/journal.ts";
import { journaled } from "#server/journal/journaled-storage.ts";
import { replayJournal } from "#server/journal/replay.ts";
import { openSqlite } from "#server/storage/sqlite.ts";
import type { SqliteStorage } from "#server/storage/sqlite.ts";
import type { Surroundings } from "#server/surroundings.ts";
import { audit } from "#server/sync/audit.ts";
import { createBell } from "#server/bell/bell.ts";
import type { Hand } from "#server/sync/desk/kept.ts";
import { beginEpoch, endRecovery, renewEpoch } from "#server/sync/epoch.ts";
import { pull } from "#server/sync/pull.ts";
import { push } from "#server/sync/push.ts";
import { offer, recover } from "#server/sync/recovery.ts";
import { openSignet } from "#server/sync/signet.ts";
import type { Site } from "#server/sync/site.ts";
import { createMetrics } from "#server/watching/metrics.ts";
import { tray } from "#server/sync/tray.ts";
import type { Chance } from "./chance.ts";
import type { Reply, RequestName, Serve } from "./network.ts";
import { openLook, settlePeople } from "./server-look.ts";
import type { Look } from "./server-look.ts";
import { owners } from "#tests/sync/writing/people.ts";
import type { Held, ServerRecord } from "#tests/sync/writing/truth.ts";

/** A server that devices can ask, and that things can happen to. */
export interface SimulatedServer {
  readonly serve: Serve;
  /** Every record it holds, read. */
  records(): Promise<readonly ServerRecord[]>;
  /** Those of these rows that say something it has not; what was erased is not asked for. */
  readonly lacking: Look["lacking"];
  /** What lies in its tray, read. */
  tray(): Promise<readonly Held[]>;
  /** The digests it keeps of these scopes. */
  digests(scopes: readonly Scope[]): Promise<ReadonlyMap<Scope, number>>;
  /** The last position it gave. */
  highest(): Promise<number>;
  /** Ends the process and starts another over the same file. */
  restart(): Promise<void>;
  /** Keeps a copy of the file as it is now. */
  backUp(): Promise<void>;
  /** How many copies there are to go back to, of whatever epoch. */
  readonly backups: number;
  /** True once it went back to a copy: from then on audits have something to heal. */
  readonly wasSetBack: boolean;
  /** How often it did. */
  readonly setBacks: number;
  /** Goes back to a copy: the last one, or one by its number from 0. The journal outlives it, unless it is lost too. */
  restore(which?: number, isJournalLost?: boolean): Promise<void>;
  /** Tells the server that it went back, as an operator should. */
  announceRestore(): Promise<void>;
  /** Stops waiting for devices to bring back what was lost. */
  endRecovery(): Promise<void>;
  close(): Promise<void>;
}

/** Pages so small that a first contact takes several. */
const smallPage = { rows: 6, bytes: 4000 };

/** A tray so small that it is often full. */
const smallTrayBytes = 500;

const answers: {
  readonly [N in RequestName]: (site: Site, hand: Hand, body: Uint8Array) => Promise<Outcome<Uint8Array>>;
} = {
  push: answering("push", "pushed", push),
  pull: answering("pull", "pulled", (site, { person }, message) => pull(site, person, message, smallPage)),
  audit: answering("audit", "audited", (site, { person }, message) => audit(site, person, message)),
  offer: answering("offer", "wanted", (site, { person }, message) => offer(site, person, message)),
  recover: answering("recover", "recovered", recover),
  tray: answering("tray", "trayed", (site, hand, message) => tray(site, hand, message, smallTrayBytes)),
};

/** Reads a request, asks, and writes the answer. */
function answering<Q extends MessageName, A extends MessageName>(
  question: Q,
  answer: A,
  ask: (site: Site, hand: Hand, message: Message<Q>) => Promise<Outcome<Message<A>>>,
) {
  return async (site: Site, hand: Hand, body: Uint8Array): Promise<Outcome<Uint8Array>> => {
    const message = readMessage(question, body);
    if (!message.ok) return message;
    const outcome = await ask(site, hand, message.value);
    return outcome.ok ? { ok: true, value: writeMessage(answer, outcome.value) } : outcome;
  };
}

/** Memory that looks like a disk, where the system has it: a world syncs to its disk hundreds of times. */
const fastFolder = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** Starts a server that knows the people of this world and nothing else. */
export async function openServer(given: {
  readonly chance: Chance;
  readonly now: () => number;
}): Promise<SimulatedServer> {
  const surroundings = surroundingsOf(given);
  const folder = mkdtempSync(join(fastFolder, "waymark-world-"));
  let file = join(folder, "0.db");
  let copies = 0;
  let setBacks = 0;
  const backups: string[] = [];
  let journal = createMemoryJournal();
  let storage = await openSqlite({ file });
  const ids = new Set<Id>();
  await beginEpoch(storage, surroundings);
  for (const id of await settlePeople(storage, surroundings)) ids.add(id);
  let site = await siteOver(storage, surroundings, journal);
  const restart = async () => {
    await storage.close();
    storage = await openSqlite({ file });
    site = await siteOver(storage, surroundings, journal);
  };
  const look = openLook(() => storage);
  return {
    async serve(from, name, body) {
      for (const id of idsIn(name, body)) ids.add(id);
      const outcome = await answers[name](site, handOf(from), body);
      return replyOf(outcome);
    },
    records: () => look.records([...ids]),
    lacking: (rows) => look.lacking(rows),
    tray: () => look.tray(),
    digests: (scopes) => look.digests(scopes),
    highest: () => storage.read((t) => t.scopes.highest()),
    restart,
    async backUp() {
      copies += 1;
      const copy = join(folder, `copy${copies}.db`);
      await storage.copyTo(copy);
      backups.push(copy);
    },
    get wasSetBack() {
      return setBacks > 0;
    },
    get setBacks() {
      return setBacks;
    },
    get backups() {
      return backups.length;
    },
    async restore(which = backups.length - 1, isJournalLost = false) {
      if (isJournalLost) journal = createMemoryJournal();
      const backup = backups[which];
      if (backup === undefined) return;
      copies += 1;
      file = join(folder, `restored${copies}.db`);
      cpSync(backup, file);
      setBacks += 1;
      await restart();
    },
    announceRestore: () => renewEpoch(storage, surroundings),
    endRecovery: () => endRecovery(storage),
    async close() {
      await storage.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const surroundingsOf = ({
  chance,
  now,
}: {
  readonly chance: Chance;
  readonly now: () => number;
}): Surroundings => ({
  clock: now,
  random: chance.random,
  secrets: (sizeBytes) => Uint8Array.from({ length: sizeBytes }, () => chance.below(256)),
});

async function siteOver(storage: SqliteStorage, surroundings: Surroundings, journal: Journal): Promise<Site> {
  await replayJournal(storage, surroundings, await journal.entries());
  const quiet = () => undefined;
  const signet = await openSignet(storage, surroundings);
  return {
    storage: journaled(storage, { journal, ...surroundings }),
    surroundings,
    signet,
    bell: createBell(storage),
    metrics: createMetrics(),
    log: { info: quiet, warn: quiet, error: quiet },
  };
}

function handOf(from: string): Hand {
  const owner = owners.find(({ name }) => name === from);
  if (!owner) throw new Error(`nobody's device: ${from}`);
  return { person: owner.person, device: owner.name };
}

function replyOf(outcome: Outcome<Uint8Array>): Reply {
  if (outcome.ok) return { status: 200, body: outcome.value };
  return {
    status: outcome.problem.code === "epoch-changed" ? 409 : 400,
    body: writeMessage("problem", { problem: outcome.problem }),
  };
}

/** Every record anybody ever tried to bring. */
function idsIn(name: RequestName, body: Uint8Array): readonly Id[] {
  if (name !== "push" && name !== "recover") return [];
  const message = readMessage(name, body);
  return message.ok ? message.value.records.map(({ envelope }) => envelope.id) : [];
}
