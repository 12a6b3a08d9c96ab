/**
 * The cards that learners' logs are dealt from. Packs are shared by the whole school, so that two learners
 * side by side do not read alike, and nobody is dealt the same card twice.
 */
import type { Random } from "#model/id.ts";
import type { Feeling } from "#model/kinds/how-it-is-going.ts";
import { areaBanks } from "./banks/areas.ts";
import { everyAreaBanks, type SharedStrand } from "./banks/every-area.ts";
import { onlyMeWords } from "./banks/only-me.ts";
import { goingWords, reviewWords } from "./banks/review-words.ts";
import { createDeck, type Deck } from "./deck.ts";
import type { DemoArea } from "./demo-school.ts";
import type { Bank, EntryCard, TargetCard, Voice } from "./story.ts";

/** The cards of one strand, or of one area. */
export interface Pack {
  readonly objectives: Deck<readonly [title: string, detail: string]>;
  readonly targets: Deck<TargetCard>;
  readonly entries: Readonly<Record<Voice, Deck<EntryCard>>>;
}

/** Every pack of the school. */
export interface Packs {
  readonly area: Readonly<Record<DemoArea, Pack & { readonly comments: Deck<string> }>>;
  readonly everyArea: Readonly<Record<SharedStrand, Pack>>;
  readonly onlyMe: Deck<string>;
  readonly going: Readonly<Record<Feeling, Deck<string>>>;
  readonly review: Readonly<Record<keyof typeof reviewWords, Deck<string>>>;
}

/** Fresh, shuffled packs. */
export function createPacks(random: Random): Packs {
  const decksOf = <Key extends string>(
    words: Readonly<Record<Key, readonly string[]>>,
  ): Record<Key, Deck<string>> => mapValues(words, (cards) => createDeck(cards, random));
  const packOf = (bank: Bank): Pack => ({
    objectives: createDeck(bank.objectives, random),
    targets: createDeck(bank.targets, random),
    entries: mapValues(bank.entries, (cards) => createDeck(cards, random)),
  });
  return {
    area: mapValues(areaBanks, (bank) => ({ ...packOf(bank), comments: createDeck(bank.comments, random) })),
    everyArea: mapValues(everyAreaBanks, packOf),
    onlyMe: createDeck(onlyMeWords, random),
    going: decksOf(goingWords),
    review: decksOf(reviewWords),
  };
}

const mapValues = <Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  change: (value: From) => To,
): Record<Key, To> =>
  Object.fromEntries(Object.entries<From>(record).map(([key, value]) => [key, change(value)])) as Record<
    Key,
    To
  >;
