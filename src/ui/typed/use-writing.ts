/**
 * Writing in a record that may not exist yet: the first keystroke creates it, and what is typed while
 * it is being created is kept and follows in its order. An untouched new record leaves nothing behind.
 */
import { useLayoutEffect, useRef, useState } from "react";
import type { Id, KindName } from "#model/id.ts";
import type { FieldsOf, ListsOf, Value } from "#model/kinds.ts";
import type { Draft } from "#model/record/record.ts";
import type { About, EditOf, Saving } from "#store/store.ts";
import { useStore } from "#ui/store-context.tsx";
import { useEditor } from "#ui/use-editor.ts";
import type { History } from "./use-own-undo.ts";

/** What is being written. */
export interface Writing<K extends KindName> {
  /** Undefined until the first change. */
  readonly id: Id<K> | undefined;
  /** Undefined until the record is open. */
  readonly value: Value<K> | undefined;
  /** What a text field shows now, also before the record is open. */
  readonly wordsOf: (name: string) => string;
  readonly type: (name: string, words: string) => void;
  readonly change: (edit: EditOf<K>) => void;
  readonly saving: Saving | undefined;
  /** Of one's own changes; undefined until the record is open. */
  readonly history: History | undefined;
  /** True once what follows belongs into a successor. */
  readonly isFull: boolean;
}

/** Texts by field name. */
type Typed = Readonly<Record<string, string>>;

const nothing: Typed = {};

const typing =
  <K extends KindName>(name: string, words: string): EditOf<K> =>
  (draft: { type(name: string, words: string): void }) =>
    draft.type(name, words);

const together =
  <K extends KindName>(edits: readonly EditOf<K>[]): EditOf<K> =>
  (draft: Draft<FieldsOf<K>, ListsOf<K>>) =>
    edits.forEach((edit) => edit(draft));

/** Creates the record with the first edits; undefined id until it is there, edits that failed are given back. */
function useCreating<K extends KindName>(kind: K, about: About<K>, start: EditOf<K> | undefined) {
  const { records } = useStore();
  const [id, setId] = useState<Id<K>>();
  const [failed, setFailed] = useState<Saving>();
  /** Stays true once the record is there: a key may be pressed before the screen knows its id. */
  const isCreated = useRef(false);
  const create = async (queue: EditOf<K>[]): Promise<void> => {
    if (isCreated.current) return;
    isCreated.current = true;
    const edits = queue.splice(0);
    const outcome = await records.create(kind, about, together(start ? [start, ...edits] : edits));
    if (outcome.ok) {
      setId(outcome.value.id);
      return setFailed(undefined);
    }
    isCreated.current = false;
    queue.unshift(...edits);
    return setFailed({ state: "failed", problem: outcome.problem });
  };
  return { id, failed, create };
}

/** `start` is what a new record says from its beginning, beside what is typed. */
export function useWriting<K extends KindName>(
  kind: K,
  about: About<K>,
  { id: given, start }: { readonly id?: Id<K> | undefined; readonly start?: EditOf<K> },
): Writing<K> {
  const creating = useCreating(kind, about, start);
  const [typed, setTyped] = useState(nothing);
  const queue = useRef<EditOf<K>[]>([]);
  const id = given ?? creating.id;
  const editor = useEditor(id);

  // Before any further key can be pressed: what waited goes first.
  useLayoutEffect(() => {
    const edits = editor ? queue.current.splice(0) : [];
    if (edits.length > 0) editor?.change(together(edits));
  }, [editor]);

  const change = (edit: EditOf<K>): void => {
    if (editor) return editor.change(edit);
    queue.current.push(edit);
    if (id === undefined) void creating.create(queue.current);
    return undefined;
  };
  const type = (name: string, words: string): void => {
    if (!editor) setTyped((texts) => ({ ...texts, [name]: words }));
    change(typing(name, words));
  };
  const wordsOf = (name: string): string => {
    const words = editor ? (editor.value as Readonly<Record<string, unknown>>)[name] : typed[name];
    return typeof words === "string" ? words : "";
  };
  const waiting: Saving | undefined = typed === nothing ? undefined : { state: "saving" };
  return {
    id,
    value: editor?.value,
    history: editor,
    isFull: editor?.isFull ?? false,
    wordsOf,
    type,
    change,
    saving: creating.failed ?? editor?.saving ?? waiting,
  };
}
