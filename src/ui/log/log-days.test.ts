import { expect, test } from "vitest";
import { day } from "#model/time.ts";
import { written } from "#tests/support/written.ts";
import { inOrder, matching, removedIn, toRows } from "./log-days.ts";

const joint = written("log-entry", "2026-11-26", { did: "Cut a joint", strand: "vocational" });
const bus = written("log-entry", "2026-11-26", { did: "Got the early bus", happenedOn: day("2026-11-24") });
const hinges = written("log-entry", "2026-11-25", {
  did: "Marked the hinges",
  learned: "A joint needs glue",
});
const removed = written("log-entry", "2026-11-25", { did: "Oops", removed: true });

test("entries stand under the day they are about, newest first, without removed ones", () => {
  expect(toRows(inOrder([hinges, removed, bus, joint]))).toEqual([
    { kind: "day", day: "2026-11-26" },
    { kind: "entry", entry: joint },
    { kind: "day", day: "2026-11-25" },
    { kind: "entry", entry: hinges },
    { kind: "day", day: "2026-11-24" },
    { kind: "entry", entry: bus },
  ]);
});

test("[L5] what was removed is listed by itself, the long ones whole", () => {
  const more = written("log-entry", "2026-11-25", { did: ", again", continues: removed.id });
  const listed = removedIn([more, hinges, removed]);
  expect(listed.map(({ value }) => value.did)).toEqual(["Oops, again"]);
});

test("finding looks in every answer, for every word, whatever its case", () => {
  expect(matching([joint, bus, hinges], { words: "JOINT" })).toEqual([joint, hinges]);
  expect(matching([joint, bus, hinges], { words: "joint glue" })).toEqual([hinges]);
});

test("finding asks for no accent and no apostrophe, whichever of them a phone made", () => {
  const said = written("log-entry", "2026-11-26", { did: "I didn’t break at Zoë’s café" });
  for (const words of ["didn't", "didn’t", "didnt", "zoes cafe", "Zoë’s"])
    expect(matching([said, bus], { words })).toEqual([said]);
});

test("a strand narrows what was found", () => {
  expect(matching([joint, hinges], { words: "joint", strand: "vocational" })).toEqual([joint]);
});
