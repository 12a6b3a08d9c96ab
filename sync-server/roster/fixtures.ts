/**
 * Small lists for the tests of this folder, and what Waymark would know after an import.
 */
import { strToU8, zipSync } from "fflate";
import type { Outcome } from "#model/outcome.ts";
import type { KnownFromRoster, KnownPerson, RosterPlan } from "./preview.ts";
import type { Roster } from "./roster.ts";

/** Files by path, as text. */
export type ZipContents = Readonly<Record<string, string>>;

const tidyFiles: ZipContents = {
  "orgs.csv": "sourcedId,name,type\nd1,Ridings District,district\ns1,Thornfield School,school\n",
  "users.csv": [
    "sourcedId,status,enabledUser,orgSourcedIds,role,username,givenName,familyName",
    'l1,active,true,"s1,d1",student,,Maisie,Thornton',
    "l2,active,true,s1,student,,Kofi,Mensah",
    "l3,active,true,s1,student,,Aaliyah,",
    "t1,active,true,s1,teacher,,Farida,Iqbal",
    "t2,active,true,s1,teacher,,Denise,Barr",
    "p1,active,true,s1,parent,,Grace,Thornton",
  ].join("\n"),
  "classes.csv": "sourcedId,title,classType\nc1,10C,homeroom\nc2,English,scheduled\n",
  "enrollments.csv": [
    "sourcedId,classSourcedId,userSourcedId,role,beginDate,endDate",
    "e1,c1,l1,student,,",
    "e2,c1,l2,student,,",
    "e3,c1,t1,teacher,,",
    "e4,c2,l1,student,,",
    "e5,c2,l3,student,,",
    "e6,c2,t2,teacher,,",
  ].join("\n"),
};

/** A zip of these files and no others. */
export const aZipOf = (files: ZipContents): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    level: 0,
  });

/** A OneRoster zip without a fault, but for the files given instead; an empty text leaves a file out. */
export function aRosterZip(instead: ZipContents = {}): Uint8Array {
  const files = Object.entries({ ...tidyFiles, ...instead }).filter(([, text]) => text !== "");
  return zipSync(Object.fromEntries(files.map(([path, text]) => [path, strToU8(text)])));
}

/** The same, with words of one tidy file replaced. */
export function aRosterZipWith(file: string, was: string, is: string): Uint8Array {
  const text = tidyFiles[file] ?? "";
  if (!text.includes(was)) throw new Error(`${file} holds no “${was}”`);
  return aRosterZip({ [file]: text.replace(was, is) });
}

/** The roster of a reading that must have gone well. */
export function readWell(reading: Outcome<Roster>): Roster {
  if (!reading.ok) throw new Error(`Refused: ${reading.problem.detail}`);
  return reading.value;
}

/** Waymark before its first import. */
export const nothingKnown: KnownFromRoster = {
  people: new Map(),
  staff: [],
  links: [],
  userNames: new Set(),
};

/** What is known when a plan has been carried out. */
export function knownAfter(plan: RosterPlan, before: KnownFromRoster): KnownFromRoster {
  const people = new Map<string, KnownPerson>(before.people);
  for (const { sourcedId, userName: _, ...rest } of plan.toAdd) {
    people.set(sourcedId, { personId: `person_${sourcedId}`, active: true, ...rest });
  }
  for (const { sourcedId, returns, ...changed } of plan.toUpdate) {
    const person = people.get(sourcedId);
    if (person) people.set(sourcedId, { ...person, ...changed, active: person.active || returns === true });
  }
  for (const { sourcedId } of plan.leavers) {
    const person = people.get(sourcedId);
    if (person) people.set(sourcedId, { ...person, active: false });
  }
  const ended = new Set(plan.linksToEnd);
  const links = [...before.links.filter((link) => !ended.has(link)), ...plan.linksToAdd];
  const userNames = new Set([...before.userNames, ...plan.toAdd.map(({ userName }) => userName)]);
  return { people, staff: before.staff, links, userNames };
}
