import { expect, test } from "vitest";
import { kindNames } from "#model/id.ts";
import type { Id, KindName } from "#model/id.ts";
import type { Value } from "#model/kinds.ts";
import { named, noon, written } from "#tests/support/written.ts";
import { entriesToRead, waitingThings } from "./waiting-things.ts";
import type { Countable } from "./waiting-things.ts";

const day = "2026-11-20";
const of = <K extends KindName>(kind: K, value: Partial<Value<K>>, letter?: string): Countable => ({
  ...written(kind, day, value, letter === undefined ? {} : { id: named(kind, letter) }),
  kind,
});
const entry = (letter: string, continues?: Id<"log-entry">): Countable =>
  of("log-entry", { did: letter, ...(continues ? { continues } : {}) }, letter);
const idOf = (letter: string): Id<"log-entry"> => named("log-entry", letter);
const choice = (letter: string): Countable =>
  of("sharing-choice", { entry: idOf(letter), sharedWith: "tutor" });
const names = (unsent: readonly Countable[]) => waitingThings(unsent).map(({ name }) => name);

test("[S16] a long entry with its parts and with whom it is shared is one entry, in whatever order they wait", () => {
  const records = [entry("a"), entry("b", idOf("a")), entry("c", idOf("b")), choice("a"), choice("a")];
  const one = [{ name: "entry", kind: "log-entry", shown: idOf("a") }];
  expect(waitingThings(records)).toEqual(one);
  expect(waitingThings(records.toReversed())).toEqual(one);
});

test("[S16] parts of one entry are one, also when what stands between them is sent already", () => {
  const sent = [entry("a"), entry("b", idOf("a")), entry("d")];
  const unsent = [entry("c", idOf("b")), choice("a"), choice("d")];
  const read = new Map<Id, Countable>();
  for (let ids = entriesToRead(unsent, read); ids.length > 0; ids = entriesToRead(unsent, read))
    for (const id of ids) read.set(id, sent.find((one) => one.id === id) ?? entry("z"));
  expect(waitingThings(unsent, read).map(({ shown }) => shown)).toEqual([idOf("a"), idOf("d")]);
});

test("[S16] only with whom an entry is shared is said as that, beside the entry's words", () => {
  expect(waitingThings([choice("a")])).toEqual([{ name: "entry", kind: "sharing-choice", shown: idOf("a") }]);
});

test("[S16] a review with one's words to it, what became of targets and its closing is one review; a new target is another thing", () => {
  const review = named("review", "r");
  const records = [
    of("contribution", { review, learned: "To wait" }),
    of("target-outcome", { review, outcome: "reached" }),
    of("review", { overall: "A good half term" }, "r"),
    of("review-closed", { review }),
    of("target", { what: "Cut a joint", setAt: review }),
  ];
  expect(names(records)).toEqual(["review", "target"]);
  expect(waitingThings(records)[0]).toMatchObject({ kind: "review", shown: review });
  expect(waitingThings(records.slice(0, 1))[0]?.kind).toBe("contribution");
  expect(waitingThings(records.slice(0, 2))).toMatchObject([{ name: "review", kind: "review" }]);
});

test("[S16] what was erased in one go is one thing, with what else waits about it; another time is another", () => {
  const erasure = (letter: string, atMs: number): Countable => ({
    ...of("erasure", { record: idOf(letter) }),
    createdAt: noon(day) + atMs,
  });
  expect(names([erasure("a", 0), erasure("b", 3), choice("a")])).toEqual(["thing"]);
  expect(names([erasure("a", 0), erasure("b", 3), erasure("c", 5000)])).toEqual(["thing", "thing"]);
});

test("[S16] two entries are two, each answer and comment is one, and no kind of record counts as nothing", () => {
  expect(
    names([entry("a"), entry("b"), of("comment", {}), of("how-it-is-going", {}), of("plan", {})]),
  ).toEqual(["entry", "entry", "comment", "answer", "plan"]);
  for (const kind of kindNames) expect(waitingThings([of(kind, {})])).toHaveLength(1);
});

test("[S16] entries that name each other in a circle still count", () => {
  expect(waitingThings([entry("a", idOf("b")), entry("b", idOf("a"))]).length).toBeGreaterThan(0);
});
