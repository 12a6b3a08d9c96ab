import { expect, test } from "vitest";
import type { Id } from "#model/id.ts";
import type { LogEntry } from "#model/kinds/log-entry.ts";
import type { Written } from "#model/record/written.ts";
import { headOfEntry, partsOfEach, partsOfEntry, standingEntries, wholeEntries } from "./whole-entries.ts";

type Entry = Written<"log-entry"> & { readonly unsent: boolean };

const idOf = (name: string): Id<"log-entry"> => `log-entry_${name}`;
const words = { learned: "", how: "", wentWell: "", wentLess: "", enjoyed: "", useAgain: "", next: "" };

const entry = (
  name: string,
  did: string,
  { after, ...more }: Partial<LogEntry> & { readonly after?: string } = {},
  createdAt = 1,
): Entry => ({
  id: idOf(name),
  createdBy: "person_maisie",
  createdAt,
  unsent: false,
  value: { ...words, did, ...(after === undefined ? {} : { continues: idOf(after) }), ...more } as LogEntry,
});

test("[M14] an entry that goes on is read as one, letter for letter, in whatever order its parts came", () => {
  const parts = [
    entry("c", "d it.", { after: "b" }),
    entry("a", "I swe"),
    entry("b", "pt an", { after: "a", next: "More" }),
  ];
  const [whole, ...others] = wholeEntries(parts);
  expect(others).toEqual([]);
  expect(whole).toMatchObject({ id: idOf("a"), value: { did: "I swept and it.", next: "More" } });
});

test("[M14] a part that waits to be sent makes the whole wait", () => {
  const late = { ...entry("b", "two", { after: "a" }), unsent: true };
  expect(wholeEntries([entry("a", "one "), late])[0]).toMatchObject({ unsent: true });
});

test("[M14] a whole arrived when the last of its parts did, so that what was added later is news", () => {
  const first = { ...entry("a", "one "), arrivedAt: 5 };
  const added = { ...entry("b", "two", { after: "a" }), arrivedAt: 9 };
  expect(wholeEntries([added, first])).toMatchObject([{ id: idOf("a"), createdAt: 1, arrivedAt: 9 }]);
  expect(wholeEntries([first, entry("b", "two", { after: "a" })])).toMatchObject([{ arrivedAt: 5 }]);
});

test("[L4] a long entry that was removed is removed with all that goes on from it", () => {
  const parts = [
    entry("a", "one ", { removed: true }),
    entry("b", "two", { after: "a" }),
    entry("c", "three"),
  ];
  expect(partsOfEach(parts).map((of) => of.map(({ id }) => id))).toEqual([
    [idOf("a"), idOf("b")],
    [idOf("c")],
  ]);
  expect(standingEntries(parts).map(({ id }) => id)).toEqual([idOf("c")]);
});

test("entries that do not go on stay the very same", () => {
  const entries = [entry("a", "one"), entry("b", "two")];
  expect(wholeEntries(entries)).toBe(entries);
});

test("a whole stays the same object while its parts do", () => {
  const parts = [entry("a", "one "), entry("b", "two", { after: "a" })];
  expect(wholeEntries(parts)[0]).toBe(wholeEntries([...parts])[0]);
});

test("what two devices went on with from one entry both follows, the one begun first before the other", () => {
  const parts = [
    entry("late", "L", { after: "a" }, 3),
    entry("early", "E", { after: "a" }, 2),
    entry("later", "F", { after: "early" }, 4),
    entry("a", "A"),
  ];
  expect(wholeEntries(parts)[0]?.value.did).toBe("AEFL");
});

test("a part whose beginning is not on this device stands for itself, and so do two that name each other", () => {
  const lonely = [entry("b", "two", { after: "gone" })];
  expect(wholeEntries(lonely)).toEqual(lonely);
  const circle = [entry("a", "A", { after: "b" }), entry("b", "B", { after: "a" })];
  expect(wholeEntries(circle)).toEqual(circle);
  expect(partsOfEntry(entry("a", "A", { after: "b" }), circle).map(({ id }) => id)).toEqual([
    idOf("a"),
    idOf("b"),
  ]);
  expect(headOfEntry(entry("a", "A", { after: "b" }), circle).id).toBe(idOf("a"));
});

test("[A6] nobody's entry goes on in another person's", () => {
  const theirs = { ...entry("b", "two", { after: "a" }), createdBy: "person_other" as const };
  expect(wholeEntries([entry("a", "one"), theirs])).toHaveLength(2);
});
