/** What a record says, in a line or whole, for lists of what waits and what was refused. */
import { definitionOf } from "#model/kinds.ts";
import type { KindName } from "#model/id.ts";
import { feelings } from "#model/kinds/how-it-is-going.ts";
import { feelingWords } from "#ui/words/choices.ts";
import { kindWords } from "#ui/words/sync-status/sync.ts";

type Value = Readonly<Record<string, unknown>>;

/** Every typed word of a record, field by field, for copying. Empty when nobody typed anything. */
export function typedWords(kind: KindName, value: Value): string {
  const texts = Object.entries(definitionOf(kind).fields)
    .filter(([, field]) => field.type === "text")
    .map(([name]) => value[name]);
  return texts.filter((text) => typeof text === "string" && text.trim() !== "").join("\n");
}

/** A line that tells this record from others. */
export function lineOf(kind: KindName, value: Value): string {
  const feeling = feelings.find((one) => one === value["feeling"]);
  if (kind === "how-it-is-going" && feeling) return feelingWords[feeling];
  const [line] = typedWords(kind, value).split("\n");
  return line || kindWords[kind];
}
