/**
 * What people do on their devices: chosen by chance among what they may do as far as their device
 * knows, as a screen would offer it.
 */
import { mayWrite } from "#model/access.ts";
import type { Circle } from "#model/access.ts";
import type { Envelope } from "#model/record/envelope.ts";
import { createId } from "#model/id.ts";
import type { Id, KindName, LearnerId, PersonId } from "#model/id.ts";
import { definitionOf } from "#model/kinds.ts";
import { emptyState, openRecord, project } from "#model/record/record.ts";
import type { Row } from "#store/replicate/row.ts";
import type { Chance } from "#tests/sync/world/chance.ts";
import type { Ledger, Said } from "./ledger.ts";
import { wordLength } from "./ledger.ts";

/** A draft whose fields are known only at run time. */
export interface AnyDraft {
  set(name: string, value: unknown): void;
  type(name: string, words: string): void;
  item(list: string, id: string): Pick<AnyDraft, "set" | "type"> & { place(key: string): void };
}

/** Something a person is about to write. */
export interface Intent {
  readonly envelope: Envelope & { readonly learner: LearnerId };
  readonly edit: (draft: AnyDraft) => void;
  readonly said: Said;
  /** A word this takes out. */
  readonly deletes?: string;
  /** What it is, for the trace. */
  readonly what: string;
}

/** What a person has before them when they write. */
export interface View {
  readonly person: PersonId;
  readonly rows: ReadonlyMap<Id, Row>;
  readonly circle: Circle;
  readonly now: number;
  readonly chance: Chance;
  readonly ledger: Ledger;
}

/** A record somebody may write in: one that is there, or one that is yet to be started. */
export interface Page {
  readonly envelope: Envelope & { readonly learner: LearnerId };
  readonly value: Readonly<Record<string, unknown>>;
  /** What has to be said first in a record that is not there yet. */
  readonly start?: (draft: AnyDraft) => void;
}

/** The page of a record; a blank one where the device has none. */
export function pageOf(
  view: View,
  kind: KindName,
  at: { readonly learner: LearnerId; readonly id?: Id },
  start?: Page["start"],
): Page {
  const known = at.id && view.rows.get(at.id);
  const blank = { value: project(definitionOf(kind), emptyState), ...(start ? { start } : {}) };
  if (known) return { envelope: { ...known.envelope, learner: at.learner }, value: known.value };
  if (at.id) return { envelope: { id: at.id, kind, learner: at.learner }, ...blank };
  const id = createId(kind, view.now, view.chance.random);
  return {
    envelope: { id, kind, learner: at.learner, createdBy: view.person, createdAt: Math.max(0, view.now) },
    ...blank,
  };
}

/** Whether this person may write the intent, as far as their device knows. */
export function mayDo({ rows, person, chance, circle }: View, { envelope, edit }: Intent): boolean {
  const row = rows.get(envelope.id);
  const open = openRecord(definitionOf(envelope.kind), row?.state ?? emptyState, {
    person,
    random: chance.random,
  });
  open.change(edit);
  const value = open.value();
  open.close();
  return mayWrite(circle, person, { envelope: row?.envelope ?? envelope, value, isNew: row === undefined });
}

const fieldsOf = (kind: KindName, type: "text" | "choice"): readonly string[] =>
  Object.entries(definitionOf(kind).fields).flatMap(([name, field]) => (field.type === type ? [name] : []));

/** Adds a new word somewhere in one of the page's texts. */
export function typeWord(view: View, page: Page): Intent | undefined {
  const field = view.chance.pick(fieldsOf(page.envelope.kind, "text"));
  if (field === undefined) return undefined;
  const before = page.value[field] as string;
  const at = wordLength * view.chance.below(before.length / wordLength + 1);
  const word = view.ledger.freshWord();
  return intent(page, `types in ${field}`, {
    edit: (draft) => draft.type(field, before.slice(0, at) + word + before.slice(at)),
    said: { words: [{ field, word }], choices: [] },
  });
}

/** Takes a word out of one of the page's texts. */
export function deleteWord(view: View, page: Page): Intent | undefined {
  const field = view.chance.pick(
    fieldsOf(page.envelope.kind, "text").filter((name) => page.value[name] !== ""),
  );
  if (field === undefined) return undefined;
  const before = page.value[field] as string;
  const at = wordLength * view.chance.below(before.length / wordLength);
  return intent(page, `deletes from ${field}`, {
    edit: (draft) => draft.type(field, before.slice(0, at) + before.slice(at + wordLength)),
    said: { words: [], choices: [] },
    deletes: before.slice(at, at + wordLength),
  });
}

/** Fields of which every choice made in a world is another, by what they take. */
const choosable: Partial<Record<KindName, readonly string[]>> = {
  plan: ["englishLevel", "mathsLevel", "destinationBy"],
  objective: ["place"],
  target: ["place", "dueOn"],
  "log-entry": ["happenedOn"],
  review: ["where", "plannedOn"],
};

/** Makes a choice on the page, in the place of every answer that stands there. */
export function chooseValue(view: View, page: Page): Intent | undefined {
  const field = view.chance.pick(choosable[page.envelope.kind] ?? []);
  if (field === undefined) return undefined;
  const chosen =
    field.endsWith("On") || field.endsWith("By") ? freshDate(view.ledger) : view.ledger.freshChoice();
  return intent(page, `chooses ${field}`, {
    edit: (draft) => draft.set(field, chosen),
    said: { words: [], choices: [{ field, value: chosen, replaced: answersIn(page.value, field) }] },
  });
}

/** Adds a step to a plan or target, with a word in it. */
export function addStep(view: View, page: Page): Intent | undefined {
  if (page.envelope.kind !== "plan" && page.envelope.kind !== "target") return undefined;
  const [word, item] = [view.ledger.freshWord(), `step${Math.floor(view.chance.random() * 1e9)}`];
  return intent(page, "adds a step", {
    edit: (draft) => {
      draft.item("steps", item).place("a0");
      draft.item("steps", item).type("what", word);
    },
    said: { words: [{ field: `steps/${item}/what`, word }], choices: [] },
  });
}

/** Every answer that stands for a choice: the one shown, and those beside it. */
export function answersIn(value: Readonly<Record<string, unknown>>, field: string): readonly string[] {
  const disputed = (value["answers"] as Record<string, readonly { readonly value: unknown }[]> | undefined)?.[
    field
  ];
  return [value[field], ...(disputed ?? []).map((answer) => answer.value)].filter(
    (answer) => typeof answer === "string",
  );
}

function freshDate(ledger: Ledger): string {
  return new Date(Date.UTC(2026, 0, ledger.freshDay())).toISOString().slice(0, 10);
}

/** An intent on a page, which starts it if it is blank. */
export const intent = (
  page: Page,
  what: string,
  rest: Pick<Intent, "edit" | "said"> & { readonly deletes?: string },
): Intent => ({
  envelope: page.envelope,
  what: `${what} of ${page.envelope.id}`,
  ...rest,
  edit: (draft) => {
    page.start?.(draft);
    rest.edit(draft);
  },
});
