/**
 * What one write may do to one row: the same for a single change and for an editor that stays open.
 * Asks the access table before anything is stored, on the record before and after.
 */
import type { Write } from "#model/access.ts";
import type { Envelope } from "#model/record/envelope.ts";
import { createId } from "#model/id.ts";
import type { Id, KindName, PersonId } from "#model/id.ts";
import { definitionOf, kindOf } from "#model/kinds.ts";
import type { FieldsOf, ListsOf } from "#model/kinds.ts";
import { no, yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import type { KindDefinition } from "#model/record/kind.ts";
import { createState, emptyState, mergeStates, openRecord, project } from "#model/record/record.ts";
import type { State, Writer } from "#model/record/record.ts";
import { takes } from "#model/record/room.ts";
import type { RowStorage, Surroundings } from "#store/ports.ts";
import { knownEnvelope, written } from "#store/replicate/row-rules.ts";
import type { Row } from "#store/replicate/row.ts";
import type { About, EditOf } from "#store/store.ts";

/** What was written in one opening of a record. */
export interface Written {
  readonly id: Id;
  /** What to start the record with where it is not here. */
  readonly envelope: Envelope | undefined;
  readonly state: State;
  /** How often the stored state had been replaced when it was opened; undefined where nothing was stored. */
  readonly resets: number | undefined;
}

/** Where one tab jots things down. */
export interface Jottings {
  /** At once, in place of what was jotted down here of the same record. Where the browser takes no more, it does nothing. */
  readonly put: (written: Written) => void;
  /** What was jotted down here of this record is durable now, or was erased. */
  readonly drop: (id: Id) => void;
}

/** What writing stands on. */
export interface WritingGround {
  readonly storage: RowStorage;
  readonly surroundings: Surroundings;
  readonly person: PersonId;
  readonly may: (write: Write) => boolean;
  /** Called after each write that became durable, with the row as it was and is. */
  readonly onSaved: (before: Row | undefined, after: Row) => void;
  /** Where what is not durable is jotted down when the page goes away; nowhere where words are sealed. */
  readonly jottings?: Jottings | undefined;
}

/** The envelope of a new record. Of things of which there is one the server stamps creator and time. */
export function newEnvelope<K extends KindName>(
  { person, surroundings }: WritingGround,
  { id, kind, about }: { readonly id: Id<K>; readonly kind: K; readonly about: About<K> },
): Envelope {
  const { learner, org } = about;
  return {
    id,
    kind,
    ...(learner ? { learner } : {}),
    ...(org ? { org } : {}),
    ...(definitionOf(kind).idOf ? {} : { createdBy: person, createdAt: surroundings.now() }),
  };
}

/** The id a new record takes: the one given, the one its parts derive, or a fresh one. */
export function newId<K extends KindName>(
  { person, surroundings }: WritingGround,
  { kind, about, edit }: { readonly kind: K; readonly about: About<K>; readonly edit: EditOf<K> },
): Id<K> {
  const { now, random } = surroundings;
  const fresh = createId(kind, now(), random);
  const { idOf } = definitionOf(kind);
  if (about.id || !idOf) return about.id ?? fresh;
  const value = project(definitionOf(kind), createState(kindOf(kind), edit, { person, random }));
  const { learner, org } = about;
  const envelope: Envelope = { id: fresh, kind, ...(learner ? { learner } : {}), ...(org ? { org } : {}) };
  return (idOf({ envelope, value, writer: person }) ?? fresh) as Id<K>;
}

/** A state with one edit applied under a fresh client id; undefined when that would put in more words than fit. */
function editWithin<K extends KindName>(
  definition: KindDefinition<FieldsOf<K>, ListsOf<K>>,
  state: State,
  { edit, writer }: { readonly edit: EditOf<K>; readonly writer: Writer },
): State | undefined {
  const open = openRecord(definition, state, writer);
  const isTaken = takes(definition, state.length, open.weigh(edit));
  if (isTaken) open.change(edit);
  const edited = isTaken ? mergeStates(open.state()) : undefined;
  open.close();
  return edited;
}

/** A row, or none yet, with one edit. Problems: those of creating. */
export function editedRow<K extends KindName>(
  { surroundings, person, may }: WritingGround,
  row: Row | undefined,
  {
    kind,
    envelope,
    edit,
  }: { readonly kind: K; readonly envelope: Envelope | undefined; readonly edit: EditOf<K> },
): Outcome<Row | "leave"> {
  const writer = { person, random: surroundings.random };
  const state = editWithin(kindOf(kind), row?.state ?? emptyState, { edit, writer });
  return state ? rowToStore(row, { envelope, state, may }) : no("record-too-large");
}

/**
 * The row to store, or `"leave"` when nothing was added. Problems: `not-allowed`; `already-written`
 * for a fact; `erased`; `not-found` when the record is not here and there is no envelope to start it with.
 */
export function rowToStore(
  row: Row | undefined,
  {
    envelope,
    state,
    may,
  }: { readonly envelope: Envelope | undefined; readonly state: State } & Pick<WritingGround, "may">,
): Outcome<Row | "leave"> {
  if (row?.erased) return no("erased");
  const standing = row?.envelope ?? envelope;
  if (!standing) return no("not-found");
  const after = written(row, { envelope: standing, state });
  if (after === row) return yes("leave");
  if (row && definitionOf(standing.kind).written === "once") return no("already-written");
  const known = knownEnvelope(after);
  const mayNow = may({ envelope: known, value: after.value, isNew: !row });
  const mayBefore = !row || may({ envelope: known, value: row.value, isNew: false });
  return mayNow && mayBefore ? yes(after) : no("not-allowed");
}
