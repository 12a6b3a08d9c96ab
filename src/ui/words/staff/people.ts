/** Words of the coordinator's people screen. */
import type { addableRoles, DemoRole } from "#model/wire/api.ts";
import type { Role } from "#model/kinds/membership.ts";
import { count } from "#ui/words/lists.ts";

export const peopleWords = {
  title: "People",
  at: (number: number, organisation: string) => `${number} at ${organisation}`,
  find: "Find a person",
  overview: "Reviews and targets",
  add: "Add",
  codesSheet: (number: number) => `Codes sheet, ${number}`,
  filters: "Show",
  table: "People, by role and name",
  columns: { person: "Person", role: "Role", sees: "Sees", devices: "Devices", choose: "Code" },
  notSignedIn: "Not signed in yet",
  codeNotUsed: "Code not used",
  left: "Left",
  noDevice: "No device",
  devices: (number: number) => count(number, "device"),
  lastSeen: (when: string) => `Last seen ${when}`,
  ownRecord: "Their own record",
  tutors: (number: number) => `Tutor of ${count(number, "learner")}`,
  teaches: (number: number) => `Teaches ${count(number, "learner")}`,
  names: "Names and memberships",
  nobody: "Nobody yet",
  offSite: "Off-site staff",
  learnersAt: (provider: string) => `Learners of ${provider}`,
  choose: (name: string) => `Choose ${name}`,
  chosen: (number: number) => `${number} chosen`,
  chosenWords: "A sheet holds a code and a picture for each. A code works once, for 14 days.",
  printCodes: "Codes sheet",
  clearChosen: "Clear",
  nobodyFits: "Nobody here fits",
  nobodyFitsWords: "Look for another name, or show everyone.",
  empty: "Nobody is here yet",
  emptyWords: "Bring in your school’s own list, or add people one by one.",
  bringIn: "Bring in people",
  offline: "This list is kept by your school’s computer, so it needs signal. Nothing is lost.",
  loading: "Asking your school’s computer",
  learnersTable: "Learners of the organisation",
  learnerColumns: {
    learner: "Learner",
    tutor: "Tutor",
    provider: "Provider",
    targets: "Targets",
    reviews: "Reviews",
    next: "Next review",
  },
  noTutor: "No tutor",
  late: (number: number) => `${number} late`,
  noDate: "No date",

  memberships: "Whom they see",
  tutorsOf: "Tutors and teaching team",
  nobodySees: "Nobody sees this learner’s plan yet.",
  end: "End access",
  endOf: (what: string) => `End access: ${what}`,
  ended: "Access ended",
  assign: "Give a tutor",
  assignTo: "Give learners",
  assignTitle: (name: string) => `Who works with ${name}?`,
  assignRole: "As what?",
  assignFind: "Find a member of staff",
  assignFindLearner: "Find a learner",
  moreToFind: (number: number) => `${count(number, "more person", "more people")}. Type to find them.`,
  closePerson: "Close",
  assigned: (name: string) => `${name} has access now`,
  openLearner: "Open their record",
  devicesTitle: "Devices",
  cutOff: "Cut off",
  cutOffDone: "Cut off. It sends and fetches nothing until its person signs in again.",
  cutOffWords:
    "Cut off: the device sends and fetches nothing until its person signs in again. What is written on it stays on it.",
  makeLead: "Make safeguarding lead",
  isLead: (name: string) => `${name} is a safeguarding lead now. Learners can see that.`,
  noLead: "Who is your safeguarding lead?",
  noLeadWords: "Open a member of staff to name them. Until then nobody can open what is “only me”.",
  noLeadAsk: "An administrator names them. Until then nobody can open what is “only me”.",
  privateEntries: "Private entries, when needed",
  signIn: "Sign-in",
  userName: (name: string) => `User name ${name}`,
  noUserName: "No user name",
  newCode: "New code",

  addTitle: "Add someone",
  name: "Name",
  role: "What are they?",
  programme: "Programme",
  provider: "Off-site provider",
  providerHint: "Leave empty if none",
  addDone: "Add",
  added: (name: string, userName: string) => `${name} is in. User name ${userName}`,

  sheetTitle: "Sign-in codes",
  sheetWords: "One card a person. Cut along the lines and hand them out. Each code works once.",
  print: "Print",
  backToPeople: "People",
  sheetNobody: "Nobody is chosen. Go back and choose people first.",
  making: "Making codes",
  codesNotAllowed:
    "You can’t make codes for all of these people. Go back and choose others, or ask an administrator.",
  codesElsewhere:
    "No codes were made. These people also work or learn somewhere else, or see learners from there:",
  codesElsewhereWhy:
    "A code from you alone would open what they see there, too. Ask someone who leads at both places.",
  codesElsewhereHelp:
    "Does nobody lead at both? Ask the other place to end their access there. Make the code here. When they have signed in, the other place can give the access back.",
  codesForOthers: (number: number) =>
    number === 1 ? "Make the other code" : `Make the other ${number} codes`,
  until: (on: string) => `Works until ${on}`,
  code: "Code",
  picture: (name: string) => `Picture with the code of ${name}`,
  instructions: [
    "Open the camera and point it at the picture.",
    "Or open the address and put in the code.",
    "Choose a password of your own. You need signal once.",
  ],
} as const;

export const peopleFilters = ["everyone", "learners", "staff", "no-sign-in"] as const;
/** A way to narrow the list. */
export type PeopleFilter = (typeof peopleFilters)[number];

export const peopleFilterWords = {
  everyone: "Everyone",
  learners: "Learners",
  staff: "Staff",
  "no-sign-in": "No sign-in yet",
} as const satisfies Record<PeopleFilter, string>;

/** What people are. */
export const roleWords = {
  learner: "Learner",
  tutor: "Tutor",
  "teaching-team": "Teaching team",
  home: "Learner",
  provider: "Taught off site",
  staff: "Staff",
  coordinator: "Coordinator",
  administrator: "Administrator",
  "safeguarding-lead": "Safeguarding lead",
} as const satisfies Record<Role | "learner", string>;

/** What somebody can be added as. */
export const addableRoleWords = {
  learner: "Learner",
  teacher: "Teacher",
  coordinator: "Coordinator",
  administrator: "Administrator",
  "safeguarding-lead": "Safeguarding lead",
  "provider-staff": "Off-site staff",
} as const satisfies Record<(typeof addableRoles)[number], string>;

/** What somebody in the demo school is. */
export const demoRoleWords = { ...addableRoleWords, tutor: "Tutor" } as const satisfies Record<
  DemoRole,
  string
>;
