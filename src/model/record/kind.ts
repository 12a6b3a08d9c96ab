/** How one kind of record is described. Each kind is one file; the table of them is `kinds.ts`. */
import type { Envelope } from "./envelope.ts";
import type { Id, KindName, PersonId } from "#model/id.ts";
import type { Fields, Lists, ValueOf } from "./schema.ts";

/** A kind of record: what it holds, how it is written, and what of it may be listed. */
export interface KindDefinition<F extends Fields, L extends Lists> {
  readonly kind: KindName;
  /** What a record of this kind is about; says which of `learner` and `org` its envelope carries. */
  readonly about: "learner" | "organisation" | "learner-or-organisation";
  /** A fact is written once and never merged; anything else is edited together. */
  readonly written: "once" | "together";
  /** True where more words than one record takes go on in another of the same kind. */
  readonly goesOn?: boolean;
  readonly fields: F;
  readonly lists: L;
  /** For things of which there is one: the id its parts give. Absent where ids are made fresh. */
  readonly idOf?: (of: {
    readonly envelope: Envelope;
    readonly value: ValueOf<F, L>;
    readonly writer: PersonId;
  }) => Id | undefined;
  /** The few facts that larger views list, never words a person typed about themselves. Absent: nothing. */
  readonly summary?: (value: ValueOf<F, L>) => Summary;
}

/** One row of a larger view: names to plain values, at most a few. */
export type Summary = Readonly<Record<string, string | number | boolean | undefined>>;

/** Describes a kind; exists to infer the types of its fields. */
export const defineKind = <const F extends Fields, const L extends Lists = {}>(
  definition: Omit<KindDefinition<F, L>, "lists"> & { readonly lists?: L },
): KindDefinition<F, L> => ({ ...definition, lists: definition.lists ?? ({} as L) });
