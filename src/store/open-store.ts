/** Opens one person's store on this device: database, live access facts, records, sync. */
import { mayWrite } from "#model/access.ts";
import type { Write } from "#model/access.ts";
import { no, yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import type { Account } from "./account.ts";
import { openCircle } from "#store/records/circle.ts";
import { openDatabase } from "#store/database/database.ts";
import type { Database } from "#store/database/database.ts";
import { createLooked } from "./looked.ts";
import type { Row } from "#store/replicate/row.ts";
import type { Surroundings, Transport } from "./ports.ts";
import { createRecordStorage } from "#store/database/record-storage.ts";
import { createJottings, takeInJottings, watchJottings } from "#store/records/jottings.ts";
import { createRecords } from "#store/records/records.ts";
import type { OpenRecords } from "#store/records/records.ts";
import type { WritingGround } from "#store/records/writing.ts";
import { exportText } from "./export.ts";
import { lateReplicator, lateTransport } from "#store/replicate/late-replicator.ts";
import { usualTempo } from "#store/sync/rounds.ts";
import type { Tempo } from "#store/sync/rounds.ts";
import type { Sealing } from "#store/database/sealing.ts";
import { askToKeep } from "./storage-room.ts";
import { problemOf, watchedStorage } from "./storage-failure.ts";
import type { Seen, Store } from "./store.ts";
import { startSync } from "#store/sync/sync.ts";
import type { OpenSync } from "#store/sync/sync.ts";
import { hangDoorbell as hangServerDoorbell } from "#store/sync/doorbell.ts";
import type { HangDoorbell } from "#store/sync/doorbell.ts";
import { createWatching } from "#store/database/watching.ts";
import type { Watching } from "#store/database/watching.ts";

/** What may be set when a store is opened; people get what is usual. */
export interface StoreOptions {
  /** Seals words on their way to the disk. */
  readonly sealing?: Sealing;
  readonly transport?: Transport;
  readonly surroundings?: Surroundings;
  readonly tempo?: Tempo;
  readonly hangDoorbell?: HangDoorbell;
}

const usualSurroundings: Surroundings = { now: () => Date.now(), random: () => Math.random() };

/** Opens a person's store. Problem: `storage-failed` or `storage-full` when the browser cannot open it; a reload may. */
export async function openStore(account: Account, options: StoreOptions = {}): Promise<Outcome<Store>> {
  let database: Database;
  try {
    database = await openDatabase(account.person, options.sealing);
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
  return yes(await openOver(database, account, options));
}

async function openOver(database: Database, account: Account, options: StoreOptions): Promise<Store> {
  const { surroundings = usualSurroundings, tempo = usualTempo } = options;
  const { person, device } = account;
  const { transport, hangUp } = untilHungUp(options.transport ?? lateTransport(person));
  const { own } = database;
  const storage = watchedStorage(createRecordStorage(database, surroundings), database.isCleared);
  const watching = createWatching(database.records, person);
  const circle = openCircle(watching);
  const may = (write: Write): boolean => mayWrite(circle.now(), person, write);
  const replicator = lateReplicator({ storage, transport, surroundings, may });
  const { hangDoorbell = hangServerDoorbell } = options;
  // What the status says and who belongs to whom are asked for together; no round asks who may before it is known.
  const [sync] = await Promise.all([
    startSync({
      account,
      storage,
      own,
      watching,
      round: () => circle.isRead.then(() => replicator.round()),
      surroundings,
      tempo,
      hangDoorbell,
    }),
    circle.isRead,
  ]);
  const looked = createLooked(own.looked);
  const sendSoon = afterSaving(sync);
  const onSaved = (before: Row | undefined, after: Row): void => {
    looked.follow(before, after);
    sendSoon();
  };
  const writing = { storage, surroundings, person, may, onSaved };
  const { records, stop } = await openRecords(writing, { database, watching, isSealed: !!options.sealing });
  void database.cleared.then(() => {
    records.unsettle();
    sync.cleared();
  });
  return {
    person,
    device,
    records,
    sync,
    circle: () => circle.now(),
    may,
    seen: createSeen(own, surroundings),
    looked,
    export: () => exportText(storage, account, surroundings),
    close: async () => {
      stop();
      await records.flush();
      await looked.settle();
      hangUp();
      await sync.close();
      watching.close();
      await database.close();
    },
  };
}

/** A mark that could not be kept, or read, is shown once more; nothing anybody wrote depends on it. */
const createSeen = (own: Database["own"], { now }: Surroundings): Seen => ({
  at: (key) => own.seenAt(key).catch(() => undefined),
  mark: (key) => own.markSeen(key, now()).catch(() => undefined),
});

interface RecordsGround {
  readonly database: Pick<Database, "isCleared">;
  readonly watching: Watching;
  readonly isSealed: boolean;
}

/** The person's records, with what was jotted down of them taken in, and whatever other tabs will. */
async function openRecords(
  writing: Omit<WritingGround, "jottings">,
  { database, watching, isSealed }: RecordsGround,
): Promise<{ readonly records: OpenRecords; readonly stop: () => void }> {
  const { person, surroundings } = writing;
  // Sealing takes its time, which there is none of when words are jotted down.
  const jottings = isSealed ? undefined : createJottings(person, surroundings, database.isCleared);
  const ground: WritingGround = { ...writing, jottings };
  const stop = watchJottings(person, () => void takeInJottings(ground));
  await takeInJottings(ground);
  return { records: createRecords(ground, watching), stop };
}

/** The same transport until it is hung up: from then on nothing is waited for. */
function untilHungUp(transport: Transport): { readonly transport: Transport; readonly hangUp: () => void } {
  const { promise, resolve } = Promise.withResolvers<Outcome<never>>();
  return {
    transport: { ask: (name, message) => Promise.race([transport.ask(name, message), promise]) },
    hangUp: () => resolve(no("offline")),
  };
}

/** After a write: a round before long, and after the first the browser is asked to keep what is stored. */
function afterSaving(sync: OpenSync): () => void {
  let hasAsked = false;
  return () => {
    sync.written();
    if (!hasAsked) void askToKeep();
    hasAsked = true;
  };
}
