import { existsSync, readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { RosterProblem } from "#model/wire/roster-preview.ts";
import { aRosterZip, aRosterZipWith, nothingKnown, readWell } from "./fixtures.ts";
import { readOneRoster } from "./one-roster.ts";
import { planRoster } from "./preview.ts";
import type { Roster } from "./roster.ts";

const read = (zip: Uint8Array): Roster => readWell(readOneRoster(zip));
const codesOf = (roster: Roster): string[] => roster.problems.map(({ code }) => code);
const problemOf = (roster: Roster, code: string): RosterProblem | undefined =>
  roster.problems.find((problem) => problem.code === code);
const membersOf = (roster: Roster, group: string): string[] =>
  roster.groups.find(({ sourcedId }) => sourcedId === group)?.members.map(({ person }) => person) ?? [];

describe("a tidy list", () => {
  const roster = read(aRosterZip());

  test("has no problems, and belongs to the school most users are in", () => {
    expect(roster.problems).toEqual([]);
    expect(roster.organisation).toEqual({ name: "Thornfield School", sourcedId: "s1" });
  });

  test("has learners and staff; family is counted, left out, and no problem", () => {
    expect(roster.people.map(({ name, role }) => [name, role])).toEqual([
      ["Maisie Thornton", "learner"],
      ["Kofi Mensah", "learner"],
      ["Aaliyah", "learner"],
      ["Farida Iqbal", "teacher"],
      ["Denise Barr", "teacher"],
    ]);
    expect(roster.relativesLeftOut).toBe(1);
  });

  test("tells homeroom classes from others", () => {
    expect(roster.groups.map(({ title, kind }) => [title, kind])).toEqual([
      ["10C", "homeroom"],
      ["English", "class"],
    ]);
    expect(membersOf(roster, "c1")).toEqual(["l1", "l2", "t1"]);
  });
});

describe("headers", () => {
  test("a mistyped header is read as the closest column, and said so", () => {
    const roster = read(aRosterZipWith("enrollments.csv", "userSourcedId", "usrSourcedID"));
    expect(membersOf(roster, "c1")).toHaveLength(3);
    expect(problemOf(roster, "column-read-as")).toMatchObject({
      file: "enrollments.csv",
      line: 1,
      effect: "read-as",
      detail: "Read “enrollments.usrSourcedID” as userSourcedId.",
    });
  });

  test("a header in the wrong case is read, and said so", () => {
    const roster = read(aRosterZipWith("users.csv", "givenName,familyName", "GIVENNAME,family_name"));
    expect(roster.people[0]?.name).toBe("Maisie Thornton");
    expect(codesOf(roster)).toEqual(["column-read-as", "column-read-as"]);
  });

  test("an unknown column is ignored by name; metadata columns without a word", () => {
    const roster = read(aRosterZipWith("classes.csv", "classType", "classType,shoeSize,metadata.colour"));
    expect(problemOf(roster, "column-unknown")?.detail).toContain("shoeSize");
    expect(codesOf(roster)).toEqual(["column-unknown"]);
  });

  test("a missing needed column leaves the file out and gives nobody access", () => {
    const roster = read(aRosterZipWith("enrollments.csv", "userSourcedId", "who"));
    expect(roster.groups.every(({ members }) => members.length === 0)).toBe(true);
    expect(codesOf(roster)).toContain("column-missing");
    expect(roster.complete).toEqual({ people: true, groups: false });
  });
});

describe("how files are written", () => {
  test("a byte order mark, CRLF and trailing empty cells change nothing", () => {
    const users = ["sourcedId,role,givenName,familyName,", "l1,student,Maisie,Thornton,,,", "", ""].join(
      "\r\n",
    );
    const roster = read(
      aRosterZip({ "users.csv": `\ufeff${users}`, "enrollments.csv": "", "classes.csv": "" }),
    );
    expect(roster.people.map(({ name }) => name)).toEqual(["Maisie Thornton"]);
    expect(codesOf(roster)).toEqual(["file-missing", "file-missing"]);
  });

  test("a line break inside quotes keeps later line numbers right", () => {
    const users =
      'sourcedId,role,givenName,familyName\nl1,student,"Mai\nsie",Thornton\nl2,wizard,Kofi,Mensah';
    const roster = read(aRosterZip({ "users.csv": users }));
    expect(roster.people[0]?.name).toBe("Mai sie Thornton");
    expect(problemOf(roster, "role-unknown")?.line).toBe(4);
  });

  test("files may stand in a folder, be spelled the British way, and be followed by a Mac's leavings", () => {
    const tidy = read(aRosterZip());
    const text = "sourcedId,classSourcedId,userSourcedId,role\ne1,c1,l1,student\ne3,c1,t1,teacher";
    const roster = read(
      aRosterZip({ "enrollments.csv": "", "export/2026/Enrolments.CSV": text, "__MACOSX/users.csv": "\0\0" }),
    );
    expect(roster.people).toEqual(tidy.people);
    expect(membersOf(roster, "c1")).toEqual(["l1", "t1"]);
    expect(problemOf(roster, "file-read-as")?.detail).toBe("Read Enrolments.CSV as enrollments.csv.");
  });

  test("semicolons, old Windows letters and unclosed quotes are read as what they are", () => {
    const users = Buffer.from('sourcedId;role;givenName;familyName\nl1;student;Zo\xeb;"Wren', "latin1");
    const zip = zipSync({ "users.csv": users });
    const roster = read(zip);
    expect(roster.people[0]?.name).toBe('Zoë "Wren');
    expect(codesOf(roster)).toEqual(expect.arrayContaining(["old-encoding", "broken-quotes"]));
  });

  test("marks that turn the direction of text do not get into names", () => {
    const roster = read(aRosterZipWith("users.csv", "Kofi", "Ko\u202efi"));
    expect(roster.people[1]?.name).toBe("Ko fi Mensah");
  });
});

describe("dates", () => {
  const datesOf = (endDates: readonly string[]): (string | undefined)[] => {
    const rows = endDates.map((date, place) => `e${place},c1,u${place},student,${date}`);
    const users = endDates.map((_, place) => `u${place},student,Learner,Number ${place}`);
    const roster = read(
      aRosterZip({
        "users.csv": ["sourcedId,role,givenName,familyName", ...users].join("\n"),
        "enrollments.csv": ["sourcedId,classSourcedId,userSourcedId,role,endDate", ...rows].join("\n"),
      }),
    );
    return roster.groups[0]?.members.map(({ endsOn }) => endsOn) ?? [];
  };

  test("are read day first, month first where the column shows it, and as ISO", () => {
    expect(datesOf(["2026-07-16", "16/07/2026", "3/4/2026"])).toEqual([
      "2026-07-16",
      "2026-07-16",
      "2026-04-03",
    ]);
    expect(datesOf(["07/16/2026", "3/4/2026"])).toEqual(["2026-07-16", "2026-03-04"]);
    expect(datesOf(["2026-07-16T10:00:00Z", "16 July 2026"])).toEqual(["2026-07-16", "2026-07-16"]);
  });

  test("that do not exist are ignored, and an ambiguous one is named", () => {
    expect(datesOf(["31/02/2026"])).toEqual([undefined]);
    const roster = read(
      aRosterZipWith("enrollments.csv", "e1,c1,l1,student,,", "e1,c1,l1,student,,31/02/2026"),
    );
    expect(problemOf(roster, "date-unreadable")).toMatchObject({ line: 2, effect: "ignored" });
    const other = read(aRosterZipWith("enrollments.csv", "e1,c1,l1,student,,", "e1,c1,l1,student,1/2/2026,"));
    expect(codesOf(other)).toEqual(["ambiguous-date"]);
  });
});

describe("people who do not add up", () => {
  test("a teacher enrolled as a student, or the reverse, gets no place in that class", () => {
    const asStudent = read(aRosterZipWith("enrollments.csv", "t1,teacher", "t1,student"));
    const asTeacher = read(aRosterZipWith("enrollments.csv", "e1,c1,l1,student", "e1,c1,l1,teacher"));
    expect(membersOf(asStudent, "c1")).toEqual(["l1", "l2"]);
    expect(membersOf(asTeacher, "c1")).toEqual(["l2", "t1"]);
    expect(problemOf(asTeacher, "role-mismatch")).toMatchObject({
      file: "enrollments.csv",
      line: 2,
      effect: "left-out",
    });
  });

  test("a user without a name goes by user name or id until somebody mends it", () => {
    const roster = read(aRosterZipWith("users.csv", "student,,Kofi,Mensah", "student,kofi99,,"));
    expect(roster.people[1]?.name).toBe("kofi99");
    expect(problemOf(roster, "name-missing")).toMatchObject({ line: 3, effect: "read-as" });
  });

  test("of two rows with one id the later counts; with two roles neither does", () => {
    const twice = read(
      aRosterZipWith("users.csv", "l2,active,true,s1,student,,Kofi", "l1,active,true,s1,student,,Maisy"),
    );
    expect(twice.people.find(({ sourcedId }) => sourcedId === "l1")?.name).toBe("Maisy Mensah");
    expect(problemOf(twice, "id-twice")?.line).toBe(3);
    const torn = read(aRosterZipWith("users.csv", "l2,active,true,s1,student", "l1,active,true,s1,teacher"));
    expect(torn.people.map(({ sourcedId }) => sourcedId)).not.toContain("l1");
    expect(torn.setAside).toEqual(["l1"]);
  });

  test("an unknown id in an enrolment is named and left out", () => {
    const roster = read(aRosterZipWith("enrollments.csv", "e1,c1,l1", "e1,c9,l1"));
    expect(problemOf(roster, "id-unknown")?.detail).toBe("There is no class “c9”.");
  });

  test("a disabled user and one to be deleted are marked as leaving", () => {
    const roster = read(aRosterZipWith("users.csv", "l1,active,true", "l1,tobedeleted,true"));
    const other = read(aRosterZipWith("users.csv", "l1,active,true", "l1,active,FALSE"));
    expect([roster.people[0]?.leaving, other.people[0]?.leaving]).toEqual(["to-be-deleted", "disabled"]);
  });

  test("an administrator of the list has no rights over Waymark by it", () => {
    const roster = read(
      aRosterZipWith("users.csv", "t2,active,true,s1,teacher", "t2,active,true,s1,administrator"),
    );
    expect(roster.people.find(({ sourcedId }) => sourcedId === "t2")?.role).toBe("teacher");
    expect(codesOf(roster)).toEqual(["administrator-as-staff"]);
  });

  test("a class to be deleted gives nobody access", () => {
    const roster = read(
      aRosterZip({ "classes.csv": "sourcedId,status,title,classType\nc1,tobedeleted,10C,homeroom" }),
    );
    expect(roster.groups).toEqual([]);
    expect(codesOf(roster)).toContain("class-deleted");
  });

  test("the same problem on many lines is one problem", () => {
    const rows = Array.from({ length: 80 }, (_, place) => `e${place},c1,ghost,student`);
    const enrollments = ["sourcedId,classSourcedId,userSourcedId,role", ...rows].join("\n");
    const { problems } = read(aRosterZip({ "enrollments.csv": enrollments }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 2, code: "id-unknown" });
    expect(problems[0]?.otherLines).toEqual(Array.from({ length: 50 }, (_, place) => place + 3));
  });
});

describe("what is refused", () => {
  test.each([
    ["bytes that are no zip", strToU8("sourcedId,role\nl1,student"), "not-a-zip"],
    ["nothing at all", new Uint8Array(), "not-a-zip"],
    ["a zip of other things", zipSync({ "holiday.txt": strToU8("Sea") }), "no-people-file"],
    ["a list without people", aRosterZip({ "users.csv": "sourcedId,role\n" }), "no-people"],
  ])("%s", (_, bytes, detail) => {
    expect(readOneRoster(bytes)).toEqual({ ok: false, problem: { code: "roster-unreadable", detail } });
  });

  test("a small zip that unfolds into a huge file, or into thousands", () => {
    const zeros = new Uint8Array(80 * 1024 * 1024);
    const names = Array.from(
      { length: 400 },
      (_, place) => [`list-${place}.csv`, new Uint8Array(1)] as const,
    );
    const refused = { ok: false, problem: { code: "roster-unreadable", detail: "too-large" } };
    expect(readOneRoster(zipSync({ "users.csv": zeros }))).toEqual(refused);
    expect(readOneRoster(zipSync(Object.fromEntries(names)))).toEqual(refused);
  });
});

const realFolder = new URL("../../../shared/data/oneroster/", import.meta.url);
const reason = existsSync(realFolder)
  ? ""
  : " (skipped: there is no ../shared/data/oneroster beside the repository)";

describe.skipIf(reason !== "")(`lists that others made${reason}`, () => {
  const real = (name: string): Roster => read(readFileSync(new URL(`Test_${name}_data_set.zip`, realFolder)));

  test("the minimal one is read, its misplaced teacher named, and makes one tutor", () => {
    const roster = real("minimal");
    expect(roster.people).toHaveLength(5);
    expect(problemOf(roster, "role-mismatch")).toMatchObject({ file: "enrollments.csv", line: 3 });
    const plan = planRoster(roster, nothingKnown, { today: "2026-11-26", ticked: new Set() });
    expect(plan.linksToAdd.map(({ as }) => as)).toEqual(["tutor"]);
  });

  test("the full one's ended places and deleted homeroom give nobody access", () => {
    const plan = planRoster(real("full"), nothingKnown, { today: "2026-11-26", ticked: new Set() });
    expect(plan.toAdd).toHaveLength(5);
    expect(plan.linksToAdd).toEqual([]);
    expect(plan.problems.map(({ code }) => code)).toEqual([
      "class-deleted",
      "role-mismatch",
      "enrolment-ended",
    ]);
  });
});
