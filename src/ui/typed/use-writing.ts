/**
 * Writing in a record that may not exist yet: the first keystroke begins it, and what is typed before the
 * store is open follows in its order. An untouched new record leaves nothing behind.
 * Of kinds that go on, more words than one record takes are written on in others.
 */
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Id, KindName } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import type { Value } from "#model/kinds.ts";
import { yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import { bytesOfWords, takes } from "#model/record/room.ts";
import { attempted } from "#store/storage-failure.ts";
import type { About, Editor, EditOf, Records, Saving } from "#store/store.ts";
import { useStore } from "#ui/store-context.tsx";
import { addWaitingWords, flushOpenEditors } from "#ui/open-editors.ts";
import { useEditor } from "#ui/use-editor.ts";
import { useMoving } from "./use-moving.ts";
import type { History } from "./use-own-undo.ts";
import { together, typing, writeOn } from "./write-on.ts";
import type { WritingOn } from "./write-on.ts";

/** What is being written. */
export interface Writing<K extends KindName> {
  /** Undefined until the first change. */
  readonly id: Id<K> | undefined;
  /** Undefined until the record is open. */
  readonly value: Value<K> | undefined;
  /** What a text field shows now, also before the record is open. */
  readonly wordsOf: (name: string) => string;
  /** False when there is no room for it. */
  readonly type: (name: string, words: string) => boolean;
  /** False when there is no room for it. */
  readonly change: (edit: EditOf<K>) => boolean;
  readonly saving: Saving | undefined;
  /** Of one's own changes; undefined until the record is open. */
  readonly history: History | undefined;
  /** True until a record that was there before is open, and while words move on into others. */
  readonly isWaiting: boolean;
  /** Resolves when no words are moving on. */
  readonly settled: () => Promise<unknown>;
  /** Resolves when all that was typed in this tab is durable, with the record's id, if it was begun. Problems: those of saving. */
  readonly keep: () => Promise<Outcome<Id<K> | undefined>>;
}

/** How words go on in other records. */
export interface GoingOn<K extends KindName> extends Pick<WritingOn<K>, "next"> {
  /** Called with the new records in order, once they are durable; also when the page was left. */
  readonly onParts: (after: Id<K>, parts: readonly Id<K>[]) => void;
  /** Called after that, while the page is there, with where the words end that were put in. */
  readonly onMoved: (last: Id<K>) => void;
}

export interface WritingOptions<K extends KindName> {
  readonly id?: Id<K> | undefined;
  /** What a new record says from its beginning, beside what is typed. */
  readonly start?: EditOf<K> | undefined;
  readonly goOn?: GoingOn<K> | undefined;
}

/** Texts by field name. */
type Typed = Readonly<Record<string, string>>;

const nothing: Typed = {};

/** What a record takes before a word is in it, in bytes. */
const emptyBytes = 1024;

const wordsIn = (texts: object, name: string): string => {
  const words: unknown = Reflect.get(texts, name);
  return typeof words === "string" ? words : "";
};

/** Whether a new record of this kind takes these texts. */
const fitsNew = (kind: KindName, texts: Typed): boolean => {
  const all = Object.values(texts);
  const bytes = all.reduce((sum, words) => sum + bytesOfWords(words), 0);
  const longest = Math.max(...all.map((words) => words.length));
  return takes(kindOf(kind), emptyBytes, { bytes, isTyped: true, longest });
};

/**
 * Begins the record with the first edits, in an editor that takes whatever follows. Its id is undefined until it is
 * durable; what the disk does not take is tried again by the editor.
 */
function useCreating<K extends KindName>(kind: K, about: About<K>, start: EditOf<K> | undefined) {
  const { records } = useStore();
  const [id, setId] = useState<Id<K>>();
  const [failed, setFailed] = useState<Saving>();
  const begun = useRef<Promise<Editor<K>>>(undefined);
  const editor = useRef<Editor<K>>(undefined);
  const beginNow = async (queue: EditOf<K>[]): Promise<Editor<K>> => {
    const words = { flush: async () => (await begun.current)?.flush() ?? yes(true as const) };
    const forget = addWaitingWords(words);
    const opened = await records.begin(kind, about, start);
    // Also without an edit: words that are to go on elsewhere need a record to go on from.
    opened.change(together(queue.splice(0)));
    opened.watch(() => {
      const saving = opened.saving();
      setFailed(saving.state === "failed" ? saving : undefined);
      if (saving.state === "saved") setId(opened.id);
    });
    editor.current = opened;
    forget();
    return opened;
  };
  const create = async (queue: EditOf<K>[]): Promise<Outcome<Id<K>>> => {
    const opened = await (begun.current ??= beginNow(queue));
    const flushed = await opened.flush();
    return flushed.ok ? yes(opened.id) : flushed;
  };
  useEffect(() => () => void begun.current?.then((opened) => opened.close()), []);
  const isBegun = (): boolean => begun.current !== undefined;
  return { id, failed, create, isBegun, editor };
}

interface Beginning<K extends KindName> {
  readonly kind: K;
  readonly about: About<K>;
  /** The record that the words begin in. */
  readonly begun: () => Promise<Outcome<Id<K>>>;
  /** What is to be done in it first. */
  readonly queue: EditOf<K>[];
  readonly isShown: () => boolean;
}

/** Writes a text on from the record it begins in. */
const writingFurther =
  <K extends KindName>(
    records: Records,
    { kind, about, begun, queue, isShown }: Beginning<K>,
    { next, onParts, onMoved }: GoingOn<K>,
  ) =>
  async (name: string, words: string): Promise<Outcome<unknown>> => {
    const first = await begun();
    if (!first.ok) return first;
    const opened = await attempted(() => records.open(first.value));
    if (!opened.ok) return opened;
    const whole = opened.value;
    for (const edit of queue.splice(0)) whole.change(edit);
    const written = await writeOn(records, whole, { kind, about, name, words, next });
    await whole.close();
    if (written.ok) onParts(first.value, written.value.parts);
    if (written.ok && isShown()) onMoved(written.value.last);
    return written;
  };

/** Makes durable what was typed, also what was typed while the record was being created or opened. */
async function keepTyped<K extends KindName>(
  records: Records,
  { begun, queue }: Pick<Beginning<K>, "begun" | "queue">,
): Promise<Outcome<Id<K>>> {
  const first = await begun();
  if (!first.ok) return first;
  const opened = await attempted(() => records.open(first.value));
  if (!opened.ok) return opened;
  const whole = opened.value;
  for (const edit of queue.splice(0)) whole.change(edit);
  const flushed = await whole.flush();
  await whole.close();
  const all = flushed.ok ? await flushOpenEditors() : flushed;
  return all.ok ? first : all;
}

/** What still waits for its record when the place is left is kept all the same. */
function useKeptWhenLeft(keepRest: () => void): void {
  const latest = useRef(keepRest);
  useEffect(() => {
    latest.current = keepRest;
  });
  useEffect(() => () => latest.current(), []);
}

/** One's own writing in one record. */
export function useWriting<K extends KindName>(
  kind: K,
  about: About<K>,
  { id: given, start, goOn }: WritingOptions<K>,
): Writing<K> {
  const { records } = useStore();
  const creating = useCreating(kind, about, start);
  const moving = useMoving();
  const [typed, setTyped] = useState(nothing);
  const queue = useRef<EditOf<K>[]>([]);
  const id = given ?? creating.id;
  const editor = useEditor(id);

  // Before any further key can be pressed: what waited goes first.
  useLayoutEffect(() => {
    if (editor) for (const edit of queue.current.splice(0)) editor.change(edit);
  }, [editor]);

  const change = (edit: EditOf<K>): boolean => {
    const open = editor ?? creating.editor.current;
    if (open) return open.change(edit);
    queue.current.push(edit);
    if (id === undefined) void creating.create(queue.current);
    return true;
  };
  const wordsOf = (name: string): string => moving.held[name] ?? wordsIn(editor ? editor.value : typed, name);
  const begun = async (): Promise<Outcome<Id<K>>> =>
    id === undefined ? creating.create(queue.current) : yes(id);
  const waits = (): boolean => queue.current.length > 0;
  const keepAll = (): Promise<Outcome<Id<K>>> => keepTyped(records, { begun, queue: queue.current });
  useKeptWhenLeft(() => void (waits() && keepAll()));
  const type = (name: string, words: string): boolean => {
    const texts = { ...typed, [name]: words };
    if ((editor !== undefined || fitsNew(kind, texts)) && change(typing(name, words))) {
      if (!editor) setTyped(texts);
      moving.stop(name);
      return true;
    }
    if (!goOn) return false;
    const beginning = { kind, about, begun, queue: queue.current, isShown: moving.isShown };
    moving.move(name, words, writingFurther(records, beginning, goOn));
    return true;
  };
  const isTyped = typed !== nothing || creating.id !== undefined;
  const unmoved: Saving | undefined = moving.problem && { state: "failed", problem: moving.problem };
  const waiting: Saving | undefined = typed === nothing && !moving.isMoving ? undefined : { state: "saving" };
  return {
    id,
    value: editor?.value,
    history: editor,
    wordsOf,
    type,
    change,
    saving: creating.failed ?? unmoved ?? (moving.isMoving ? waiting : (editor?.saving ?? waiting)),
    isWaiting: moving.isMoving || (given !== undefined && !editor && !isTyped),
    settled: moving.settled,
    keep: async () => (id !== undefined || creating.isBegun() || waits() ? keepAll() : yes(undefined)),
  };
}
