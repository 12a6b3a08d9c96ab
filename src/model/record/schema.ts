/**
 * What a kind of record holds: which texts people type, which choices they make, which lists they
 * keep. A schema is data; `record.ts` reads it to project, to check and to change records.
 */
import type { Id, KindName } from "#model/id.ts";
import { isIdOf } from "#model/id.ts";
import { isLocalDate } from "#model/time.ts";
import type { LocalDate } from "#model/time.ts";

/** Words that people type together; merged letter by letter. */
export interface TextField {
  readonly type: "text";
}

/** A value that is picked, not typed; concurrent picks are all kept until someone settles them. */
export interface ChoiceField<T> {
  readonly type: "choice";
  /** True for a value this field may hold; anything else is refused at the server. */
  readonly accepts: (value: unknown) => value is T;
  /** Options that came after the first release. A device that could not read one reads it once its app can. */
  readonly later?: readonly string[];
}

/** A text or a choice. */
export type Field = TextField | ChoiceField<unknown>;
/** Fields by name. */
export type Fields = Readonly<Record<string, Field>>;
/** Lists by name: the fields each item has. */
export type Lists = Readonly<Record<string, Fields>>;

/** A text field. */
export const text = (): TextField => ({ type: "text" });

const choice = <T>(accepts: (value: unknown) => value is T): ChoiceField<T> => ({ type: "choice", accepts });

/** A choice between named options; `later` names those of them that came after the first release. */
export const oneOf = <const T extends string>(
  options: readonly T[],
  later: readonly T[] = [],
): ChoiceField<T> => ({
  ...choice((value): value is T => options.some((option) => option === value)),
  ...(later.length > 0 && { later }),
});

/** Yes or no; no until somebody says yes. */
export const flag = (): ChoiceField<boolean> => choice((value) => typeof value === "boolean");

/** A calendar date. */
export const date = (): ChoiceField<LocalDate> => choice(isLocalDate);

/** A short text that is replaced as a whole: a name, a place in an order, a hash. At most 500 characters. */
export const phrase = (): ChoiceField<string> =>
  choice((value): value is string => typeof value === "string" && value.length <= 500);

/** The most characters a document has. */
export const documentLength = 1_000_000;

/** A text written once inside a fact, up to {@link documentLength} characters. */
export const document = (): ChoiceField<string> =>
  choice((value): value is string => typeof value === "string" && value.length <= documentLength);

/** The id of a record of one of these kinds. */
export const link = <K extends KindName>(...kinds: readonly K[]): ChoiceField<Id<K>> =>
  choice((value): value is Id<K> => kinds.some((kind) => isIdOf(kind, value)));

/** Ids of records of one kind, at most `most`. */
export const links = <K extends KindName>(kind: K, most = 50): ChoiceField<readonly Id<K>[]> =>
  choice(
    (value): value is readonly Id<K>[] =>
      Array.isArray(value) && value.length <= most && value.every((item) => isIdOf(kind, item)),
  );

type ValueOfField<F> = F extends TextField ? string : F extends ChoiceField<infer T> ? T | undefined : never;
type ValuesOf<F extends Fields> = { readonly [Name in keyof F]: ValueOfField<F[Name]> };

/** One item of a list: its id, and its fields. */
export type Item<F extends Fields> = { readonly id: string } & ValuesOf<F>;

/** One of several answers given to the same choice without knowledge of each other. */
export interface Answer {
  readonly value: unknown;
  /** The person who chose it, as their device wrote it. */
  readonly by: string;
}

/** The plain object a record's state stands for. */
export type ValueOf<F extends Fields, L extends Lists> = ValuesOf<F> & {
  readonly [Name in keyof L]: readonly Item<L[Name]>[];
} & {
  /** Choices with more than one standing answer, by field name (`list/item/field` inside lists). Absent when there are none. */
  readonly answers?: Readonly<Record<string, readonly Answer[]>>;
};
