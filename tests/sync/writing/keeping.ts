/** Whether what was written is still somewhere, given copies of the records it was written in. */
import type { Id } from "#model/id.ts";
import { answersIn } from "./edits.ts";
import type { ChoiceEntry, FactEntry, Ledger, WordEntry } from "./ledger.ts";
import type { MemoryDisk } from "#tests/support/memory-rows.ts";
import { readState } from "./truth.ts";
import type { Held } from "./truth.ts";

/** Every copy there is of a record, or of those that count. */
export type Copies = (id: Id) => readonly Held[];

/** How often a word stands in a record. */
export const timesIn = ({ value }: Held, word: string): number =>
  JSON.stringify(value).split(word).length - 1;

const hasWord = ({ id, word }: WordEntry, copies: Copies): boolean =>
  copies(id).some((copy) => timesIn(copy, word) > 0);

/** True for a choice that is shown, alone or beside others, or was replaced by one that is kept in this sense. */
const hasChoice = (choice: ChoiceEntry, copies: Copies, all: readonly ChoiceEntry[]): boolean =>
  copies(choice.id).some(({ value }) => answersIn(value, choice.field).includes(choice.value)) ||
  all.some(
    (later) =>
      later.id === choice.id &&
      later.field === choice.field &&
      later.replaced.includes(choice.value) &&
      hasChoice(later, copies, all),
  );

const hasFact = ({ id }: FactEntry, copies: Copies): boolean => copies(id).length > 0;

type Entry = WordEntry | ChoiceEntry | FactEntry;

/** What was saved and is in no copy that `copiesFor` counts for it; what was deleted or is known to be gone is not asked for. */
export function missing(ledger: Ledger, copiesFor: (entry: Entry) => Copies): readonly Entry[] {
  const isAsked = ({ id, saved, gone }: Entry) => saved && !gone && !ledger.erased.has(id);
  return [
    ...ledger.words.filter((entry) => isAsked(entry) && !entry.deleted && !hasWord(entry, copiesFor(entry))),
    ...ledger.choices.filter(
      (entry) => isAsked(entry) && !hasChoice(entry, copiesFor(entry), ledger.choices),
    ),
    ...ledger.facts.filter((entry) => isAsked(entry) && !hasFact(entry, copiesFor(entry))),
  ];
}

/** Copies of records, found by id. */
export function copiesIn(...places: readonly Iterable<Held>[]): Copies {
  const byId = new Map<Id, Held[]>();
  for (const place of places)
    for (const held of place) {
      const known = byId.get(held.envelope.id);
      if (known) known.push(held);
      else byId.set(held.envelope.id, [held]);
    }
  return (id) => byId.get(id) ?? [];
}

/** Everything kept on a device beside its records. */
export const asideOn = ({ refused }: MemoryDisk): readonly Held[] =>
  [...refused.values()].map(({ envelope, state }) => ({ envelope, value: readState(envelope, state) }));
