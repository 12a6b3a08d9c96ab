import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { aRosterZip, aRosterZipWith, knownAfter, nothingKnown, readWell } from "./fixtures.ts";
import { readOneRoster } from "./one-roster.ts";
import { readPlainCsv } from "./plain-csv.ts";
import { planRoster, type KnownFromRoster, type RosterPlan } from "./preview.ts";

const today = "2026-11-26";
const none = new Set<string>();

function plan(zip: Uint8Array, known: KnownFromRoster = nothingKnown, ticked = none): RosterPlan {
  return planRoster(readWell(readOneRoster(zip)), known, { today, ticked });
}
const imported = (): KnownFromRoster => knownAfter(plan(aRosterZip()), nothingKnown);
const linksOf = (links: RosterPlan["linksToAdd"]): string[] =>
  links.map(({ staff, as, learner }) => `${staff} ${as} ${learner}`);

describe("a first import", () => {
  const first = plan(aRosterZip());

  test("adds everyone with a user name of their own", () => {
    expect(first.toAdd.map(({ userName, role }) => `${userName} ${role}`)).toEqual([
      "maisie.t learner",
      "kofi.m learner",
      "aaliyah learner",
      "f.iqbal tutor",
      "d.barr teacher",
    ]);
  });

  test("makes tutors by homeroom classes only; other teachers join the teaching team", () => {
    expect(linksOf(first.linksToAdd)).toEqual([
      "t1 tutor l1",
      "t1 tutor l2",
      "t2 teaching-team l1",
      "t2 teaching-team l3",
    ]);
    expect(first.whoSeesWhom).toMatchObject([
      { name: "Farida Iqbal", role: "tutor", tutorOf: 2, teaches: 0 },
      { name: "Denise Barr", role: "teacher", tutorOf: 0, teaches: 2 },
    ]);
  });

  test("a ticked class makes tutors, too, and a learner of both counts once", () => {
    const ticked = plan(aRosterZip(), nothingKnown, new Set(["c2"]));
    expect(ticked.whoSeesWhom[1]).toMatchObject({ role: "tutor", tutorOf: 2, teaches: 0 });
  });

  test("counts what was found", () => {
    expect(first.counts.learners).toEqual({ inFile: 3, toAdd: 3, toChange: 0, leaving: 0 });
    expect(first.counts.tutors.inFile).toBe(1);
    expect(first.counts.otherStaff.inFile).toBe(1);
  });

  test("names learners whom nobody would see", () => {
    const alone = plan(aRosterZipWith("enrollments.csv", "e6,c2,t2,teacher,,", ""));
    expect(alone.seenByNobody.map(({ name }) => name)).toEqual(["Aaliyah"]);
  });

  test("a user name that is taken is not given twice", () => {
    const taken = plan(aRosterZip(), { ...nothingKnown, userNames: new Set(["maisie.t"]) });
    expect(taken.toAdd[0]?.userName).toBe("maisie.th");
  });

  test("a place that has ended gives no access, one that begins later says when", () => {
    const ended = plan(aRosterZipWith("enrollments.csv", "t1,teacher,,", "t1,teacher,,2026-11-26"));
    const later = plan(aRosterZipWith("enrollments.csv", "t1,teacher,,", "t1,teacher,2027-01-04,"));
    expect(linksOf(ended.linksToAdd)).toEqual(["t2 teaching-team l1", "t2 teaching-team l3"]);
    expect(ended.problems.map(({ code }) => code)).toEqual(["enrolment-ended"]);
    expect(later.linksToAdd[0]).toMatchObject({ as: "tutor", beginsOn: "2027-01-04" });
  });
});

