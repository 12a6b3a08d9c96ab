import { describe, expect, test } from "vitest";
import { addDays, day, type LocalDate } from "#model/time.ts";
import { strands } from "#model/kinds/strand.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { createDemo } from "./compose.ts";
import type { DemoLearner, DemoSchool } from "./demo-school.ts";

const today = day("2026-11-26");
const demoOn = (date: LocalDate, seed = 1): DemoSchool =>
  createDemo({ today: date, random: seededRandom(seed) });
const demo = demoOn(today);
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const startOf = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);

const prompts = ["did", "learned", "how", "wentWell", "wentLess", "enjoyed", "useAgain", "next"] as const;
const sentencesOf = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(/(?<=[.!?])\s+/))
    .map((sentence) =>
      sentence
        .toLowerCase()
        .replace(/[^\p{L}\p{N} ]/gu, "")
        .trim(),
    )
    .filter((sentence) => sentence !== "");
const logOf = ({ entries }: DemoLearner): string[] =>
  entries.flatMap((entry) => prompts.flatMap((prompt) => entry[prompt] ?? []));
const reviewTextsOf = ({ reviews }: DemoLearner): string[] =>
  reviews.flatMap(({ overall, contributions }) => [
    overall,
    ...contributions.flatMap(({ words, proud = "", hard = "" }) => [words, proud, hard]),
  ]);
const repeated = (sentences: readonly string[]): string[] =>
  sentences.filter((sentence, place) => sentences.indexOf(sentence) !== place);
const isSorted = (values: readonly (number | string)[]): boolean =>
  values.every((value, place) => place === 0 || (values[place - 1] ?? value) <= value);

describe("the demo school", () => {
  test("is the same for the same day and randomness", () => {
    expect(demoOn(today)).toEqual(demo);
  });

  test("is as large as promised", () => {
    const entries = demo.learners.flatMap((learner) => learner.entries);
    const countOf = (role: string): number => demo.people.filter((person) => person.role === role).length;
    expect(demo.learners.length).toBeGreaterThanOrEqual(30);
    expect(entries.length / demo.learners.length).toBeGreaterThanOrEqual(20);
    expect(demo.organisations.map(({ kind }) => kind)).toEqual(["school", "provider", "provider"]);
    expect([countOf("tutor"), countOf("coordinator"), countOf("administrator")]).toEqual([2, 1, 1]);
    expect(countOf("safeguarding-lead")).toBe(1);
    for (const provider of ["moor-lane", "coed-farm"]) {
      const people = demo.people.filter(({ organisation }) => organisation === provider);
      expect(people.length).toBeGreaterThanOrEqual(2);
    }
  });

  test("has learners who wrote a lot, a little and nothing", () => {
    const counts = demo.learners.map(({ entries }) => entries.length);
    expect(Math.min(...counts)).toBe(0);
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(28);
    const lengths = demo.learners.flatMap(({ entries }) => entries.map(({ did }) => did.split(" ").length));
    expect(Math.min(...lengths)).toBeLessThanOrEqual(2);
    expect(Math.max(...lengths)).toBeGreaterThanOrEqual(150);
  });

  test("every key is there once, and everyone and everything mentioned exists", () => {
    const people = new Set(demo.people.map(({ key }) => key));
    const organisations = new Set(demo.organisations.map(({ key }) => key));
    const things = demo.learners.flatMap(({ targets, entries, objectives }) =>
      [...targets, ...entries, ...objectives].map(({ key }) => key),
    );
    const userNames = demo.people.map(({ userName }) => userName);
    expect(repeated([...things, ...demo.people.map(({ key }) => key)])).toEqual([]);
    expect(repeated(userNames)).toEqual([]);
    for (const learner of demo.learners) {
      const own = new Set(things.filter((key) => key.startsWith(`${learner.person}/`)));
      const mentionedPeople = [
        learner.person,
        learner.tutor,
        ...learner.teachingTeam,
        ...learner.comments.map(({ by }) => by),
        ...learner.reviews.flatMap(({ contributions }) => contributions.map(({ by }) => by)),
      ];
      const mentionedThings = [
        ...learner.targets.map(({ objective }) => objective),
        ...learner.goings.map(({ target }) => target),
        ...learner.entries.flatMap(({ target }) => target ?? []),
        ...learner.comments.map(({ on }) => on),
      ];
      expect(mentionedPeople.filter((key) => !people.has(key))).toEqual([]);
      expect(mentionedThings.filter((key) => !own.has(key))).toEqual([]);
      expect(organisations).toContain(learner.provider ?? "thornfield");
    }
    expect(demo.people.filter(({ organisation }) => !organisations.has(organisation))).toEqual([]);
  });

  test("[A11] only the tutor comments on an entry, and only on one that is shared", () => {
    for (const { entries, comments, tutor } of demo.learners) {
      const shared = new Set(entries.flatMap(({ key, sharedWith }) => (sharedWith === "tutor" ? key : [])));
      const entryKeys = new Set(entries.map(({ key }) => key));
      const onEntries = comments.filter(({ on }) => entryKeys.has(on));
      expect(onEntries.filter(({ by, on }) => by !== tutor || !shared.has(on))).toEqual([]);
    }
  });

  test("has a name in one word, with an apostrophe, with accents and in Arabic script", () => {
    const names = demo.people.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["Aaliyah", "Declan O’Brien", "Nguyễn Thị Mai", "محمد الحسن"]),
    );
  });

  test("has reviews that are overdue, soon due and being got ready", () => {
    const next = demo.learners.map(({ reviews }) => reviews.at(-1));
    expect(next.some((review) => review?.closed === true && review.nextDueOn < today)).toBe(true);
    expect(next.some((review) => review?.closed === true && review.nextDueOn > today)).toBe(true);
    expect(next.some((review) => review?.closed === false)).toBe(true);
  });

  test("shows every strand, feeling and outcome", () => {
    const targets = demo.learners.flatMap((learner) => learner.targets);
    const goings = demo.learners.flatMap((learner) => learner.goings);
    expect(new Set(targets.map(({ strand }) => strand))).toEqual(new Set(strands));
    expect(new Set(goings.map(({ feeling }) => feeling))).toEqual(new Set(["stuck", "hard", "ok", "good"]));
    const outcomes = targets.flatMap(({ outcome }) => outcome?.outcome ?? []);
    expect(new Set(outcomes)).toEqual(new Set(["reached", "partly", "not-yet", "changed"]));
  });
});

