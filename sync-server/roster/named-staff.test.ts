import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { knownAfter, nothingKnown, readWell } from "./fixtures.ts";
import type { StaffHere } from "./named-staff.ts";
import { readPlainCsv } from "./plain-csv.ts";
import { planRoster, type KnownFromRoster, type KnownPerson, type RosterPlan } from "./preview.ts";

const farida: StaffHere = {
  personId: "person_farida",
  name: "Farida Iqbal",
  role: "teacher",
  userName: "f.iqbal",
};
const secondFarida: StaffHere = { ...farida, personId: "person_other", userName: "f.iqbal2" };
const withStaff = (...staff: readonly StaffHere[]): KnownFromRoster => ({ ...nothingKnown, staff });
const fromList = (name: string, active: boolean, id = "7"): KnownFromRoster["people"] =>
  new Map<string, KnownPerson>([[id, { personId: `person_${id}`, name, role: "tutor", active }]]);

const plan = (known: KnownFromRoster, ...lines: readonly string[]): RosterPlan => {
  const bytes = strToU8(lines.join("\n"));
  const read = readWell(readPlainCsv({ file: "people.csv", bytes, organisation: "Thornfield School" }));
  return planRoster(read, known, { today: "2026-11-26", ticked: new Set() });
};
const maisieOf = (tutor: string): [string, string] => ["name,role,tutors", `Maisie,learner,${tutor}`];
const linksOf = ({ linksToAdd }: RosterPlan): string[] =>
  linksToAdd.map(({ staff, as, learner }) => `${staff} ${as} ${learner}`);
const said = ({ problems }: RosterPlan): string[] => problems.map(({ code, effect }) => `${code} ${effect}`);

test.each(["Farida Iqbal", "farida iqbal", "f.iqbal"])(
  "“%s”, who has no row, is found among the staff who are here, and the preview says who it is",
  (written) => {
    const found = plan(withStaff(farida), ...maisieOf(written));
    expect(linksOf(found)).toEqual(["here:person_farida tutor name:maisie"]);
    expect(found.problems).toMatchObject([{ code: "name-from-school", effect: "read-as", line: 2 }]);
    expect(found.problems[0]?.detail).toContain("This is Farida Iqbal (user name f.iqbal)");
    expect(found.whoSeesWhom).toMatchObject([{ name: "Farida Iqbal", role: "tutor", tutorOf: 1 }]);
    expect(found.groups).toMatchObject([{ title: "Farida Iqbal", kind: "homeroom" }]);
    expect([found.toAdd.length, found.toUpdate, found.seenByNobody]).toEqual([1, [], []]);
  },
);

test("a teacher who has no row is found, too, and is in the teaching team", () => {
  const found = plan(withStaff(farida), "name,role,teachers", "Maisie,learner,Farida Iqbal");
  expect(linksOf(found)).toEqual(["here:person_farida teaching-team name:maisie"]);
});

test("a name that two of the staff have gives neither access; a user name tells them apart", () => {
  const known = withStaff(farida, secondFarida);
  const both = plan(known, ...maisieOf("Farida Iqbal"));
  expect([linksOf(both), said(both)]).toEqual([[], ["name-shared left-out"]]);
  expect(linksOf(plan(known, ...maisieOf("f.iqbal2")))).toEqual(["here:person_other tutor name:maisie"]);
});

test("a name that somebody of an earlier list has, too, gives neither access", () => {
  const both = plan(
    { ...withStaff(farida), people: fromList("Farida Iqbal", false) },
    ...maisieOf("Farida Iqbal"),
  );
  expect([linksOf(both), said(both)]).toEqual([[], ["name-shared left-out"]]);
});

test("a row in the file stands before somebody of that name who is here already", () => {
  const rows = [...maisieOf("Farida Iqbal"), "Farida Iqbal,tutor,"];
  const own = plan(withStaff(farida), ...rows);
  expect([linksOf(own), said(own)]).toEqual([["name:farida iqbal tutor name:maisie"], []]);
});

test("a row that cannot be used leaves its name to nobody else", () => {
  const none = plan(withStaff(farida), ...maisieOf("Farida Iqbal"), "Farida Iqbal,wizard,");
  expect([linksOf(none), said(none)]).toEqual([[], ["role-unknown left-out", "name-unknown left-out"]]);
});

test.each([true, false])(
  "somebody of an earlier list who has no row gets no access by being named, were they still here: %s",
  (active) => {
    const gone = plan(
      { ...nothingKnown, people: fromList("Farida Iqbal", active) },
      ...maisieOf("Farida Iqbal"),
    );
    expect([linksOf(gone), said(gone)]).toEqual([[], ["name-left left-out"]]);
    expect(gone.leavers).toHaveLength(active ? 1 : 0);
  },
);

test("a learner who is here is never found as staff", () => {
  const people = new Map<string, KnownPerson>([
    ["7", { personId: "person_7", name: "Kofi Mensah", role: "learner", active: true }],
  ]);
  expect(said(plan({ ...nothingKnown, people }, ...maisieOf("Kofi Mensah")))).toEqual([
    "name-unknown left-out",
  ]);
});

test("a mistyped name of somebody who is here is suggested, never given access", () => {
  const none = plan(withStaff(farida), ...maisieOf("Farida Iqball"));
  expect(linksOf(none)).toEqual([]);
  expect(none.problems).toMatchObject([{ code: "name-unknown", suggestion: "Farida Iqbal" }]);
});

test("the same list again changes nothing, and one that no longer names them ends what it gave", () => {
  const known = knownAfter(plan(withStaff(farida), ...maisieOf("Farida Iqbal")), withStaff(farida));
  const again = plan(known, ...maisieOf("Farida Iqbal"));
  expect([again.toAdd, again.toUpdate, again.linksToAdd, again.linksToEnd]).toEqual([[], [], [], []]);
  expect(plan(known, ...maisieOf("")).linksToEnd).toMatchObject([{ staff: "here:person_farida" }]);
});
