import { expect, test } from "vitest";
import { day } from "#model/time.ts";
import { written } from "#tests/support/written.ts";
import { smartAnswers } from "./smart.ts";

const answered = (value: Parameters<typeof written<"target">>[2]): readonly string[] =>
  Object.entries(smartAnswers(written("target", "2026-11-26", value).value)).flatMap(([question, is]) =>
    is ? [question] : [],
  );

test("an empty target answers none of the five questions", () => {
  expect(answered({})).toEqual([]);
});

test("each question is answered by what the target says, never by how well it says it", () => {
  expect(answered({ what: "read a timetable" })).toEqual(["specific"]);
  expect(answered({ what: "reading  " })).toEqual([]);
  expect(answered({ howWeKnow: "x", support: "x", why: "x", dueOn: day("2026-12-10") })).toEqual([
    "measurable",
    "achievable",
    "relevant",
    "timed",
  ]);
});

test("a first step makes a target achievable, as help does", () => {
  expect(answered({ steps: [{ id: "a", what: "Find the bus stop", met: undefined }] })).toEqual([
    "achievable",
  ]);
});
