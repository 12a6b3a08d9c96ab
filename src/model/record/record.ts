/**
 * The one CRDT record: open, read, change and merge. Everything a person writes is one Yjs document
 * with flat contents: choices in one root map, each typed text a root text of its own, list items
 * keyed by id. Only the `record*.ts` files of this folder know Yjs; the rest of Waymark sees bytes
 * (`state`) and the plain object they stand for (`value`). Source: RULES M1–M8.
 */
import * as Y from "yjs";
import type { Random, PersonId } from "#model/id.ts";
import type { KindDefinition } from "./kind.ts";
import { weightOf } from "./room.ts";
import type { Weight } from "./room.ts";
import { answersOf, choiceKey, parseChoiceKey, textName, textPrefixes } from "./record-layout.ts";
import { changedSpan } from "./span.ts";
import type { Answer, ChoiceField, Field, Fields, Item, Lists, TextField, ValueOf } from "./schema.ts";

/** The bytes of one record: an encoded Yjs document. Equal content has equal bytes. */
export type State = Uint8Array;

/** Who changes a record, and the randomness their changes take. */
export interface Writer {
  readonly person: PersonId;
  readonly random: Random;
}

/** The state of a record nobody has written in yet. */
export const emptyState: State = Y.encodeStateAsUpdate(new Y.Doc({ guid: "" }));

const newDocument = (...states: readonly State[]): Y.Doc => {
  const document = new Y.Doc({ guid: "", gc: true });
  for (const state of states) Y.applyUpdate(document, state);
  return document;
};

/** Both histories in one; the order and number of times they are merged never matter. Source: RULES M1. */
export function mergeStates(...states: readonly State[]): State {
  const document = newDocument(...states);
  const merged = Y.encodeStateAsUpdate(document);
  document.destroy();
  return merged;
}

/** The plain object a state stands for. Fields the schema does not know are left alone and not shown. */
export function project<F extends Fields, L extends Lists>(
  definition: KindDefinition<F, L>,
  state: State,
): ValueOf<F, L> {
  const document = newDocument(state);
  const value = projectDocument(definition, document);
  document.destroy();
  return value;
}

/** Both histories in one, and the plain object they stand for: what {@link mergeStates} and {@link project} say, read once. */
export function mergeAndProject<F extends Fields, L extends Lists>(
  definition: KindDefinition<F, L>,
  ...states: readonly State[]
): { readonly state: State; readonly value: ValueOf<F, L> } {
  const document = newDocument(...states);
  const merged = { state: Y.encodeStateAsUpdate(document), value: projectDocument(definition, document) };
  document.destroy();
  return merged;
}

type ChoiceNames<F extends Fields> = {
  [N in keyof F]: F[N] extends ChoiceField<unknown> ? N : never;
}[keyof F] &
  string;
type TextNames<F extends Fields> = { [N in keyof F]: F[N] extends TextField ? N : never }[keyof F] & string;
type ChoiceValue<Fd> = Fd extends ChoiceField<infer T> ? T : never;

/** What an edit may do to the fields of a record, or of one item of a list. */
export interface FieldsDraft<F extends Fields> {
  /** Makes a choice, replacing every answer seen so far; undefined takes the choice back. */
  set<N extends ChoiceNames<F>>(name: N, value: ChoiceValue<F[N]> | undefined): void;
  /** Turns the text into `words` by the smallest insertion and deletion, so that words typed elsewhere stay. */
  type(name: TextNames<F>, words: string): void;
}

/** What an edit may do to a record. */
export interface Draft<F extends Fields, L extends Lists> extends FieldsDraft<F> {
  /** The fields of one item; the item exists from the moment it has a `place` among its siblings. */
  item<N extends keyof L & string>(list: N, id: string): FieldsDraft<L[N]> & ItemDraft;
}

/** Where an item stands in its list, and whether it is there at all. */
export interface ItemDraft {
  /** Puts the item at a fractional key between its neighbours' (see `fractional-indexing`). */
  place(key: string): void;
  /** Takes the item out; an edit made meanwhile elsewhere stays and comes back with `restore`. */
  remove(): void;
  /** Brings a removed item back. */
  restore(): void;
}

/** A change to a record, applied at once and as a whole. */
export type Edit<F extends Fields, L extends Lists> = (draft: Draft<F, L>) => void;

/** A record opened for change, with a Yjs client id of its own that is never used again once it is closed. */
export interface OpenRecord<F extends Fields, L extends Lists> {
  /** The number under which this opening's changes stand in the state. */
  readonly clientId: number;
  /** Applies an edit. */
  change(edit: Edit<F, L>): void;
  /** What an edit would write, without making it. */
  weigh(edit: Edit<F, L>): Weight;
  /** Takes in what others wrote. Undo never touches it. */
  merge(state: State): void;
  /** What everything so far amounts to. */
  value(): ValueOf<F, L>;
  /** The bytes of everything so far, to be merged into what is stored. */
  state(): State;
  /** Takes back the last change made through this opening; false when there is none. */
  undo(): boolean;
  /** Makes the change that was taken back again; false when there is none. */
  redo(): boolean;
  /** Lets go of the document. */
  close(): void;
}

