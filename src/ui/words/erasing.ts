/** Words of erasing for good, which screens call deleting for ever: what is asked before, what is said after. */
import type { DeviceWord } from "#ui/words/sync-status/saved.ts";

export const erasing = {
  act: "Delete for ever",
  entryTitle: "Delete this entry for ever?",
  commentTitle: "Delete for ever what you said?",
  othersTitle: (name: string) => `Delete for ever what ${name} said?`,
  everywhere: "The words go from every device, and from the school’s computer.",
  never: "Nobody can bring them back, not even your school.",
  neverStaff: "Nobody can bring them back.",
  when: (device: DeviceWord) =>
    `They go from this ${device} now. They go from other devices when you and they have signal.`,
  own: "What you said about it goes too.",
  others: "What other people said about it stays.",
  closed: "A closed review keeps what was agreed in it.",
  asked: "Do this only for someone with the right to ask. Write down who asked, and when.",
  keep: "Keep it",
  done: "Deleted for ever",
  byYou: (when: string) => `You deleted this entry for ever ${when}.`,
  byOther: (name: string, when: string) => `${name} deleted this entry for ever ${when}.`,
  nothingLeft: "Nothing of it is left, and nobody can bring it back.",
} as const;
