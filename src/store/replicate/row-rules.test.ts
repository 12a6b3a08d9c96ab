import { expect, test } from "vitest";
import { mergeStates } from "#model/record/record.ts";
import { aRow, heldBy, maisieOwn, retyped } from "#tests/support/rows.ts";
import { acknowledged, fetched, written } from "./row-rules.ts";
import { isUnsent } from "./row.ts";
import type { Row } from "./row.ts";

/** What is sent of a row as it is now, and the server's answer that it kept exactly that. */
function sentNow({ envelope, state, localRev: rev, ...row }: Row) {
  const { hash, receipt, stamps } = heldBy({ envelope, state });
  return { sent: { envelope, state, rev }, kept: { id: row.id, hash, receipt, stamps } } as const;
}

const may = (): boolean => true;

test("[S2] an answer to what was sent before a record was let go of marks nothing of it as sent that was begun anew", () => {
  const before = aRow("Before");
  const { sent, kept } = sentNow(before);
  const anew = aRow("Begun anew", { id: before.id, envelope: before.envelope });
  expect(anew.localRev).toBe(sent.rev);
  expect(isUnsent(acknowledged(anew, sent, kept))).toBe(true);
});

test("[S2] what was begun anew with what was sent, and with more, stays unsent too", () => {
  const before = aRow("Before");
  const { sent, kept } = sentNow(before);
  const anew = aRow("", { ...before, state: retyped(before.state, "Before and after") });
  expect(isUnsent(acknowledged(anew, sent, kept))).toBe(true);
});

test("[S2] an answer counts for all that was sent, though others' words came in between", () => {
  const row = aRow("Mine");
  const { sent, kept } = sentNow(row);
  const theirs = heldBy({ envelope: row.envelope, state: retyped(row.state, "Mine and theirs") });
  const both = fetched(row, theirs, { scopes: [maisieOwn], may });
  expect(isUnsent(acknowledged(both, sent, kept))).toBe(false);
});

test("[S2] what was typed before others' words came stays unsent until it was sent itself", () => {
  const row = aRow("Mine");
  const { sent, kept } = sentNow(row);
  const more = written(row, { envelope: row.envelope, state: retyped(row.state, "Mine, and more") });
  const theirs = heldBy({ envelope: row.envelope, state: retyped(row.state, "Theirs: mine") });
  const both = fetched(more, theirs, { scopes: [maisieOwn], may });
  const answered = acknowledged(both, sent, kept);
  expect(isUnsent(answered)).toBe(true);
  expect(mergeStates(answered.state, theirs.state)).toEqual(answered.state);
});
