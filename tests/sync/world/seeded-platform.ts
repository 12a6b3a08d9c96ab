/**
 * What a world takes from the platform comes from its seed, so that one seed gives one history. Yjs
 * draws the client id of each document from the platform; here the platform draws from the seed. Timers
 * stand still: the world says when something is tried again. Import this before anything that imports the model.
 */
import { webcrypto } from "node:crypto";
import { mock } from "node:test";

mock.timers.enable({ apis: ["setTimeout"] });

type Draw = () => number;

const platform = webcrypto.getRandomValues.bind(webcrypto);
let drawn: Draw | undefined;

Object.defineProperty(webcrypto, "getRandomValues", {
  value: <A extends Parameters<typeof platform>[0]>(array: A): A => {
    if (!drawn || !(array instanceof Uint32Array)) return platform(array);
    for (let at = 0; at < array.length; at += 1) array[at] = Math.floor(drawn() * 2 ** 32);
    return array;
  },
});

/** Where client ids come from until told otherwise: numbers from 0 up to, but not including, 1. */
export function drawClientIdsFrom(draw: Draw): void {
  drawn = draw;
}

/** Does `work`, while nothing else goes on, with client ids from another source if one is given. */
export async function drawingClientIdsFrom(draw: Draw | undefined, work: () => Promise<void>): Promise<void> {
  const before = drawn;
  drawn = draw ?? before;
  await work();
  drawn = before;
}
