/** A long-term objective: a place on the way to the destination, to which short-term targets lead. */
import { defineKind } from "#model/record/kind.ts";
import { flag, phrase, text } from "#model/record/schema.ts";
import { strand } from "./strand.ts";

export const objective = defineKind({
  kind: "objective",
  about: "learner",
  written: "together",
  fields: { title: text(), detail: text(), strand: strand(), place: phrase(), removed: flag() },
  summary: ({ strand: about, removed }) => ({ strand: about, removed }),
});
