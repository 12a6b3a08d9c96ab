import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { nothingKnown, readWell } from "./fixtures.ts";
import { plainCsvTemplate, readPlainCsv } from "./plain-csv.ts";
import { planRoster } from "./preview.ts";
import type { Roster } from "./roster.ts";

const reading = (text: string) =>
  readPlainCsv({ file: "people.csv", bytes: strToU8(text), organisation: "Thornfield School" });
const read = (...lines: string[]): Roster => readWell(reading(lines.join("\n")));
const planOf = (roster: Roster) =>
  planRoster(roster, nothingKnown, { today: "2026-11-26", ticked: new Set() });
const linksOf = (roster: Roster): string[][] =>
  planOf(roster).linksToAdd.map(({ staff, as, learner }) => [staff, as, learner]);

test("the template reads without a problem and links everyone it names", () => {
  const roster = read(plainCsvTemplate);
  expect(roster.problems).toEqual([]);
  expect(linksOf(roster)).toEqual([
    ["2001", "tutor", "1001"],
    ["2004", "provider-staff", "1001"],
    ["2002", "teaching-team", "1001"],
    ["2002", "teaching-team", "1002"],
    ["2001", "tutor", "1002"],
    ["2003", "teaching-team", "1002"],
  ]);
});

test("the group of a named tutor or teacher goes by their name, not by their number", () => {
  const titles = read(plainCsvTemplate).groups.map(({ title }) => title);
  expect(titles).toEqual(["10C", "Any Workshop", "Sam Sample", "Alex Sample", "Kim Sample"]);
});

test("headers and roles may be in any case and in a school's own words", () => {
  const roster = read(
    "Surname;Forename;Role;Form Tutor",
    "Thornton;Maisie;Pupil;Farida Iqbal",
    "Iqbal;Farida;Form tutor;",
  );
  expect(roster.people.map(({ name, role }) => [name, role])).toEqual([
    ["Maisie Thornton", "learner"],
    ["Farida Iqbal", "tutor"],
  ]);
});

test("a learner's programme is read under its usual names, and only for learners", () => {
  for (const head of ["programme", "Course", "Program", "Pathway", "programe"]) {
    const roster = read(`name,role,${head}`, "Maisie Thornton,learner,Joinery", "Farida Iqbal,tutor,Joinery");
    expect(roster.people.map(({ programme }) => programme)).toEqual(["Joinery", undefined]);
    expect(roster.problems.map(({ code }) => code)).not.toContain("column-unknown");
  }
});

test("the template has a programme for each learner", () => {
  const learners = read(plainCsvTemplate).people.filter(({ role }) => role === "learner");
  expect(learners.map(({ programme }) => programme)).toEqual(["Joinery", "Catering"]);
});

test("a mistyped tutor is suggested, never given access", () => {
  const roster = read("name,role,tutors", "Maisie Thornton,learner,Farida Iqball", "Farida Iqbal,tutor,");
  expect(linksOf(roster)).toEqual([]);
  expect(planOf(roster).problems).toMatchObject([
    { code: "name-unknown", line: 2, suggestion: "Farida Iqbal" },
  ]);
});

test("a learner named as a tutor, or a name two staff share, gives no access", () => {
  const roster = read(
    "name,role,id,tutors",
    "Maisie Thornton,learner,1,Kofi Mensah; Sam Lee",
    "Kofi Mensah,learner,2,",
    "Sam Lee,tutor,3,",
    "Sam Lee,tutor,4,",
  );
  expect(linksOf(roster)).toEqual([]);
  expect(planOf(roster).problems.map(({ code }) => code)).toEqual(["name-shared", "name-unknown"]);
});

test("two people with one name need an id each; until then the second is left out", () => {
  const roster = read("name,role", "Sam Lee,learner", "Sam Lee,learner");
  expect(roster.people).toHaveLength(1);
  expect(roster.problems).toMatchObject([{ code: "name-twice", line: 3, effect: "left-out" }]);
});

test("a tutor group without a tutor leaves its learners seen by nobody", () => {
  const roster = read("name,role,tutor group", "Maisie Thornton,learner,10C");
  expect(planOf(roster).seenByNobody.map(({ name }) => name)).toEqual(["Maisie Thornton"]);
});

test("names with quotes, apostrophes and other scripts come through whole", () => {
  const roster = read("name,role", "Sean O'Brien,learner", '"Nguyễn, Thị Mai",learner', "محمد,learner");
  expect(roster.people.map(({ name }) => name)).toEqual(["Sean O'Brien", "Nguyễn, Thị Mai", "محمد"]);
});

test("a file without roles or without people is refused", () => {
  expect(reading("name,age\nMaisie,16")).toMatchObject({ problem: { detail: "no-header" } });
  expect(reading("name,role\n")).toMatchObject({ problem: { detail: "no-people" } });
});

test("a coordinator is one, with or without a dash", () => {
  const roster = read("name,role", "Sade Okoro,Coordinator", "Ann Ward,co-ordinator");
  expect(roster.people.map(({ role }) => role)).toEqual(["coordinator", "coordinator"]);
});

test("a letter that was lost before the file came here spoils no other name, and is told", () => {
  const roster = read("name,role", "Ren\ufffd,learner", "Zoë Núñez,learner");
  expect(roster.people.map(({ name }) => name)).toEqual(["Ren\ufffd", "Zoë Núñez"]);
  expect(roster.problems).toMatchObject([{ code: "old-encoding", effect: "noted" }]);
});

test("text of two bytes a letter is read as such, whether or not it says so", () => {
  const text = "name,role\nZoë Núñez,learner\n";
  const little = Buffer.from(text, "utf16le");
  const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), little]);
  for (const bytes of [little, marked, Buffer.from(little).swap16(), Buffer.from(marked).swap16()]) {
    const roster = readWell(readPlainCsv({ file: "people.csv", bytes, organisation: "Thornfield School" }));
    expect(roster.people.map(({ name }) => name)).toEqual(["Zoë Núñez"]);
    expect(roster.problems).toEqual([]);
  }
});

test("the line in which Excel names its separator is no header", () => {
  const roster = read("sep=;", "name;role", "Nguyễn, Thị Mai;learner");
  expect(roster.people).toMatchObject([{ name: "Nguyễn, Thị Mai", line: 3 }]);
  expect(roster.problems).toEqual([]);
});

test("many learners whose tutors are not in the file take little longer than those whose are", () => {
  const staff = Array.from({ length: 800 }, (_, index) => `Tutor Number${index},tutor,`);
  const timeOf = (tutor: (index: number) => string): number => {
    const learners = Array.from(
      { length: 1500 },
      (_, index) => `Learner Number${index},learner,${tutor(index % 20)}`,
    );
    const began = performance.now();
    read("name,role,tutors", ...staff, ...learners);
    return performance.now() - began;
  };
  // The quickest of a few: on a busy machine any one of them may be held up.
  const quickestOf = (tutor: (index: number) => string): number =>
    Math.min(...Array.from({ length: 3 }, () => timeOf(tutor)));
  const among = quickestOf((index) => `Tutor Number${index}`);
  // Two to ten times as long; more than a hundred times where each name is sought again for each learner.
  expect(quickestOf((index) => `Farida Iqbal the ${index}th`) / among).toBeLessThan(40);
});
