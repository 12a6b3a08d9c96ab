/**
 * What a record said when somebody looked at it, small enough to keep for each: one short print a field,
 * by which a later look tells which fields somebody changed since.
 */
import { hashOf } from "#model/record/bytes.ts";

/** Prints by the name of a field or list; one that says nothing has none. */
export type Prints = Readonly<Record<string, string>>;

/** Characters of a hash: of a thousand changed fields less than one in a million is taken for unchanged. */
const printLength = 7;

type Value = Readonly<Record<string, unknown>>;

const known = new WeakMap<object, Prints>();

const saysNothing = (said: unknown): boolean =>
  said === undefined || said === "" || (Array.isArray(said) && said.length === 0);

/** The prints of a record's value; kept while the value is. */
export function printsOf(value: object): Prints {
  const before = known.get(value);
  if (before) return before;
  const { answers, ...fields } = value as Value;
  const given = (answers ?? {}) as Value;
  const prints = Object.fromEntries(
    Object.entries(fields)
      .filter(([name, said]) => !saysNothing(said) || given[name] !== undefined)
      .map(([name, said]) => [name, hashOf(JSON.stringify([said, given[name]])).slice(0, printLength)]),
  );
  known.set(value, prints);
  return prints;
}

/** The fields that say something else now. */
export const changedFields = (before: Prints, now: Prints): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => before[name] !== now[name]);

/** What was looked at, with one's own change in it: what others changed beside it stays to be seen. */
export function withOwnChange(
  looked: Prints,
  change: { readonly before: Prints; readonly after: Prints },
): Prints {
  const own = changedFields(change.before, change.after);
  if (own.length === 0) return looked;
  const others = Object.entries(looked).filter(([name]) => !own.includes(name));
  const mine = own.flatMap((name) => {
    const print = change.after[name];
    return print === undefined ? [] : [[name, print] as const];
  });
  return Object.fromEntries([...others, ...mine]);
}