describe.each(seeds)("with seed %i", (seed) => {
  const { learners } = demoOn(addDays(today, seed), seed);

  test("nobody repeats a sentence in their log, and no review says what another says", () => {
    for (const learner of learners) expect(repeated(sentencesOf(logOf(learner)))).toEqual([]);
    for (const learner of learners) expect(repeated(sentencesOf(reviewTextsOf(learner)))).toEqual([]);
  });

  test("no two reviews in the school end with the same words", () => {
    const overall = learners.flatMap(({ reviews }) => reviews.map((review) => review.overall));
    expect(repeated(overall.filter((words) => words !== ""))).toEqual([]);
  });

  test("nothing is written in the future, and everything is in order", () => {
    const end = startOf(addDays(today, seed));
    for (const { entries, goings, comments, reviews, startedOn, targets } of learners) {
      const written = [...entries, ...goings, ...comments].map(({ at }) => at);
      expect(Math.max(0, ...written)).toBeLessThan(end);
      expect(Math.min(end, ...written)).toBeGreaterThanOrEqual(startOf(startedOn));
      for (const list of [entries, goings, comments]) expect(isSorted(list.map(({ at }) => at))).toBe(true);
      expect(isSorted(reviews.map(({ heldOn }) => heldOn))).toBe(true);
      expect(reviews.map(({ number }) => number)).toEqual(reviews.map((_, place) => place + 1));
      expect(targets.filter(({ setOn, dueOn }) => setOn >= dueOn)).toEqual([]);
    }
  });

  test("a target has an outcome exactly when its review was closed", () => {
    for (const { targets, reviews } of learners) {
      const closed = new Set(reviews.filter((review) => review.closed).map(({ number }) => number));
      const wrong = targets.filter(
        ({ setAtReview, outcome }) => closed.has(setAtReview + 1) !== (outcome !== undefined),
      );
      expect(wrong).toEqual([]);
    }
  });

  test("everyone is fourteen to nineteen, and a weekend has no entries", () => {
    for (const { bornOn, entries } of learners) {
      expect(bornOn < addDays(today, -14 * 365) && bornOn > addDays(today, -20 * 366)).toBe(true);
      expect(entries.filter(({ at }) => [0, 6].includes(new Date(at).getUTCDay()))).toEqual([]);
    }
  });
});
