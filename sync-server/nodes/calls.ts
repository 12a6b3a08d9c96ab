/**
 * What servers on one database say to each other: who is to be rung, and whose streams end. Only ids and
 * scopes, in as many calls as they need; what would need very many becomes one that rings everybody.
 */
import * as v from "valibot";
import type { Scope } from "#model/access.ts";
import type { PersonId } from "#model/id.ts";
import { callLimitBytes } from "#server/storage/storage.ts";
import type { Touched } from "#server/sync/desk/desk.ts";

/** Calls that one gathering may become. */
const callsMax = 20;

const callShape = v.object({
  from: v.string(),
  scopes: v.optional(v.array(v.custom<Scope>((scope) => typeof scope === "string")), []),
  people: v.optional(v.array(v.custom<PersonId>((person) => typeof person === "string")), []),
  commits: v.optional(v.array(v.number()), []),
  /** Everybody is rung: who is concerned would not fit. */
  everybody: v.optional(v.boolean(), false),
  close: v.exactOptional(
    v.union([
      v.object({ device: v.string() }),
      v.object({ person: v.custom<PersonId>((id) => typeof id === "string") }),
    ]),
  ),
});

/** A call as it is heard. */
export type Call = v.InferOutput<typeof callShape>;

/** What a call says; undefined for what this version does not understand. */
export function readCall(text: string): Call | undefined {
  const read = v.safeParse(callShape, parsed(text));
  return read.success ? read.output : undefined;
}

/** The calls that say what changed. */
export function callsOf(from: string, { scopes, people, commits }: Touched): readonly string[] {
  const calls = inCalls(from, [
    ...[...scopes].map((scope) => ({ scopes: scope })),
    ...[...people].map((person) => ({ people: person })),
    ...commits.map((commit) => ({ commits: commit })),
  ]);
  if (calls.length <= callsMax) return calls;
  const [everybody = ""] = inCalls(from, []);
  return [
    everybody.replace("}", ',"everybody":true}'),
    ...inCalls(
      from,
      commits.map((commit) => ({ commits: commit })),
    ),
  ];
}

/** The call that ends streams. */
export const closingCall = (from: string, close: NonNullable<Call["close"]>): string =>
  JSON.stringify({ from, close });

type Said = { readonly scopes: string } | { readonly people: string } | { readonly commits: number };

function inCalls(from: string, all: readonly Said[]): string[] {
  const calls: string[] = [];
  let call: Record<string, (string | number)[]> = {};
  let size = 0;
  const finish = (): void => {
    calls.push(JSON.stringify({ from, ...call }));
    call = {};
    size = 0;
  };
  for (const said of all)
    for (const [name, value] of Object.entries(said) as [string, string | number][]) {
      const bytes = Buffer.byteLength(JSON.stringify(value)) + 1;
      if (size + bytes > callLimitBytes - 100) finish();
      (call[name] ??= []).push(value);
      size += bytes;
    }
  finish();
  return calls;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
