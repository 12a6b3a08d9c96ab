/** Where something new stands among its siblings: after all of them, by a fractional key (see `fractional-indexing`). */
import { generateKeyBetween } from "fractional-indexing";

/** The length of a key's whole part follows from its first letter. */
function isPlace(place: string): boolean {
  const code = place.charCodeAt(0);
  const whole = place >= "a" && place < "{" ? code - 95 : 92 - code;
  return /^[A-Za-z][0-9A-Za-z]+$/.test(place) && place.length >= whole && !place.slice(whole).endsWith("0");
}

/** A key after every given one. Texts that are no such keys are passed over; equal keys are possible and harmless. */
export function placeAfter(places: readonly (string | undefined)[]): string {
  const known = places.filter((place) => place !== undefined && isPlace(place)) as readonly string[];
  const last = known.toSorted().at(-1);
  return generateKeyBetween(last ?? null, null);
}

/** Where an item of a list stands when so many stand there: after them, unless some before were taken out. */
export function placeAfterCount(count: number): string {
  let place = placeAfter([]);
  for (let item = 0; item < count; item += 1) place = placeAfter([place]);
  return place;
}
