/**
 * A drawn person, for those who want a picture but no photo. It is put together from five choices, or
 * drawn by lot from a seed; nothing about a real person is guessed from it.
 */
import { createRandom, textToSeed } from "#ui/kit/geometry/noise.ts";

const SKINS = ["#f1cfb4", "#e3b08a", "#c98f66", "#a86f48", "#7d4e31", "#5c3924"] as const;
const HAIRS = ["#2a1f1a", "#4a3020", "#7a4a26", "#b5652d", "#caa15e", "#6d6a66"] as const;
const TOPS = ["#5f7f86", "#a8633f", "#6f8250", "#86608c", "#4c678f", "#8a6d4f"] as const;
const GROUNDS = ["#d8e0d0", "#d6e3e6", "#f0e2c4", "#efd8cc", "#e3dcef"] as const;

const HAIR_SHAPES = [
  "M11.4 18C10 9.6 14 6 20.2 6s10 3.8 8.600 12c-.8-3.4-2.2-5-4.4-5.6-2.6.9-6.2.9-9.4.2-2 .9-3 2.6-3.6 5.4Z",
  "M11.8 16.4C11.4 10 14.8 7.2 20 7.2s8.7 2.8 8.2 9.2c-.7-2.6-1.7-3.800-3.2-4.3-3-.9-7-.9-10 0-1.5.5-2.500 1.7-3.2 4.3Z",
  "M11.600 19c-.4-6 1.8-8.6 5-9.2 3.6 2.6 7.600 3.6 11.6 4l.4 5c1-8.8-2-13.2-8.6-13.2S10.4 10.4 11.6 19Z",
  "M11.6 17.4C10.8 10 14.4 6.800 20 6.8s9.2 3.200 8.400 10.6c-1-4-3.4-5.6-8.4-5.600s-7.4 1.6-8.4 5.6Z",
  "M11.4 24.5c-2.4-8-2.2-18.7 8.6-18.7s11 10.7 8.6 18.7l-1.8-.6c1-5.4.4-9-1.6-11.3-3.2 1.6-7.6 2.2-10.6 1.8-1.6 2.2-2 5.4-1.4 9.5Z",
] as const;

type Part = <Choice>(choices: readonly [Choice, ...Choice[]]) => Choice;

/** Five digits name skin, hair, its shape, top and ground, each counted from 1; any other seed draws lots. */
function partsOf(seed: string): Part {
  const random = createRandom(textToSeed(seed));
  const chosen = /^[1-9]{5}$/.test(seed) ? Array.from(seed, (digit) => Number(digit) - 1) : undefined;
  return (choices) => {
    const index = chosen?.shift() ?? Math.floor(random() * choices.length);
    return choices[index % choices.length] ?? choices[0];
  };
}

/** A square picture of a drawn person; the same seed gives the same person. Hidden from screen readers. */
export function Portrait({ seed }: { seed: string }) {
  const part = partsOf(seed);
  const skin = part(SKINS);
  const hair = part(HAIRS);
  const hairShape = part(HAIR_SHAPES);
  const top = part(TOPS);
  const ground = part(GROUNDS);
  return (
    <svg className="pt-img" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect width="40" height="40" fill={ground} />
      <path d="M3.5 42C4 32.5 11 29.6 20 29.6S36 32.5 36.5 42Z" fill={top} />
      <path d="M16.6 24h6.8v6.2c0 2.8-6.8 2.8-6.8 0Z" fill={skin} />
      <path d="M16.6 27.4c2 1.3 4.8 1.3 6.8 0v-2h-6.8Z" fill="#000" opacity=".12" />
      <path d="M12 17c0-6 3.4-8.8 8-8.8s8 2.8 8 8.8c0 6.4-3.6 10.6-8 10.6S12 23.4 12 17Z" fill={skin} />
      <path d={hairShape} fill={hair} />
      <circle cx="16.9" cy="17.8" r="1.05" fill="#241a14" />
      <circle cx="23.1" cy="17.8" r="1.05" fill="#241a14" />
      <path
        d="M17.4 22.4c1.6 1.3 3.6 1.3 5.2 0"
        fill="none"
        stroke="#241a14"
        strokeWidth="1.1"
        strokeLinecap="round"
        opacity=".8"
      />
    </svg>
  );
}
