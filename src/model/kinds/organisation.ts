/** A school, college, provider or employer. */
import { defineKind } from "#model/record/kind.ts";
import { oneOf, phrase } from "#model/record/schema.ts";
import type { ValueOf } from "#model/record/schema.ts";

/** What an organisation is to a learner. */
export const organisationTypes = ["school", "college", "provider", "employer"] as const;

export const organisation = defineKind({
  kind: "organisation",
  about: "organisation",
  written: "together",
  fields: { name: phrase(), type: oneOf(organisationTypes) },
  summary: ({ name, type }) => ({ name, type }),
});

/** What an organisation record says. */
export type Organisation = ValueOf<typeof organisation.fields, typeof organisation.lists>;
