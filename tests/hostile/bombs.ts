/** Yjs updates that no honest device makes: heavy, deep, endless, of the wrong kind, or under somebody else's client id. */
import * as Y from "yjs";
import type { Random } from "#model/id.ts";
import { createId } from "#model/id.ts";
import { stateLimitBytes } from "#model/record/record-limits.ts";
import { learner, person } from "#tests/support/server.ts";
import { between, joined, noise, pick, pushBy, type Attack } from "./attack.ts";
import { pushOf, type Ground, type Written } from "./ground.ts";

/** A whole number as Yjs writes it: seven bits a byte, least first. */
function variable(whole: number): Uint8Array {
  const digits: number[] = [];
  let rest = whole;
  do {
    const digit = rest % 128;
    rest = Math.floor(rest / 128);
    digits.push(rest > 0 ? digit + 128 : digit);
  } while (rest > 0);
  return Uint8Array.from(digits);
}

const updateOf = (write: (document: Y.Doc) => void): Uint8Array => {
  const document = new Y.Doc();
  write(document);
  return Y.encodeStateAsUpdate(document);
};

const noDeletions = 0;
/** One client with one run of collected operations, as long as it says. */
const endless = (random: Random): Uint8Array =>
  joined(
    1,
    1,
    variable(between(random, 1, 2 ** 30)),
    0,
    0,
    variable(2 ** between(random, 32, 50)),
    noDeletions,
  );

/** A great many deletions of what is not there. */
function deletions(random: Random): Uint8Array {
  const ranges = between(random, 1, 3_000);
  const range = (at: number): Uint8Array => joined(variable(at * 3), variable(pick(random, [1, 2 ** 33])));
  return joined(0, 1, variable(7), variable(ranges), ...Array.from({ length: ranges }, (_, at) => range(at)));
}

/** Updates each of which waits for one that never comes. */
function waiting(random: Random): Uint8Array {
  const document = new Y.Doc();
  const text = document.getText("text:did");
  text.insert(0, "first");
  const before = Y.encodeStateVector(document);
  for (let index = 0; index < between(random, 1, 60); index += 1) text.insert(text.length, `word ${index}`);
  return Y.encodeStateAsUpdate(document, before);
}

/** Maps in maps. */
const nestedMaps = (depth: number): Uint8Array =>
  updateOf((document) => {
    let map = document.getMap("choices");
    for (let level = 0; level < depth; level += 1) {
      const inner = new Y.Map();
      map.set("strand@00000000", inner);
      map = inner;
    }
  });
const deepMaps = [1, 20, 400].map(nestedMaps);

function deepValue(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}
const deepAnswers = [8, 60, 900].map((depth) =>
  updateOf((document) => document.getMap("choices").set("strand@00000000", [deepValue(depth), "person_1"])),
);

const manyClients = joined(
  variable(20_001),
  ...Array.from({ length: 20_001 }, (_, client) => joined(1, variable(client + 1), 0, 0, 1)),
  noDeletions,
);

const strange: readonly (() => Uint8Array)[] = [
  () => updateOf((document) => document.getText("text:did").insert(0, "bold", { bold: true })),
  () => updateOf((document) => document.getText("text:did").insertEmbed(0, { image: "data:" })),
  () => updateOf((document) => document.getArray("did").push([1])),
  () => updateOf((document) => document.getXmlFragment("text:did").insert(0, [new Y.XmlElement("script")])),
  () => updateOf((document) => document.getMap("choices").set("strand@00000000", new Y.Doc())),
  () => updateOf((document) => document.getMap("choices").set("strand@00000000", new Uint8Array(9))),
  () => updateOf((document) => document.getText("text:secret").insert(0, "x")),
  () => updateOf((document) => document.getText("text:__proto__").insert(0, "x")),
  () => updateOf((document) => document.getMap("choices").set("constructor@00000000", ["x", "person_1"])),
  () => updateOf((document) => document.getMap("choices").set("strand@00000000", ["sideways", "person_1"])),
  () => updateOf((document) => document.getMap("choices").set("strand", ["maths", "person_1"])),
];

const ofAnn = (random: Random, state: Uint8Array): Written => ({
  envelope: {
    id: createId("log-entry", Date.now(), random),
    kind: "log-entry",
    learner: learner("ann"),
    createdBy: person("ann"),
    createdAt: Date.parse("2026-11-02T08:00:00Z"),
  },
  state,
});

/** Sent as a new entry of Ann's own, or into the one she has: so nothing but its content speaks against it. */
const intoOwnEntry = (name: string, weight: number, stateOf: (random: Random) => Uint8Array): Attack => ({
  name,
  weight,
  make: ({ ann, entry, random }: Ground) => {
    const state = stateOf(random);
    return pushBy(ann, pushOf(random() < 0.5 ? ofAnn(random, state) : { ...entry, state }));
  },
});

/** The families of this file. */
export const bombs: readonly Attack[] = [
  intoOwnEntry("noise for a state", 4_000, (random) => noise(random, between(random, 3, 300))),
  intoOwnEntry("more operations than there can be", 3_000, endless),
  intoOwnEntry("deletions without end", 1_500, deletions),
  intoOwnEntry("an update that waits for another", 3_000, waiting),
  intoOwnEntry("maps in maps", 600, (random) => pick(random, deepMaps)),
  intoOwnEntry("an answer many levels deep", 1_000, (random) => pick(random, deepAnswers)),
  intoOwnEntry("twenty thousand writers", 20, () => manyClients),
  intoOwnEntry("a state over the limit", 40, () => new Uint8Array(stateLimitBytes + 1)),
  intoOwnEntry("fields, types and formatting no kind has", 4_000, (random) => pick(random, strange)()),
  {
    name: "a state cut short",
    weight: 2_500,
    make: ({ ann, entry, random }) =>
      pushBy(
        ann,
        pushOf({ ...entry, state: entry.state.subarray(0, between(random, 0, entry.state.length - 1)) }),
      ),
  },
  {
    name: "words under another device's client id",
    weight: 1_000,
    make: ({ ann, plan, planAsTess }) => pushBy(ann, pushOf({ ...plan, state: planAsTess })),
  },
];
