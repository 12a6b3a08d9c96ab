/**
 * What people wrote and were told is saved: each word, choice and fact, with who wrote it where. The
 * oracle holds the world against this at the end. A word is a text no other word shares a letter with,
 * so that losing, doubling or tearing one shows.
 */
import type { Id, KindName, LearnerId, PersonId } from "#model/id.ts";

interface Entry {
  readonly id: Id;
  readonly kind: KindName;
  readonly learner: LearnerId;
  readonly by: PersonId;
  readonly device: string;
  /** True for what no surviving device held when the server went back to an older copy. */
  gone: boolean;
  /** False for what was written by a call that failed: it may or may not be there. */
  readonly saved: boolean;
}

/** A word that was typed. */
export interface WordEntry extends Entry {
  readonly field: string;
  readonly word: string;
  deleted: boolean;
}

/** A choice that was made. */
export interface ChoiceEntry extends Entry {
  readonly field: string;
  readonly value: string;
  /** The answers that stood on the device when it was made: the ones it knowingly replaces. */
  readonly replaced: readonly string[];
}

/** A fact that was written. */
export interface FactEntry extends Entry {
  /** What of the learner's care it changed, for facts that take access away. */
  readonly narrows: boolean;
  /** The review a closing closes. */
  readonly about?: Id<"review">;
  /** The record an erasure erases. */
  readonly erases?: Id;
}

/** What one edit writes, to be entered when the device has stored it. */
export interface Said {
  readonly words: readonly Pick<WordEntry, "field" | "word">[];
  readonly choices: readonly Pick<ChoiceEntry, "field" | "value" | "replaced">[];
  readonly fact?: Pick<FactEntry, "narrows" | "about" | "erases">;
}

/** Where and by whom an edit was written. */
export type Written = Pick<Entry, "id" | "kind" | "learner" | "by" | "device">;

/** The ledger of one world. */
export interface Ledger {
  readonly words: WordEntry[];
  readonly choices: ChoiceEntry[];
  readonly facts: FactEntry[];
  /** Records somebody set out to erase: what was ever written in them is not asked for. */
  readonly erased: ReadonlySet<Id>;
  /** Enters an edit; `saved` as the device was told. */
  enter(where: Written, said: Said, saved: boolean): void;
  /** Somebody took this word out on purpose, perhaps in vain. */
  deleted(word: string): void;
  /** A word never used before in this world: three letters, of which the outer two occur in no other. */
  freshWord(): string;
  /** A text never chosen before in this world. */
  freshChoice(): string;
  /** A date never chosen before in this world. */
  freshDay(): number;
}

/** How long every word is. */
export const wordLength = 3;

/** An empty ledger. */
export function createLedger(): Ledger {
  const words: WordEntry[] = [];
  const choices: ChoiceEntry[] = [];
  const facts: FactEntry[] = [];
  const deletedWords = new Set<string>();
  const erased = new Set<Id>();
  let made = 0;
  const next = () => (made += 1);
  return {
    words,
    choices,
    facts,
    erased,
    enter(where, said, saved) {
      const entry = { ...where, saved, gone: false };
      for (const word of said.words) words.push({ ...entry, ...word, deleted: deletedWords.has(word.word) });
      for (const choice of said.choices) choices.push({ ...entry, ...choice });
      if (said.fact) facts.push({ ...entry, ...said.fact });
      if (said.fact?.erases) erased.add(said.fact.erases);
    },
    deleted(word) {
      deletedWords.add(word);
      for (const entry of words) if (entry.word === word) entry.deleted = true;
    },
    freshWord: () => {
      const number = 2 * next();
      return `${String.fromCharCode(0x4e00 + number)}-${String.fromCharCode(0x4e01 + number)}`;
    },
    freshChoice: () => `choice ${next()}`,
    freshDay: next,
  };
}
