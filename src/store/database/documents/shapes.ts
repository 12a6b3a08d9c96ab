/**
 * The shape of each kind: a name of its fields and lists, stored with every value that is projected from a record. A value
 * with another name was projected by another app, and is projected afresh when it is read. Written down here, since
 * hashing them takes a slow phone longer than reading a page. When a kind changes, a test says its new name.
 */
import type { KindName } from "#model/id.ts";

/** By kind. */
export const shapes: Readonly<Record<KindName, string>> = {
  person: "68a2014f",
  organisation: "2c032ef1",
  learner: "0dfb852d",
  membership: "2274a3cd",
  "membership-ended": "ba396aa4",
  plan: "53c3d3b4",
  objective: "a3b3b489",
  target: "23614c72",
  "how-it-is-going": "1fe53494",
  "log-entry": "e46dd5f6",
  "sharing-choice": "758c2b87",
  review: "e5df95ef",
  "target-outcome": "9f456718",
  contribution: "8d24ace5",
  "review-closed": "c206e75a",
  comment: "9beee596",
  "private-opened": "dae186bd",
  erasure: "6991b815",
};
