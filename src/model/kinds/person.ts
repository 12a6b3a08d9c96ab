/** A person, as everyone around them may know them: a display name and a picture they chose, nothing else. */
import { defineKind } from "#model/record/kind.ts";
import { flag, phrase } from "#model/record/schema.ts";

export const person = defineKind({
  kind: "person",
  about: "organisation",
  written: "together",
  fields: { name: phrase(), picture: phrase(), left: flag() },
  summary: ({ name }) => ({ name }),
});
