/** Deals hand-written cards, so that nobody is dealt the same one twice and the whole pack is used before any comes again. */
import type { Random } from "#model/id.ts";

/** A pack of cards that is shared by many hands. */
export interface Deck<Card> {
  /** The next card this hand has not had; undefined when it has had them all. */
  dealTo(hand: Set<unknown>): Card | undefined;
}

/** A shuffled pack. A card that was dealt goes to the bottom. */
export function createDeck<Card>(cards: readonly Card[], random: Random): Deck<Card> {
  const pack = shuffled(cards, random);
  return {
    dealTo(hand) {
      const place = pack.findIndex((card) => !hand.has(card));
      const [card] = place < 0 ? [] : pack.splice(place, 1);
      if (card === undefined) return undefined;
      hand.add(card);
      pack.push(card);
      return card;
    },
  };
}

/** The same cards in another order. */
export function shuffled<Card>(cards: readonly Card[], random: Random): Card[] {
  const marked = cards.map((card) => ({ card, place: random() }));
  return marked.toSorted((one, other) => one.place - other.place).map(({ card }) => card);
}
