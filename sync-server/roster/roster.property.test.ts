import { strToU8 } from "fflate";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { aRosterZip, knownAfter, nothingKnown, readWell } from "./fixtures.ts";
import { readOneRoster } from "./one-roster.ts";
import { readPlainCsv } from "./plain-csv.ts";
import { planRoster } from "./preview.ts";
import type { Roster } from "./roster.ts";

const choices = { today: "2026-11-26", ticked: new Set(["c1", "c3"]) };

const id = (letter: string, most: number) => fc.nat({ max: most }).map((number) => `${letter}${number}`);
const oneOf = (...words: string[]) => fc.constantFrom(...words);
const aName = fc.oneof(fc.string({ maxLength: 12 }), oneOf("O'Brien", "Nguyễn", "محمد", "Maisie", ""));
const quoted = (cells: readonly string[]): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
const rowsOf = (...cells: fc.Arbitrary<string>[]) =>
  fc.array(fc.tuple(...cells).map(quoted), { maxLength: 25 }).map((rows) => rows.join("\r\n"));

/** Lists in which anything may be wrong but the shape of the zip. */
const messyZip = fc
  .record({
    users: rowsOf(
      id("p", 12),
      oneOf("", "active", "tobedeleted"),
      oneOf("", "true", "false"),
      oneOf("student", "Teacher", "teacher", "parent", "administrator", "wizard", ""),
      aName,
      aName,
    ),
    classes: rowsOf(id("c", 4), aName, oneOf("homeroom", "scheduled", "")),
    enrollments: rowsOf(
      id("c", 5),
      id("p", 14),
      oneOf("student", "teacher", ""),
      oneOf("", "2026-09-01", "1/9/2027"),
      oneOf("", "2026-07-01", "31/07/2027", "soon"),
    ),
  })
  .map(({ users, classes, enrollments }) =>
    aRosterZip({
      "users.csv": `sourcedId,status,enabledUser,role,givenName,familyName\r\n${users}\r\n`,
      "classes.csv": `sourcedId,title,classType\r\n${classes}\r\n`,
      "enrollments.csv": `classSourcedId,userSourcedId,role,beginDate,endDate\r\n${enrollments}`,
    }),
  );

const rosterOf = (zip: Uint8Array): Roster | undefined => {
  const reading = readOneRoster(zip);
  return reading.ok ? reading.value : undefined;
};

test("any bytes give a roster or a refusal, never an exception", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(readOneRoster(bytes)).toHaveProperty("ok");
      expect(readPlainCsv({ file: "people.csv", bytes, organisation: "" })).toHaveProperty("ok");
    }),
  );
});

test("a zip damaged anywhere gives a roster or a refusal, never an exception", () => {
  const whole = aRosterZip();
  const damage = fc.array(fc.tuple(fc.nat({ max: whole.byteLength - 1 }), fc.nat({ max: 255 })), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(damage, fc.nat({ max: whole.byteLength }), (changes, length) => {
      const damaged = Uint8Array.from(whole);
      for (const [place, byte] of changes) damaged[place] = byte;
      expect(readOneRoster(damaged.subarray(0, length))).toHaveProperty("ok");
    }),
  );
});

test("any text in any file gives a roster or a refusal, never an exception", () => {
  const file = oneOf("users.csv", "classes.csv", "enrollments.csv", "orgs.csv", "manifest.csv");
  const text = fc.stringMatching(/^[sourcedIdrle,;"\n\r\t =@ü-]{0,200}$/);
  fc.assert(
    fc.property(file, text, (name, content) => {
      expect(readOneRoster(aRosterZip({ [name]: content }))).toHaveProperty("ok");
      expect(readPlainCsv({ file: name, bytes: strToU8(content), organisation: "" })).toHaveProperty("ok");
    }),
  );
});

test("importing the same list again changes nothing, whatever is wrong with it", () => {
  fc.assert(
    fc.property(messyZip, (zip) => {
      const roster = rosterOf(zip);
      if (!roster) return;
      const known = knownAfter(planRoster(roster, nothingKnown, choices), nothingKnown);
      const { toAdd, toUpdate, leavers, linksToAdd, linksToEnd } = planRoster(roster, known, choices);
      expect([toAdd, toUpdate, leavers, linksToAdd, linksToEnd]).toEqual([[], [], [], [], []]);
    }),
  );
});

test("after importing one list and then another, the same links stand as after the other alone", () => {
  fc.assert(
    fc.property(messyZip, messyZip, (one, other) => {
      const [first, second] = [rosterOf(one), rosterOf(other)];
      if (!first || !second || second.setAside.length > 0) return;
      const known = knownAfter(planRoster(first, nothingKnown, choices), nothingKnown);
      const after = planRoster(second, known, choices);
      if (after.problems.some(({ code }) => code === "role-changed")) return;
      const alone = planRoster(second, nothingKnown, choices);
      const words = (links: typeof alone.linksToAdd) =>
        links.map((link) => JSON.stringify([link.staff, link.as, link.learner]));
      expect(words(knownAfter(after, known).links).toSorted()).toEqual(words(alone.linksToAdd).toSorted());
    }),
  );
});

test("nobody ever sees a learner through a role they do not have, and user names are unique", () => {
  fc.assert(
    fc.property(messyZip, (zip) => {
      const roster = rosterOf(zip);
      if (!roster) return;
      const { toAdd, linksToAdd } = planRoster(roster, nothingKnown, choices);
      const roleOf = new Map(toAdd.map(({ sourcedId, role }) => [sourcedId, role]));
      const isSound = linksToAdd.every(
        ({ learner, staff, as }) =>
          roleOf.get(learner) === "learner" &&
          (roleOf.get(staff) === "tutor" || (as !== "tutor" && roleOf.get(staff) === "teacher")),
      );
      expect(isSound).toBe(true);
      expect(new Set(toAdd.map(({ userName }) => userName)).size).toBe(toAdd.length);
    }),
  );
});

test("a tidy list stays readable whatever the people are called", () => {
  fc.assert(
    fc.property(aName, aName, (given, family) => {
      const users = `sourcedId,role,givenName,familyName\n${quoted(["l1", "student", given, family])}`;
      const [person] = readWell(readOneRoster(aRosterZip({ "users.csv": users }))).people;
      expect(person?.name).not.toBe("");
    }),
  );
});
