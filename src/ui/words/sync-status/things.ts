/** What waits to be sent, as its writer would count it: the same words in the status line, behind it and on signing out. */
import type { ThingName, WaitingThing } from "#model/views/waiting-things.ts";
import { count } from "#ui/words/lists.ts";
import { saved } from "./saved.ts";

const called = {
  entry: ["entry", "entries"],
  answer: ["answer", "answers"],
  comment: ["comment", "comments"],
  plan: ["plan", "plans"],
  goal: ["goal", "goals"],
  target: ["target", "targets"],
  review: ["review", "reviews"],
  thing: ["thing", "things"],
} as const satisfies Record<ThingName, readonly [one: string, many: string]>;

/** "1 entry", "3 things"; `others` are of any sort and not among `things`. */
export function sayThings(things: readonly WaitingThing[], others = 0): string {
  const [first, ...more] = things;
  const isOneSort = others === 0 && more.every(({ name }) => name === first?.name);
  const [one, many] = called[isOneSort ? (first?.name ?? "thing") : "thing"];
  return count(things.length + others, one, many);
}

/** "1 entry waiting"; while they are being counted, that something waits. */
export const sayWaiting = (things: readonly WaitingThing[] = []): string =>
  things.length === 0 ? saved.waitingOne : saved.waiting(sayThings(things));