describe("importing again", () => {
  test("the same list changes nothing", () => {
    const again = plan(aRosterZip(), imported());
    const { toAdd, toUpdate, leavers, linksToAdd, linksToEnd } = again;
    expect({ toAdd, toUpdate, leavers, linksToAdd, linksToEnd }).toEqual({
      toAdd: [],
      toUpdate: [],
      leavers: [],
      linksToAdd: [],
      linksToEnd: [],
    });
    expect(again.unchanged).toHaveLength(5);
  });

  test("a changed name is an update and keeps the person", () => {
    const { toAdd, toUpdate } = plan(
      aRosterZipWith("users.csv", "Maisie,Thornton", "Maisie,Hale"),
      imported(),
    );
    expect(toAdd).toEqual([]);
    expect(toUpdate).toEqual([{ sourcedId: "l1", personId: "person_l1", name: "Maisie Hale" }]);
  });

  test.each([
    ["missing from the list", "l2,active,true,s1,student,,Kofi,Mensah", "", "missing"],
    ["marked for deletion", "l2,active", "l2,tobedeleted", "to-be-deleted"],
    ["disabled", "l2,active,true", "l2,active,false", "disabled"],
  ])("somebody %s loses access", (_, was, is, why) => {
    const { leavers, linksToEnd } = plan(aRosterZipWith("users.csv", was, is), imported());
    expect(leavers).toMatchObject([{ sourcedId: "l2", why }]);
    expect(linksOf(linksToEnd)).toEqual(["t1 tutor l2"]);
  });

  test("a leaver who comes back is the same person again", () => {
    const before = imported();
    const left = plan(aRosterZipWith("users.csv", "l2,active", "l2,tobedeleted"), before);
    const gone = knownAfter(left, before);
    const back = plan(aRosterZip(), gone);
    expect(back.toUpdate).toEqual([{ sourcedId: "l2", personId: "person_l2", returns: true }]);
    expect(linksOf(back.linksToAdd)).toEqual(["t1 tutor l2"]);
  });

  test("a teacher who is no longer a tutor moves to the teaching team", () => {
    const { toUpdate, linksToAdd, linksToEnd } = plan(
      aRosterZipWith("classes.csv", "homeroom", "scheduled"),
      imported(),
    );
    expect(toUpdate).toMatchObject([{ sourcedId: "t1", role: "teacher" }]);
    expect(linksOf(linksToAdd)).toEqual(["t1 teaching-team l1", "t1 teaching-team l2"]);
    expect(linksOf(linksToEnd)).toEqual(["t1 tutor l1", "t1 tutor l2"]);
  });

  test("a learner whom the list turns into a teacher stays a learner and sees nobody new", () => {
    const zip = aRosterZip({
      "users.csv":
        "sourcedId,role,givenName\nl1,teacher,Maisie\nl2,student,Kofi\nl3,student,Aaliyah\nt1,teacher,F\nt2,teacher,D",
      "enrollments.csv": "classSourcedId,userSourcedId,role\nc1,l1,teacher\nc1,l2,student",
    });
    const { toUpdate, linksToAdd, leavers, problems } = plan(zip, imported());
    expect(toUpdate.map(({ sourcedId }) => sourcedId)).not.toContain("l1");
    expect([linksToAdd, leavers]).toEqual([[], []]);
    expect(problems.map(({ code }) => code)).toContain("role-changed");
  });

  test("a coordinator made by hand stays one", () => {
    const known = imported();
    const people = new Map(known.people);
    people.set("t2", { personId: "person_t2", name: "Denise Barr", role: "coordinator", active: true });
    expect(plan(aRosterZip(), { ...known, people }).toUpdate).toEqual([]);
  });

  test("a person whose row cannot be used stays as they are", () => {
    const { leavers, linksToEnd } = plan(
      aRosterZipWith("users.csv", "l2,active,true,s1,student", "l2,active,true,s1,wizard"),
      imported(),
    );
    expect([leavers, linksToEnd]).toEqual([[], []]);
  });

  test("a list of changes only, or without enrolments, ends nothing by leaving it out", () => {
    const users = "sourcedId,role,givenName,familyName\nl1,student,Maisie,Hale";
    const manifest = "propertyName,value\nfile.users,delta\nfile.enrollments,delta";
    const changes = plan(aRosterZip({ "users.csv": users, "manifest.csv": manifest }), imported());
    expect([changes.leavers, changes.linksToEnd, changes.toUpdate.length]).toEqual([[], [], 1]);
    expect(plan(aRosterZip({ "enrollments.csv": "" }), imported()).linksToEnd).toEqual([]);
  });

  test("a list that would send a third of the people away says so", () => {
    const users = "sourcedId,role,givenName\nnew,student,Robin";
    expect(plan(aRosterZip({ "users.csv": users }), imported())).toMatchObject({ manyLeavers: true });
    expect(plan(aRosterZip(), imported()).manyLeavers).toBe(false);
  });
});

describe("the programme of a learner", () => {
  const planOf = (csv: string, known = nothingKnown): RosterPlan =>
    planRoster(
      readWell(readPlainCsv({ file: "people.csv", bytes: strToU8(csv), organisation: "Thornfield School" })),
      known,
      { today, ticked: none },
    );
  const first = planOf("name,role,programme\nMaisie,learner,Joinery\nKofi,learner,\nAda,learner,Joinery");
  const known = knownAfter(first, nothingKnown);

  test("comes in with the learner, and the preview counts learners by it", () => {
    expect(first.toAdd.map(({ programme }) => programme)).toEqual(["Joinery", undefined, "Joinery"]);
    expect(first.programmes).toEqual([{ programme: "Joinery", learners: 2 }]);
  });

  test("is changed by a later list, and kept where the list says nothing of it", () => {
    const { toUpdate, unchanged } = planOf(
      "name,role,programme\nMaisie,learner,Catering\nKofi,learner,\nAda,learner,",
      known,
    );
    expect(toUpdate).toEqual([
      { sourcedId: "name:maisie", personId: "person_name:maisie", programme: "Catering" },
    ]);
    expect(unchanged).toHaveLength(2);
  });
});
