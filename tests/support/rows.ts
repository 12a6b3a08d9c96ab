/** Rows for tests of the store: a log entry of Maisie's, with whatever a test says about it. */
import type { Scope } from "#model/access.ts";
import { hashOf } from "#model/record/bytes.ts";
import { createId, personOfLearner } from "#model/id.ts";
import type { Id } from "#model/id.ts";
import { logEntry } from "#model/kinds/log-entry.ts";
import { createState, editState, project } from "#model/record/record.ts";
import type { State } from "#model/record/record.ts";
import type { HeldRecord } from "#model/wire/protocol.ts";
import { valueOf } from "#store/replicate/row-rules.ts";
import type { Row } from "#store/replicate/row.ts";
import { seededRandom } from "./seeded-random.ts";
import { maisie } from "./written.ts";

/** The person who writes. */
const maisiePerson = personOfLearner(maisie);
/** The scope that only they hold. */
export const maisieOwn: Scope = `own:${maisiePerson}`;

const random = seededRandom(7);
const writer = { person: maisiePerson, random };

/** The state of an entry that says these words. */
const entryState = (words: string): State =>
  createState(logEntry, (draft) => draft.type("did", words), writer);

/** The state with other words in the same entry. */
export const retyped = (state: State, words: string): State =>
  editState(logEntry, state, { edit: (draft) => draft.type("did", words), writer }).state;

/** The words a state stands for. */
export const wordsOfState = (state: State): string => project(logEntry, state).did;

/** An unsent entry with these words. */
export function aRow(words: string, differs: Partial<Row> = {}): Row {
  const createdAt = 1_780_000_000_000 + Math.floor(random() * 1_000_000);
  const id = createId("log-entry", createdAt, random);
  const envelope = { id, kind: "log-entry", learner: maisie, createdBy: maisiePerson, createdAt } as const;
  const state = differs.state ?? entryState(words);
  const value = valueOf(envelope, state);
  return { id, envelope, state, value, localRev: 1, ackedRev: 0, resets: 0, scopes: [], ...differs };
}

/** The row as the server would hold it, with its word for it. */
export const heldBy = ({ envelope, state }: Pick<Row, "envelope" | "state">, position = 1): HeldRecord => ({
  envelope,
  stamps: {
    createdBy: maisiePerson,
    createdAt: envelope.createdAt ?? 0,
    arrivedAt: 1_790_000_000_000 + position,
  },
  state,
  hash: hashOf(state),
  receipt: `receipt ${hashOf(state)}`,
});

/** The words an entry says. */
export const wordsIn = (row: Pick<Row, "value"> | undefined): unknown => row?.value["did"];

/** The ids of rows, in their order. */
export const idsOf = (rows: Iterable<Pick<Row, "id">>): Id[] => [...rows].map(({ id }) => id);
