import * as fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { kindOf } from "#model/kinds.ts";
import { acceptUpdate, stateLimitBytes } from "./record-limits.ts";
import { emptyState, mergeStates, openRecord, project } from "./record.ts";
import type { OpenRecord, State } from "./record.ts";
import { bytesOfWords, takes, typedFieldLength, typedRecordBytes } from "./room.ts";
import type { Fields, Lists } from "./schema.ts";

const entry = kindOf("log-entry");
const plan = kindOf("plan");
const writer = { person: "person_1", random: seededRandom(7) } as const;

const opened = (state: State = emptyState) => openRecord(entry, state, writer);

/** Makes an edit where it is taken, as an editor does. */
function tried<F extends Fields, L extends Lists>(
  definition: { readonly goesOn?: boolean },
  open: OpenRecord<F, L>,
  edit: Parameters<OpenRecord<F, L>["change"]>[0],
): boolean {
  const isTaken = takes(definition, mergeStates(open.state()).length, open.weigh(edit));
  if (isTaken) open.change(edit);
  return isTaken;
}

const full = (character: string): State => {
  const open = opened();
  const count = Math.floor((typedRecordBytes - 200) / bytesOfWords(character));
  expect(tried(entry, open, (draft) => draft.type("did", character.repeat(count)))).toBe(true);
  expect(tried(entry, open, (draft) => draft.type("learned", "x".repeat(500)))).toBe(false);
  return mergeStates(open.state());
};

test.for(["a", "é", "字", "👩", "👩🏽‍🚀"])("[M14] a record full of %s is taken by the server", (character) => {
  const accepted = acceptUpdate(entry, emptyState, full(character));
  expect(accepted.ok).toBe(true);
});

test("[M14] what many devices typed into one text apart, each up to the limit, is taken merged", () => {
  const states = Array.from({ length: 15 }, () => full("字"));
  let current = emptyState;
  for (const state of states) {
    const accepted = acceptUpdate(entry, current, mergeStates(current, state));
    if (!accepted.ok) throw new Error(accepted.problem.code);
    current = accepted.value.state;
  }
  expect(current.length).toBeGreaterThan(15 * (typedRecordBytes - 1000));
  expect(current.length).toBeLessThan(stateLimitBytes);
});

test("[M14] in a record that merging filled words can be taken out, chosen and removed, and none put in", () => {
  const open = opened(mergeStates(full("a"), full("b")));
  const words = open.value().did;
  expect(tried(entry, open, (draft) => draft.type("did", `${words}!`))).toBe(false);
  expect(tried(entry, open, (draft) => draft.set("removed", true))).toBe(true);
  expect(tried(entry, open, (draft) => draft.set("strand", "maths"))).toBe(true);
  expect(tried(entry, open, (draft) => draft.type("did", words.slice(1000, -1)))).toBe(true);
  expect(acceptUpdate(entry, emptyState, mergeStates(open.state())).ok).toBe(true);
});

test("[M14] a full record out of which every other word is taken is still taken by the server", () => {
  const open = opened();
  const words = "ab ".repeat(20_000);
  expect(tried(entry, open, (draft) => draft.type("did", words.repeat(4)))).toBe(true);
  for (let at = 0; at < 400; at += 1) {
    const now = open.value().did;
    open.change((draft) => draft.type("did", now.slice(0, at * 3 + 1) + now.slice(at * 3 + 3)));
  }
  const state = mergeStates(open.state());
  // Twenty-five bytes at most for each: of a text of this size, taken apart letter by letter, less than the server's limit.
  expect(state.length - typedRecordBytes).toBeLessThan(400 * 25);
  expect(typedRecordBytes + (typedRecordBytes / 2) * 25).toBeLessThan(stateLimitBytes);
  expect(acceptUpdate(entry, emptyState, state).ok).toBe(true);
});

test("[M14] what earlier sessions left in a state counts, though it is no text", () => {
  let state = emptyState;
  for (let session = 0; session < 300; session += 1) {
    const open = opened(state);
    open.change((draft) => draft.type("did", session % 2 === 0 ? "word" : ""));
    state = mergeStates(state, open.state());
    open.close();
  }
  expect(project(entry, state).did).toBe("");
  expect(state.length).toBeGreaterThan(300 * 10);
  const weight = opened(state).weigh((draft) => draft.type("did", "a".repeat(typedRecordBytes - 3000)));
  expect(takes(entry, state.length, weight)).toBe(false);
});

test("[M14] a field of a kind that does not go on takes a set number of characters, and fewer again", () => {
  const open = openRecord(plan, emptyState, writer);
  const most = "a".repeat(typedFieldLength);
  expect(tried(plan, open, (draft) => draft.type("goodAt", most))).toBe(true);
  expect(tried(plan, open, (draft) => draft.type("goodAt", `${most}b`))).toBe(false);
  expect(tried(plan, open, (draft) => draft.item("steps", "one").type("what", `${most}b`))).toBe(false);
  expect(tried(plan, open, (draft) => draft.type("goodAt", "b".repeat(10)))).toBe(true);
});

test("[M14] an edit weighs at least what it adds to a state", () => {
  const words = fc.string({ unit: "grapheme", maxLength: 300 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom("did", "learned"), words), { maxLength: 8 }), (typed) => {
      const open = opened();
      for (const [name, text] of typed) {
        const before = mergeStates(open.state()).length;
        const edit: Parameters<typeof open.change>[0] = (draft) => {
          draft.type(name, text);
          draft.set("strand", "maths");
        };
        const { bytes } = open.weigh(edit);
        open.change(edit);
        expect(mergeStates(open.state()).length - before).toBeLessThanOrEqual(bytes);
      }
      open.close();
    }),
  );
});
