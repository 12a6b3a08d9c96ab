import { describe, expect, test } from "vitest";
import { circleOf } from "#tests/support/circle.ts";
import { farida, maisie, named, noon, thornfield, written } from "#tests/support/written.ts";
import type { ActiveMembership } from "#model/access.ts";
import { seriesFor } from "#model/views/review/whose-series.ts";
import { learnerOfPerson, personOfLearner } from "#model/id.ts";
import type { KindName, LearnerId } from "#model/id.ts";
import { day } from "#model/time.ts";
import type { Written } from "#model/record/written.ts";
import { caseloadRows, learnersOf } from "./caseload.ts";
import { passes } from "./caseload-filters.ts";
import type { CaseloadRecords, Listed } from "./caseload.ts";

const moorLane = named("organisation", "p");
const gaz = named("person", "g");
const callum: LearnerId = named("learner", "c");
const zainab: LearnerId = named("learner", "z");
const today = day("2026-11-26");

const homeAndTutor = (learner: LearnerId): ActiveMembership[] => [
  { role: "home", learner, organisation: thornfield },
  { role: "tutor", learner, person: farida },
];
const circle = circleOf([
  ...[maisie, callum, zainab].flatMap(homeAndTutor),
  { role: "provider", learner: maisie, organisation: moorLane },
  { role: "staff", org: moorLane, person: gaz },
]);

const listed = <K extends KindName>(record: Written<K>, unsent = false): Listed<K> => ({ ...record, unsent });
const none: CaseloadRecords = {
  people: [],
  organisations: [],
  learners: [],
  plans: [],
  targets: [],
  outcomes: [],
  reviews: [],
  closings: [],
  feelings: [],
  entries: [],
  comments: [],
  contributions: [],
};
const person = (learner: LearnerId, name: string) =>
  listed(written("person", "2026-09-01", { name }, { id: personOfLearner(learner) }));
const dueOn = (learner: LearnerId, date: string) =>
  listed(
    written(
      "review-closed",
      "2026-10-01",
      { review: named("review", learner.slice(-1)), series: thornfield, nextOn: day(date) },
      { learner },
    ),
  );
const rows = (records: Partial<CaseloadRecords>, who = farida) =>
  caseloadRows({ ...none, ...records }, { person: who, circle, today });

describe("the order of a caseload", () => {
  test("the latest review stands first, then the next due, then those without a day by name", () => {
    const records = {
      people: [person(maisie, "Maisie"), person(callum, "Callum"), person(zainab, "Zainab")],
      closings: [dueOn(zainab, "2026-11-20"), dueOn(callum, "2026-11-17")],
    };
    expect(rows(records).map((row) => [row.name, row.group, row.daysLate])).toEqual([
      ["Callum", "overdue", 9],
      ["Zainab", "overdue", 6],
      ["Maisie", "later", 0],
    ]);
  });

  test("[R3] a review due today is within the next fourteen days, not overdue", () => {
    const groups = rows({
      closings: [dueOn(maisie, "2026-11-26"), dueOn(callum, "2026-12-10"), dueOn(zainab, "2026-12-11")],
    });
    expect(groups.map((row) => row.group)).toEqual(["soon", "soon", "later"]);
  });
});

test("[A4] provider staff have the learners their provider teaches, and its series", () => {
  expect(learnersOf(circle, gaz)).toEqual([maisie]);
  expect(seriesFor(circle, gaz, maisie)).toBe(moorLane);
  expect(seriesFor(circle, farida, maisie)).toBe(thornfield);
});

test("nobody is on their own caseload", () => {
  const self = personOfLearner(maisie);
  const own = circleOf([{ role: "tutor", learner: learnerOfPerson(self), person: self }]);
  expect(learnersOf(own, self)).toEqual([]);
});

test("a target is off track in the row when its learner finds it hard", () => {
  const target = written("target", "2026-10-01", { strand: "english" });
  const hard = written("how-it-is-going", "2026-11-01", { target: target.id, feeling: "hard" });
  const row = rows({ targets: [listed(target)], feelings: [listed(hard)] }).find(
    (one) => one.learner === maisie,
  );
  expect(row).toMatchObject({ offTrack: 1, targets: [{ id: target.id, strand: "english", isOff: true }] });
});

test("news is what others wrote, newest first; my own is none", () => {
  const theirs = ["2026-11-01", "2026-11-03"].map((on) =>
    listed(written("log-entry", on, {}, { createdBy: gaz })),
  );
  const mine = listed(written("comment", "2026-11-04", {}));
  const row = rows({ entries: theirs, comments: [mine] }).find((one) => one.learner === maisie);
  expect(row).toMatchObject({
    lastEntryAt: noon("2026-11-03"),
    news: [noon("2026-11-03"), noon("2026-11-01")],
  });
});

test("[M14] an entry in several records is one thing new, and one that was removed is none with all its records", () => {
  const first = listed(written("log-entry", "2026-11-01", {}, { createdBy: gaz }));
  const goesOn = listed(written("log-entry", "2026-11-02", { continues: first.id }, { createdBy: gaz }));
  expect(rows({ entries: [first, goesOn] }).find((one) => one.learner === maisie)).toMatchObject({
    lastEntryAt: noon("2026-11-01"),
    news: [noon("2026-11-02")],
  });
  const removed = { ...first, value: { ...first.value, removed: true } };
  expect(rows({ entries: [removed, goesOn] }).find((one) => one.learner === maisie)).toMatchObject({
    lastEntryAt: undefined,
    news: [],
  });
});

test("filters keep who is overdue, off track, quiet for a week, or has something waiting to be sent", () => {
  const records = {
    closings: [dueOn(callum, "2026-11-17")],
    entries: [listed(written("log-entry", "2026-11-25", {}))],
    comments: [listed(written("comment", "2026-11-25", {}, { learner: zainab }), true)],
  };
  const kept = (filter: Parameters<typeof passes>[1]) =>
    rows(records)
      .filter((row) => passes(row, filter, noon("2026-11-26")))
      .map((row) => row.learner);
  expect(kept("overdue")).toEqual([callum]);
  expect(kept("quiet").toSorted()).toEqual([callum, zainab].toSorted());
  expect(kept("waiting")).toEqual([zainab]);
  expect(kept("everyone")).toHaveLength(3);
});