/** Opens a record for change. Keep one opening a record and tab, and drop it after a failed write. Source: RULES M6. */
export function openRecord<F extends Fields, L extends Lists>(
  definition: KindDefinition<F, L>,
  state: State,
  writer: Writer,
): OpenRecord<F, L> {
  const document = newDocument(state);
  const origin = Symbol("edit");
  const undoing = new Y.UndoManager(document, { trackedOrigins: new Set([origin]), captureTimeout: 400 });
  return {
    clientId: document.clientID,
    change: (edit) => document.transact(() => edit(draftOf<F, L>(document, writer)), origin),
    weigh: (edit) => weightOf(edit, (path) => wordsIn(document, path)),
    merge: (other) => Y.applyUpdate(document, other, "elsewhere"),
    value: () => projectDocument(definition, document),
    state: () => Y.encodeStateAsUpdate(document),
    undo: () => undoing.undo() !== null,
    redo: () => undoing.redo() !== null,
    close: () => {
      undoing.destroy();
      document.destroy();
    },
  };
}

/** The state of a new record, changed by one edit. */
export function createState<F extends Fields, L extends Lists>(
  definition: KindDefinition<F, L>,
  edit: Edit<F, L>,
  writer: Writer,
): State {
  return editState(definition, emptyState, { edit, writer }).state;
}

/** A state with one edit applied under a fresh client id. */
export function editState<F extends Fields, L extends Lists>(
  definition: KindDefinition<F, L>,
  state: State,
  { edit, writer }: { readonly edit: Edit<F, L>; readonly writer: Writer },
): { readonly state: State; readonly clientId: number } {
  const open = openRecord(definition, state, writer);
  open.change(edit);
  const edited = mergeStates(open.state());
  open.close();
  return { state: edited, clientId: open.clientId };
}

function draftOf<F extends Fields, L extends Lists>(document: Y.Doc, writer: Writer): Draft<F, L> {
  const choices = document.getMap("choices");
  const setChoice = (field: string, value: unknown): void => {
    const seen = [...choices.keys()].filter((key) => parseChoiceKey(key)?.field === field);
    for (const key of seen) choices.delete(key);
    if (value !== undefined) choices.set(choiceKey(field, writer.random), [value, writer.person]);
  };
  const fields = (prefix: string) => ({
    set: (name: string, value: unknown) => setChoice(prefix + name, value),
    type: (name: string, words: string) => retype(document.getText(textName(prefix + name)), words),
  });
  return {
    ...fields(""),
    item: (list: string, id: string) => {
      const prefix = `${list}/${id}/`;
      return {
        ...fields(prefix),
        place: (key: string) => setChoice(`${prefix}place`, key),
        remove: () => setChoice(`${prefix}removed`, true),
        restore: () => setChoice(`${prefix}removed`, undefined),
      };
    },
  } as Draft<F, L>;
}

function retype(typed: Y.Text, typedNow: string): void {
  const before = typed.toJSON();
  // A lone half of a character cannot be encoded: it would read differently here and elsewhere.
  const { start, end, inserted } = changedSpan(before, typedNow.toWellFormed());
  if (end > start) typed.delete(start, end - start);
  if (inserted !== "") typed.insert(start, inserted);
}

const wordsIn = (document: Y.Doc, path: string): string =>
  document.share.has(textName(path)) ? document.getText(textName(path)).toJSON() : "";

type Found = Map<string, Answer[]>;

/** The plain object an open document stands for. For the checks of `record-limits.ts`. */
export function projectDocument<F extends Fields, L extends Lists>(
  definition: KindDefinition<F, L>,
  document: Y.Doc,
): ValueOf<F, L> {
  const found: Found = answersOf(document.getMap("choices").entries());
  const disputed: Record<string, readonly Answer[]> = {};
  const read = (fields: Fields, prefix: string): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        readField(document, field, { path: prefix + name, found, disputed }),
      ]),
    );
  const value: Record<string, unknown> = read(definition.fields, "");
  for (const [list, fields] of Object.entries(definition.lists))
    value[list] = itemsOf(list, found, (prefix) => read(fields, prefix));
  if (Object.keys(disputed).length > 0) value["answers"] = disputed;
  return value as ValueOf<F, L>;
}

function readField(
  document: Y.Doc,
  field: Field,
  at: { readonly path: string; readonly found: Found; readonly disputed: Record<string, readonly Answer[]> },
): unknown {
  if (field.type === "text") return wordsIn(document, at.path);
  const answers = (at.found.get(at.path) ?? []).filter((answer) => field.accepts(answer.value));
  const distinct = new Set(answers.map((answer) => JSON.stringify(answer.value)));
  if (distinct.size > 1) at.disputed[at.path] = answers;
  return answers.at(-1)?.value;
}

function itemsOf(
  list: string,
  found: Found,
  read: (prefix: string) => Record<string, unknown>,
): Item<Fields>[] {
  const placed: { id: string; place: string }[] = [];
  for (const [path, answers] of found) {
    const [name, id, field] = path.split("/");
    const place = answers.at(-1)?.value;
    if (name !== list || field !== "place" || id === undefined || typeof place !== "string") continue;
    if (found.get(`${list}/${id}/removed`)?.at(-1)?.value !== true) placed.push({ id, place });
  }
  placed.sort((a, b) => (a.place === b.place ? (a.id < b.id ? -1 : 1) : a.place < b.place ? -1 : 1));
  return placed.map(({ id }) => ({ ...read(`${list}/${id}/`), id }));
}

/** The names of the root texts a state holds, without their prefix. For the checks of `record-limits.ts`. */
export const textNamesIn = (document: Y.Doc): string[] =>
  [...document.share.keys()]
    .filter((name) => name.startsWith(textPrefixes))
    .map((name) => name.slice(textPrefixes.length));
