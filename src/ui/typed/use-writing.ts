/**
 * Writing in a record that may not exist yet: the first keystroke creates it, and what is typed while
 * it is being created is kept and follows. An untouched new record leaves nothing behind.
 */
import { useEffect, useRef, useState } from "react";
import type { Id, KindName } from "#model/id.ts";
import type { FieldsOf, ListsOf, Value } from "#model/kinds.ts";
import type { Draft } from "#model/record.ts";
import type { About, EditOf, Saving } from "#store/store.ts";
import { useStore } from "#ui/store-context.tsx";
import { useEditor } from "#ui/use-editor.ts";

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
}

type TypeText = { type(name: string, words: string): void };

const typing =
  <K extends KindName>(name: string, words: string): EditOf<K> =>
  (draft: Draft<FieldsOf<K>, ListsOf<K>>) =>
    (draft as unknown as TypeText).type(name, words);

/** `start` is what a new record says from its beginning, beside what is typed. */
export function useWriting<K extends KindName>(
  kind: K,
  about: About<K>,
  { id: given, start }: { readonly id?: Id<K> | undefined; readonly start?: EditOf<K> },
): Writing<K> {
  const { records } = useStore();
  const [created, setCreated] = useState<Id<K>>();
  const [problem, setProblem] = useState<Saving>();
  const [waiting, setWaiting] = useState<readonly EditOf<K>[]>([]);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const isCreating = useRef(false);
  const id = given ?? created;
  const editor = useEditor(id);

  useEffect(() => {
    if (!editor || waiting.length === 0) return;
    editor.change((draft) => waiting.forEach((edit) => edit(draft)));
    setWaiting([]);
    setTyped({});
  }, [editor, waiting]);

  const create = async (first: EditOf<K>): Promise<void> => {
    isCreating.current = true;
    const outcome = await records.create(kind, about, (draft) => {
      start?.(draft);
      first(draft);
    });
    isCreating.current = false;
    if (outcome.ok) setCreated(outcome.value.id);
    else setProblem({ state: "failed", problem: outcome.problem });
  };
  const change = (edit: EditOf<K>): void => {
    if (editor) editor.change(edit);
    else if (id !== undefined || isCreating.current) setWaiting((edits) => [...edits, edit]);
    else void create(edit);
  };
  const type = (name: string, words: string): void => {
    if (!editor) setTyped((texts) => ({ ...texts, [name]: words }));
    change(typing(name, words));
  };
  const valueOf = (name: string): unknown =>
    (editor?.value as Readonly<Record<string, unknown>> | undefined)?.[name];
  const wordsOf = (name: string): string => {
    const words = typed[name] ?? valueOf(name);
    return typeof words === "string" ? words : "";
  };
  const unsaved: Saving | undefined =
    id === undefined && Object.keys(typed).length > 0 ? { state: "saving" } : undefined;
  return { id, value: editor?.value, wordsOf, type, change, saving: problem ?? editor?.saving ?? unsaved };
}
