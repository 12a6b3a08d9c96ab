/**
 * One person's records as the screens use them: live to read, durable when a change resolves. Access
 * is asked before anything is written; a change joins the editor that has the record open, if one has.
 */
import { kindOfId } from "#model/id.ts";
import type { Id, KindName } from "#model/id.ts";
import { no, yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import { openEditors } from "./editors.ts";
import type { Editors } from "./editors.ts";
import type { Row } from "#store/replicate/row.ts";
import { attempted } from "#store/storage-failure.ts";
import type { About, EditOf, Records, StoredRecord } from "#store/store.ts";
import type { Watching } from "#store/database/watching.ts";
import { eraseRecords } from "./erasing.ts";
import { editedRow, newEnvelope, newId } from "./writing.ts";
import type { WritingGround } from "./writing.ts";

/** Records, and what only the store itself may do with them. */
export interface OpenRecords extends Records {
  /** Resolves when everything typed in this tab has been tried to be made durable. */
  flush(): Promise<void>;
  /** What was stored is gone from this device without anybody having asked for that. */
  unsettle(): void;
}

/** One person's records over their storage. */
export function createRecords(ground: WritingGround, watching: Watching): OpenRecords {
  const editors = openEditors(ground, watching);
  const parts: Parts = { ground, watching, editors };
  return {
    get: async <K extends KindName>(id: Id<K>) => (await watching.get(id)) as StoredRecord<K> | undefined,
    watch: (id, listener) => watching.record(id, listener as (record: StoredRecord | undefined) => void),
    watchAll: (kind, filter, listener) =>
      watching.all(kind, filter, listener as (records: readonly StoredRecord[]) => void),
    create: async (kind, about, edit) => {
      const id = newId(ground, { kind, about, edit });
      return changeRecord(parts, { id, kind, about, edit });
    },
    createAll: (kind, about, edits) => createTogether(ground, { kind, about, edits }),
    change: async <K extends KindName>(id: Id<K>, edit: EditOf<K>, about?: About<K>) => {
      const kind = kindOfId(id) as K | undefined;
      return kind ? changeRecord(parts, { id, kind, about, edit }) : no("unknown-kind");
    },
    open: (id, about) => editors.open(id, about),
    begin: async (kind, about, beginning) => editors.begin(kind, about, beginning),
    unsaved: editors.unsaved,
    erase: (ids) => eraseRecords(ground, ids),
    flush: () => editors.flush(),
    unsettle: () => editors.unsettle(),
  };
}

interface Parts {
  readonly ground: WritingGround;
  readonly watching: Watching;
  readonly editors: Editors;
}

interface Change<K extends KindName> {
  readonly id: Id<K>;
  readonly kind: K;
  readonly about: About<K> | undefined;
  readonly edit: EditOf<K>;
}

async function changeRecord<K extends KindName>(
  { ground, watching, editors }: Parts,
  change: Change<K>,
): Promise<Outcome<StoredRecord<K>>> {
  const changed = (await editors.changeIfOpen(change.id, change.edit)) ?? (await changeOnce(ground, change));
  if (!changed.ok) return changed;
  const record = await watching.get(change.id);
  return record ? yes(record as StoredRecord<K>) : no("not-found");
}

/** One edit of a record nobody has open here, under a client id of its own. */
async function changeOnce<K extends KindName>(
  ground: WritingGround,
  { id, kind, about, edit }: Change<K>,
): Promise<Outcome<true>> {
  const { storage } = ground;
  const envelope = about && newEnvelope(ground, { id, kind, about });
  let outcome: Outcome<Row | "leave"> = no("storage-failed");
  let before: Row | undefined;
  const tried = await attempted(() =>
    storage.rewrite([id], (row) => {
      before = row;
      outcome = editedRow(ground, row, { kind, envelope, edit });
      return outcome.ok ? outcome.value : "leave";
    }),
  );
  if (!tried.ok) return tried;
  if (!outcome.ok) return outcome;
  if (outcome.value !== "leave") ground.onSaved(before, outcome.value);
  return yes(true);
}

interface Together<K extends KindName> {
  readonly kind: K;
  readonly about: About<K>;
  readonly edits: readonly ((before: Id<K> | undefined) => EditOf<K>)[];
}

/** In one write: where the disk has room for some of them only, it takes none. */
async function createTogether<K extends KindName>(
  ground: WritingGround,
  { kind, about, edits }: Together<K>,
): Promise<Outcome<readonly Id<K>[]>> {
  const rows = new Map<Id<K>, Row>();
  const startedAt = ground.surroundings.now();
  for (const [place, editAfter] of edits.entries()) {
    const now = (): number => startedAt + place;
    const then = { ...ground, surroundings: { ...ground.surroundings, now } };
    const edit = editAfter([...rows.keys()].at(-1));
    const id = newId(then, { kind, about, edit });
    const row = editedRow(ground, undefined, {
      kind,
      envelope: newEnvelope(then, { id, kind, about }),
      edit,
    });
    if (!row.ok) return row;
    if (row.value !== "leave") rows.set(id, row.value);
  }
  const ids = [...rows.keys()];
  const tried = await attempted(() =>
    ground.storage.rewrite(ids, (row, id) => (row ? "leave" : (rows.get(id as Id<K>) ?? "leave"))),
  );
  if (!tried.ok) return tried;
  for (const row of rows.values()) ground.onSaved(undefined, row);
  return yes(ids);
}
