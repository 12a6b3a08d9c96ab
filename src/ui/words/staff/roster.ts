/** Words of bringing in a school's own list. */
import type {
  FoundCount,
  ProblemEffect,
  RosterGroupSeen,
  RosterProblemCode,
  RosterRefusal,
  StaffSight,
} from "#model/wire/roster-preview.ts";
import type { Problem } from "#model/outcome.ts";
import { count } from "#ui/words/lists.ts";
import { wordsForProblem } from "#ui/words/problems.ts";

export const rosterSteps = ["file", "check", "sees", "codes"] as const;
/** One step of bringing in a list. */
export type RosterStep = (typeof rosterSteps)[number];

export const rosterStepWords = {
  file: "The file",
  check: "Check",
  sees: "Who sees whom",
  codes: "Sign-in codes",
} as const satisfies Record<RosterStep, string>;

export const rosterWords = {
  title: "Bring in people",
  steps: "Steps of bringing in people",
  done: "done",
  chooseTitle: "Bring in people from a file",
  chooseWords:
    "A OneRoster 1.1 zip from your school’s system, or one CSV file. Nothing is changed until you say so.",
  choose: "Choose a file",
  drop: "or drop it here",
  template: "Download the CSV template",
  oneRoster: "OneRoster zip",
  oneRosterWords: "Your school’s system can make one. Ask for “OneRoster 1.1 CSV”.",
  csv: "One CSV file",
  csvWords: "A line a person: name, role, programme, tutors, provider. The template shows how.",
  again: "Bring in the same file later and people are updated, never doubled.",
  missing:
    "People from an earlier list who are not in this file will leave. You see who, before anyone does.",
  reading: "Reading the file",
  checkTitle: "Check before anyone is added",
  checkWords: (file: string) => `${file}. You can still stop here: nothing has changed.`,
  found: "What was found",
  columns: { who: "Who", inFile: "In the file", toAdd: "New", toChange: "Changed", leaving: "Leaving" },
  programmes: "Programmes in the file",
  onProgramme: (learners: number) => count(learners, "learner"),
  toLookAt: (number: number) => `${count(number, "thing")} to look at`,
  nothingToLookAt: "Nothing to look at. The file is clean.",
  problemColumns: { effect: "What happens", where: "Where", says: "What the file says" },
  line: (line: number, more: number) => `line ${line}${more > 0 ? ` and ${more} more` : ""}`,
  wholeFile: "the whole file",
  perhaps: (suggestion: string) => `Perhaps: ${suggestion}`,
  allProblems: (number: number) => `Show all ${number}`,
  manyLeavers: (number: number) =>
    `${count(number, "person", "people")} would leave. That is more than a third: is this the right file?`,
  leavers: (number: number) =>
    `${count(number, "person", "people")} would leave. They lose access; their records stay.`,
  whoLeaves: "Who would leave",
  relatives: (number: number) => `${count(number, "relative")} left out for now.`,
  changesNothing: "Everyone in this file is here already, just as it says. There is nothing to bring in.",

  seesTitle: "Who would see whom",
  seesWords: "Tutors see plans, reviews and the entries learners share. The teaching team sees no log.",
  groups: "Groups that make tutors",
  groupsWords: "Homerooms make tutors by themselves. Tick a class if its teacher is its learners’ tutor.",
  groupOf: (learners: number, staff: number) => `${count(learners, "learner")}, ${staff} staff`,
  sees: (number: number) => count(number, "learner"),
  seesNothing: "Nobody",
  asTutor: "Plans, reviews, shared entries",
  asTeacher: "Plans and reviews",
  allStaff: (number: number) => `All ${number} staff`,
  nobodySees: (number: number) => `${count(number, "learner")} would be seen by nobody.`,
  nobodySeesWords: "Tick a class, or name a tutor in the file.",
  onlyMe: "“Only me” entries are in nobody’s list.",
  recount: "Counting again",

  /** Of nobody at all: who sees whom is what changes. */
  bringIn: "Bring in this list",
  add: (added: number) => `Add ${added}`,
  change: (changed: number) => `Change ${changed}`,
  letLeave: (leaving: number) => `Let ${leaving} leave`,
  back: "Back",
  goOn: "Go on: who sees whom",
  stayOut: (number: number) =>
    `${count(number, "line")} left out until you mend them. You can do that later.`,

  previewGone:
    "This list was brought in already, or another was looked at since. Look at People, then choose the file again.",
  doneTitle: "They are in",
  doneWords: (added: number, changed: number, left: number) =>
    [`${added} added`, `${changed} changed`, left > 0 ? `${left} left` : ""].filter(Boolean).join(", "),
  codes: (number: number) => `Print ${count(number, "sign-in code")}`,
  people: "Go to People",
} as const;

