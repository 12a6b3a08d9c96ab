/** An entry of a learner's own log. The prompts are fields; none has to be answered. Source: the ILP guide, section 4. */
import { defineKind } from "#model/record/kind.ts";
import { date, flag, link, text } from "#model/record/schema.ts";
import type { ValueOf } from "#model/record/schema.ts";
import { strand } from "./strand.ts";

/** The prompts of an entry, in the order they are asked. `did` is the entry itself. */
export const prompts = [
  "did",
  "learned",
  "how",
  "wentWell",
  "wentLess",
  "enjoyed",
  "useAgain",
  "next",
] as const;
/** One of {@link prompts}. */
export type Prompt = (typeof prompts)[number];

export const logEntry = defineKind({
  kind: "log-entry",
  about: "learner",
  written: "together",
  goesOn: true,
  fields: {
    did: text(),
    learned: text(),
    how: text(),
    wentWell: text(),
    wentLess: text(),
    enjoyed: text(),
    useAgain: text(),
    next: text(),
    happenedOn: date(),
    strand: strand(),
    target: link("target"),
    continues: link("log-entry"),
    removed: flag(),
  },
});

/** What an entry says. */
export type LogEntry = ValueOf<typeof logEntry.fields, typeof logEntry.lists>;

/** The prompts an entry has words for, in the order they are asked. */
export const promptsAnswered = (entry: LogEntry): readonly Prompt[] =>
  prompts.filter((prompt) => entry[prompt].trim() !== "");

/** Every word of an entry, prompts in order, for reading aloud and for searching. */
export const wordsOf = (entry: LogEntry): string =>
  promptsAnswered(entry)
    .map((prompt) => entry[prompt])
    .join("\n");
