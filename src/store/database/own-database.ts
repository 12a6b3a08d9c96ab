/**
 * What belongs to one person on this device and is no record: how far they have come with the server,
 * what it refused, what they last looked at. Kept by Dexie alone, live across tabs.
 */
import { Dexie, liveQuery } from "dexie";
import type { Table } from "dexie";
import type { Envelope } from "#model/record/envelope.ts";
import type { Id, PersonId } from "#model/id.ts";
import type { Problem } from "#model/outcome.ts";
import type { Instant } from "#model/time.ts";
import { bytesToText, textToBytes } from "#store/database/documents/base64.ts";
import type { Prints } from "#model/views/prints.ts";
import type { LookedTable } from "#store/looked.ts";
import { noMarks } from "#store/ports.ts";
import type { Marks, Refused, RowStorage } from "#store/ports.ts";
import { ownDatabaseName } from "./names.ts";
import type { Sealing } from "./sealing.ts";
import { stayDeleted } from "./stay-deleted.ts";
import type { Unwatch } from "#store/store.ts";

interface RefusedDoc {
  readonly id: Id;
  readonly refusedAt: Instant;
  readonly body: string;
}

interface RefusedBody {
  readonly envelope: Envelope;
  readonly problem: Problem;
  readonly state: string;
}

type Tray = Pick<RowStorage, "refused" | "putRefused" | "dropRefused">;
type Kept = Pick<RowStorage, "readMarks" | "changeMarks"> & Tray;

/** One person's own tables, open. */
export interface OwnDatabase {
  /** The part of the row storage that is no row. */
  readonly kept: Kept;
  watchMarks(listener: (marks: Marks) => void): Unwatch;
  watchRefusedCount(listener: (count: number) => void): Unwatch;
  readonly looked: LookedTable;
  seenAt(key: string): Promise<Instant | undefined>;
  /** By the server's clock, as what arrives is: with this device's own, years ahead, nothing would ever be new again. `at` until it met the server. */
  markSeen(key: string, at: Instant): Promise<void>;
  close(): void;
}

type Tables = Dexie & {
  readonly marks: Table<Marks, string>;
  readonly refused: Table<RefusedDoc, Id>;
  readonly seen: Table<Instant, string>;
  readonly looked: Table<Prints, Id>;
};

function openTables(person: PersonId, onCleared: () => void): Tables {
  const database = new Dexie(ownDatabaseName(person), { chromeTransactionDurability: "strict" });
  stayDeleted(database, onCleared);
  database.version(1).stores({ marks: "", refused: "id, refusedAt", seen: "" });
  database.version(2).stores({ looked: "" });
  return database as Tables;
}

/** Opens a person's own tables; rejects when the browser cannot open them. */
export async function openOwnDatabase(
  person: PersonId,
  sealing: Sealing,
  onCleared: () => void = () => undefined,
): Promise<OwnDatabase> {
  const tables = openTables(person, onCleared);
  await tables.open();
  const readMarks = async () => (await tables.marks.get("marks")) ?? noMarks;
  return {
    kept: {
      readMarks,
      changeMarks: (change) =>
        tables.transaction("rw", tables.marks, async () => {
          const before = await readMarks();
          const after = change(before);
          if (after !== before) await tables.marks.put(after, "marks");
        }),
      ...refusedTray(tables, sealing),
    },
    watchMarks: (listener) => watchQuery(readMarks, listener),
    watchRefusedCount: (listener) => watchQuery(() => tables.refused.count(), listener),
    looked: lookedTable(tables),
    seenAt: (key) => tables.seen.get(key),
    // In one go: whoever leaves the page for good does not wait for it, and no half of it may find the tables closed.
    markSeen: (key, at) =>
      tables.transaction("rw", tables.marks, tables.seen, async () => {
        await tables.seen.put((await readMarks()).serverTime ?? at, key);
      }),
    close: () => tables.close(),
  };
}

/** The most records whose prints are kept: more than a device holds. Beyond them all are begun anew. */
const mostLooked = 20_000;

const lookedTable = ({ looked }: Tables): LookedTable => ({
  lookedAt: async (ids) => {
    const found = await looked.bulkGet([...ids]);
    return new Map(ids.flatMap((id, at) => (found[at] ? [[id, found[at]] as const] : [])));
  },
  noteLooked: async (prints) => {
    if (prints.size === 0) return;
    if ((await looked.count()) > mostLooked) await looked.clear();
    await looked.bulkPut([...prints.values()], [...prints.keys()]);
  },
});

function refusedTray(tables: Tables, sealing: Sealing): Tray {
  const placeOf = (id: Id): string => `${id}/refused`;
  const read = async ({ id, refusedAt, body }: RefusedDoc): Promise<Refused> => {
    const { state, ...rest } = JSON.parse(await sealing.open(placeOf(id), body)) as RefusedBody;
    return { id, refusedAt, ...rest, state: textToBytes(state) };
  };
  return {
    async refused() {
      const docs = await tables.refused.orderBy("refusedAt").toArray();
      return Promise.all(docs.map(read));
    },
    async putRefused(id, put) {
      for (let isPut = false; !isPut;) {
        const seen = await tables.refused.get(id);
        const { refusedAt, envelope, problem, state } = put(seen && (await read(seen)));
        const body: RefusedBody = { envelope, problem, state: bytesToText(state) };
        const sealed = await sealing.seal(placeOf(id), JSON.stringify(body));
        // Sealing takes its time, which no transaction waits for: so another tab may have come between.
        isPut = await tables.transaction("rw", tables.refused, async () => {
          const there = await tables.refused.get(id);
          const isSeen = there?.body === seen?.body && there?.refusedAt === seen?.refusedAt;
          if (isSeen) await tables.refused.put({ id, refusedAt, body: sealed });
          return isSeen;
        });
      }
    },
    dropRefused: async (id, refusedAt = Infinity) => {
      await tables.refused
        .where("id")
        .equals(id)
        .and((doc) => doc.refusedAt <= refusedAt)
        .delete();
    },
  };
}

function watchQuery<T>(query: () => Promise<T>, listener: (result: T) => void): Unwatch {
  const subscription = liveQuery(query).subscribe(listener);
  return () => subscription.unsubscribe();
}
