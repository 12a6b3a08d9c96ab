/**
 * How a record's contents are named inside its document. A choice is kept under `field@token`, a new
 * token each time it is made; making it again removes the tokens seen so far. So two people who
 * choose without knowledge of each other leave two tokens, and both answers stay readable until
 * someone settles them. Source: RULES M4.
 */
import type { Random } from "#model/id.ts";
import type { Answer } from "./schema.ts";

/** What stands before the name of a typed text among a document's roots. */
export const textPrefixes = "text:";

/** The root under which the typed text of a field is kept. */
export const textName = (field: string): string => textPrefixes + field;

const alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

/** A fresh key for a choice of this field: 41 random bits tell it from every other. */
export const choiceKey = (field: string, random: Random): string =>
  `${field}@${Array.from({ length: 8 }, () => alphabet[Math.floor(random() * alphabet.length)]).join("")}`;

const shape = /^([A-Za-z][A-Za-z-]*(?:\/[0-9A-Za-z_-]{1,60}\/[A-Za-z]+)?)@([0-9a-z]{8})$/;

/** The field and token a choice's key names, or undefined when it is no such key. */
export function parseChoiceKey(key: string): { readonly field: string; readonly token: string } | undefined {
  const [, field, token] = shape.exec(key) ?? [];
  return field === undefined || token === undefined ? undefined : { field, token };
}

/** A choice as it is kept: the value, and who chose it. */
export function readAnswer(kept: unknown): Answer | undefined {
  if (!Array.isArray(kept) || kept.length !== 2) return undefined;
  const [value, by] = kept as readonly unknown[];
  return typeof by === "string" ? { value, by } : undefined;
}

/** Standing answers by field, in the order of their tokens: the last is the one shown, on every replica. */
export function answersOf(entries: Iterable<[string, unknown]>): Map<string, Answer[]> {
  const found: { field: string; token: string; answer: Answer }[] = [];
  for (const [key, kept] of entries) {
    const named = parseChoiceKey(key);
    const answer = readAnswer(kept);
    if (named && answer) found.push({ ...named, answer });
  }
  found.sort((a, b) => (a.token < b.token ? -1 : 1));
  const byField = new Map<string, Answer[]>();
  for (const { field, answer } of found) byField.set(field, [...(byField.get(field) ?? []), answer]);
  return byField;
}
