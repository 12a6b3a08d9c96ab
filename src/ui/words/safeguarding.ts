/** Words about “only me” and who may open it: for learners, and for the safeguarding lead. */
import { sayList } from "./lists.ts";

/** What “only me” means. The two sentences are fixed: what is promised here is kept by the server. Source: RULES A17. */
export const onlyMePromise = {
  withLead:
    "Only you. If we are worried about your safety, the safeguarding lead can open it, and you can see that they did.",
  withoutLead: "Only you.",
  unseen: "Tutors, teachers and parents do not see it.",
  lead: (names: readonly string[]) =>
    names.length === 1
      ? `${sayList(names)} is the safeguarding lead here.`
      : `${sayList(names)} are the safeguarding leads here.`,
  opened: "If they open it, you see the name, the day and why.",
} as const;

/** What a learner reads when private entries were opened, and when somebody new could. */
export const openedWords = {
  title: "Your private entries were opened",
  who: (name: string, when: string) =>
    `${name}, safeguarding lead, opened what you keep as “only me”. That was ${when}.`,
  why: "Why:",
  whyLost: "We do not know why any more. Our computer was put back to an older copy. You can ask them.",
  talk: (name: string) => `They were worried about your safety. You can talk to ${name} about it.`,
  seen: "I have read this",
  list: "When private entries were opened",
  line: (name: string, when: string) => `${name}, safeguarding lead, ${when}`,
  onEntry: (name: string, when: string) => `${name}, safeguarding lead, opened this. That was ${when}.`,
  leadTitle: (name: string) => `${name} is the safeguarding lead now`,
  leadWords: (name: string) =>
    `If we are worried about your safety, ${name} can open what you keep as “only me”.`,
  leadPromise: "You can see it if they do.",
  leadSees: "Safeguarding lead. Only if we are worried about your safety: what you keep as “only me”.",
} as const;

/** What a safeguarding lead reads. */
export const safeguardingWords = {
  title: "Safeguarding",
  intro:
    "Open private entries only when you are worried about a learner’s safety. The learner sees who opened them, when and why.",
  find: "Find a learner",
  table: "Learners, by name",
  columns: { learner: "Learner", programme: "Programme", tutor: "Tutor" },
  noTutor: "No tutor",
  nobodyFits: "Nobody here fits",
  nobodyFitsWords: "Look for another name.",
  nobody: "There are no learners for you here",
  nobodyWords: "An administrator names the safeguarding lead of a school.",
  loading: "Asking your school’s computer",
  offline: "You need signal for this. Private entries are never kept on this device.",
  open: "Open private entries",
  openOf: (name: string) => `Private entries of ${name}`,
  whatHappens: "What happens",
  learnerSees: (name: string) => `${name} will see that you opened these, when, and why.`,
  others: "Tutors, teachers and coordinators are not told.",
  notKept: "Nothing is kept on this device. It goes when you leave this page.",
  reason: "Why are you opening them?",
  reasonHint: (name: string) => `${name} reads these words. Keep them short and plain.`,
  goOn: "Go on",
  sureTitle: (name: string) => `Open ${name}’s private entries?`,
  sureWords: (name: string) => `This cannot be undone. ${name} is told at once, with these words:`,
  yes: "Open them",
  opening: "Opening",
  openedAt: (time: string, name: string) => `Opened ${time}. ${name} can see that.`,
  none: (name: string) => `${name} keeps nothing as “only me”.`,
  finish: "Close them",
  gone: "They are closed. To read them again, open them again.",
} as const;
