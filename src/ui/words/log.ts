/** Words of the learner's own log. */
import type { Prompt } from "#model/kinds/log-entry.ts";
import { count, sayList } from "./lists.ts";

/** The questions of an entry. */
export const promptWords = {
  did: "What did you do?",
  learned: "What did you learn?",
  how: "How did you learn it?",
  wentWell: "What went well, and why?",
  wentLess: "What went less well, and why?",
  enjoyed: "What did you enjoy?",
  useAgain: "Where could you use it again?",
  next: "What will you do next?",
} as const satisfies Record<Prompt, string>;

export const log = {
  title: "My log",
  from: (start: string, end: string) => `${start} to ${end}`,
  find: "Find",
  findIn: "Find in my log",
  week: (number: number) => `Wk ${number}`,
  now: "Now",
  soFar: (number: number) => `${count(number, "entry", "entries")} so far.`,
  eachStone: "Each stone is one entry.",
  picture: (number: number, weeks: number) =>
    `${count(number, "entry", "entries")} in ${count(weeks, "week")}`,
  byStrand: "Entries by what they are about",
  filters: "Show only",
  found: (number: number) => `${count(number, "entry", "entries")} found`,
  noneFound: "Nothing found. Try another word, or show all.",
  showAll: "Show all",
  write: "Write",
  canSee: "can see",
  willSee: "can see when you are done",
  onlyMe: "Only me",
  yourTutor: "Your tutor",
  empty: "(no words yet)",
  emptyTitle: "Put down your first stone",
  emptyWords: "Write one thing you did today. Ten seconds is plenty.",
  emptyWho: (names: string) => `${names} can see. You can change that each time.`,
  emptyPicture: "Six weeks, no entry yet",
} as const;

export const write = {
  title: "Write in my log",
  question: (number: number, all: number) => `Question ${number} of ${all}`,
  first: "Just a few words will do",
  skip: "Skip",
  nextQuestion: "Next question",
  lastQuestion: "Question before",
  about: "What is it about?",
  target: "Is it for a target?",
  when: "When was it?",
  whoSees: "Who can see it?",
  done: "Done",
  change: "Change",
  close: "Close",
  parts: "Parts of this entry",
  part: (number: number, all: number) => `This entry is long. You are in part ${number} of ${all}.`,
  readAsOne: "It is read as one.",
  partBefore: "Part before",
  nextPart: "Next part",
} as const;

export const entry = {
  title: "From my log",
  change: "Change it",
  remove: "Remove",
  removed: "Entry removed",
  bringBack: "Bring it back",
  isRemoved: "You removed this entry. It is kept, so you can bring it back.",
  toLog: "My log",
  notHere: "This entry is not on this device. It may be deleted, or not shared with you any more.",
  for: "For my target",
} as const;

/** The list of what was taken out of the log. */
export const removed = {
  open: (number: number) => count(number, "removed entry", "removed entries"),
  title: "Removed entries",
  kept: "They are kept. Bring one back, or delete it for ever.",
  none: "Nothing is removed",
  noneWords: "What you remove from your log waits here. You can bring it back.",
} as const;

export const onlyMe = {
  onlyMeTitle: "Only me",
  ifOnlyMe: "If you choose only me",
  stored: "A copy is kept on your school’s computer, so it is not lost.",
  left: "If your tutor had it, it leaves their device when that next has signal.",
  talk: "If you are worried or not safe, tell someone you trust.",
  tutorTitle: (names: string) => `${names} can see`,
  tutorWords: (names: string) => `${names} can read it and write to you about it. No one else can.`,
  keep: "Keep it only me",
  let: (names: string) => `Let ${names} see it`,
  nowOnlyMe: "Now only you can see it",
  nowTutor: (names: string) => `Now ${names} can see it`,
} as const;

/** The tutors by name, or "your tutor" while none is known. */
export const sayTutors = (names: readonly string[]): string =>
  names.length > 0 ? sayList(names) : log.yourTutor;