/** Why a file was not read, and what to do. */
const unreadableWords = {
  "not-a-zip": "This zip is damaged. Nothing was changed. Download it again, then choose it again.",
  "too-large":
    "This file is too large. Nothing was changed. Choose the list of one school, with 20,000 people at most.",
  workbook:
    "This is a workbook. Nothing was changed. Open it, save it as CSV, then choose that file. In Excel: “File”, “Save As”, “CSV UTF-8”.",
  "not-a-list":
    "This is a picture or a document, not a list. Nothing was changed. Open your list in Excel. Save it as CSV: “File”, “Save As”, “CSV UTF-8”. Then choose that file.",
  "no-header":
    "No column in this file is called “role”. Nothing was changed. The template shows the columns.",
  "no-people-file": "There is no users.csv in this zip. Nothing was changed. Ask for “OneRoster 1.1 CSV”.",
  "no-people":
    "Nobody in this file has a role we know, such as learner or tutor. Nothing was changed. The template shows how.",
} as const satisfies Record<RosterRefusal, string>;

const isRefusal = (detail: string | undefined): detail is RosterRefusal =>
  detail !== undefined && detail in unreadableWords;

/** What to say for a problem of bringing in a list. */
export function wordsForList(problem: Problem): string {
  const { code, detail } = problem;
  if (code === "roster-unreadable" && isRefusal(detail)) return unreadableWords[detail];
  // A preview is gone when it was brought in, or when another list was looked at since.
  return code === "not-found" ? rosterWords.previewGone : wordsForProblem(problem);
}

/** All that confirming does to people, on the button that does it: "Add 5, change 2, let 1 leave". */
export function bringInWords(added: number, changed: number, leaving: number): string {
  const parts = [
    ...(added > 0 ? [rosterWords.add(added)] : []),
    ...(changed > 0 ? [rosterWords.change(changed)] : []),
    ...(leaving > 0 ? [rosterWords.letLeave(leaving)] : []),
  ];
  const [first = rosterWords.bringIn, ...rest] = parts;
  return [first, ...rest.map((part) => part.toLowerCase())].join(", ");
}

/** Rows of the table "What was found". */
export const foundWords = {
  learners: "Learners",
  tutors: "Tutors",
  otherStaff: "Other staff",
} as const satisfies Record<"learners" | "tutors" | "otherStaff", string>;

/** Columns of that table that hold a number. */
export const foundColumns = [
  "inFile",
  "toAdd",
  "toChange",
  "leaving",
] as const satisfies readonly (keyof FoundCount)[];

/** What happened to a line with a problem. */
export const effectWords = {
  "left-out": "Left out",
  "read-as": "Read as",
  ignored: "Passed over",
  noted: "Check",
} as const satisfies Record<ProblemEffect, string>;

/** What each problem is called. */
export const rosterProblemWords = {
  "administrator-as-staff": "An administrator comes in as staff",
  "ambiguous-date": "Day or month first?",
  "broken-quotes": "Broken quotes",
  "changes-only": "Only changes, not the whole list",
  "class-deleted": "A class that was deleted",
  "column-missing": "A column is missing",
  "column-read-as": "A column with another name",
  "column-twice": "A column stands twice",
  "column-unknown": "A column nobody knows",
  "date-unreadable": "A date that cannot be",
  "enrolment-ended": "An enrolment that has ended",
  "extra-cells": "More cells than columns",
  "file-missing": "A file is missing",
  "file-read-as": "A file with another name",
  "file-twice": "A file stands twice",
  "group-too-large": "A very large group",
  "id-missing": "No id",
  "id-twice": "The same id twice",
  "id-with-two-roles": "One id with two roles",
  "id-unknown": "An id nobody has",
  "name-from-school": "Somebody who is here already",
  "name-left": "Somebody who leaves",
  "name-missing": "No name",
  "name-shared": "A name that several people have",
  "name-twice": "The same name twice",
  "name-unknown": "A name nobody has",
  "old-encoding": "Letters in an old encoding",
  "role-changed": "A role that changed",
  "role-mismatch": "Two roles that do not fit",
  "role-unknown": "A role nobody knows",
  "status-unknown": "A status nobody knows",
  "too-many-rows": "Too many lines",
  "user-name-taken": "A user name that is taken",
} as const satisfies Record<RosterProblemCode, string>;

/** What a member of staff is, under their name. */
export const sightRoles = {
  teacher: "Teacher",
  tutor: "Tutor",
  "provider-staff": "Off-site staff",
  coordinator: "Coordinator",
  administrator: "Administrator",
  learner: "Learner",
} as const satisfies Record<StaffSight["role"], string>;

/** What makes tutors. */
export const groupKinds = {
  homeroom: "Homeroom",
  class: "Class",
  provider: "Off-site provider",
} as const satisfies Record<RosterGroupSeen["kind"], string>;
