/**
 * Seeded chance for the drawings. Every wobble comes from here, so that the same drawing looks the same on
 * every device, on every day and in every test. Nothing here is fit for secrets.
 */

/** A number from 0 up to 1 at each call; the same seed gives the same row of numbers. */
type Random = () => number;

/** A row of seeded random numbers (mulberry32). Seed 0 counts as 1. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0 || 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from any text, spread evenly (FNV-1a): gives each person a drawing of their own. */
export function textToSeed(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash >>> 0;
}

const ease = (t: number): number => t * t * (3 - 2 * t);

function latticeValue(x: number, y: number, seed: number): number {
  let mixed = Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 1274126177);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 1274126177);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
}

/** Smooth value noise, 0 to 1: near places have near values, whole numbers lie on a random lattice. */
export function noise(x: number, y: number, seed = 7): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const u = ease(x - column);
  const v = ease(y - row);
  const mix = (from: number, to: number, t: number): number => from + (to - from) * t;
  const above = mix(latticeValue(column, row, seed), latticeValue(column + 1, row, seed), u);
  const below = mix(latticeValue(column, row + 1, seed), latticeValue(column + 1, row + 1, seed), u);
  return mix(above, below, v);
}
