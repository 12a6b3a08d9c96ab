/** What a server's database is given before a world starts, and what the oracle reads out of it. */
import type { Scope } from "#model/access.ts";
import type { Id } from "#model/id.ts";
import { sameBytes } from "#model/record/bytes.ts";
import { mergeStates, type State } from "#model/record/record.ts";
import type { KeptRecord, Storage } from "#server/storage/storage.ts";
import type { Surroundings } from "#server/surroundings.ts";
import { accept } from "#server/sync/accept.ts";
import { openDesk } from "#server/sync/desk/desk.ts";
import { envelopeOf } from "#server/sync/desk/kept.ts";
import { grace, learners, settledRecords } from "#tests/sync/writing/people.ts";
import { readState } from "#tests/sync/writing/truth.ts";
import type { Held, ServerRecord } from "#tests/sync/writing/truth.ts";

/** Puts what is settled about the people of the world where their records belong; their ids. */
export function settlePeople(
  storage: Storage,
  { random, clock }: Pick<Surroundings, "random" | "clock">,
): Promise<readonly Id[]> {
  return storage.write(async (t) => {
    const desk = openDesk(t, clock());
    const records = settledRecords(random, clock());
    for (const record of records) {
      const { createdBy = grace, createdAt = clock() } = record.envelope;
      const stamps = { createdBy, createdAt, arrivedAt: clock() };
      const outcome = await accept(
        desk,
        { person: grace, device: "the school's list" },
        { ...record, stamps },
      );
      if (!outcome.ok) throw new Error(`${record.envelope.id}: ${outcome.problem.code}`);
    }
    await desk.flush();
    return records.map(({ envelope }) => envelope.id);
  });
}

/** Reads what a server holds. */
export interface Look {
  /** Those of the records it holds, read. */
  records(ids: readonly Id[]): Promise<readonly ServerRecord[]>;
  /** Those of these rows that say something it has not; what was erased is not asked for. */
  lacking(rows: readonly Pick<KeptRecord, "id" | "state">[]): Promise<readonly Id[]>;
  /** What lies in its tray, read. */
  tray(): Promise<readonly Held[]>;
  /** The digests it keeps of these scopes. */
  digests(scopes: readonly Scope[]): Promise<ReadonlyMap<Scope, number>>;
}

/** Looks into the storage there is at the time; reads each state once. */
export function openLook(storage: () => Pick<Storage, "read">): Look {
  const read = createReader();
  return {
    records: async (ids) => (await storage().read((t) => t.records.byIds(ids))).map(read),
    lacking: async (rows) => {
      const ids = rows.map(({ id }) => id);
      const [kept, erased] = await storage().read(
        async (t) => [await t.records.byIds(ids), await t.records.erased(ids)] as const,
      );
      const states = new Map(kept.map(({ id, state }) => [id, state]));
      const has = (id: Id, state: State): boolean => {
        const own = states.get(id);
        return own !== undefined && sameBytes(mergeStates(own, state), own);
      };
      return rows.flatMap(({ id, state }) => (erased.has(id) || has(id, state) ? [] : [id]));
    },
    tray: async () =>
      (await storage().read((t) => t.facts.tray(learners))).map(({ envelope, state }) => {
        const parsed = JSON.parse(envelope) as Held["envelope"];
        return { envelope: parsed, value: readState(parsed, state) };
      }),
    digests: async (scopes) => {
      const marks = await storage().read((t) => t.scopes.marks(scopes));
      return new Map(scopes.map((scope) => [scope, marks.get(scope)?.digest ?? 0]));
    },
  };
}

function createReader(): (record: KeptRecord) => ServerRecord {
  const values = new Map<string, Held["value"]>();
  return (record) => {
    const envelope = envelopeOf(record);
    const key = `${record.id} ${record.hash}`;
    const value = values.get(key) ?? readState(envelope, record.state);
    values.set(key, value);
    return { envelope, value, stamps: record.stamps, hash: record.hash };
  };
}
