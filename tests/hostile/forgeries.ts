/** Well-formed messages that claim what is not so: other people's records, names, receipts, roles and sign-ins. */
import type { Id } from "#model/id.ts";
import { createId, kindNames } from "#model/id.ts";
import { hashOf } from "#model/record/bytes.ts";
import type { HeldRecord } from "#model/wire/protocol.ts";
import { aRecord, edited, learner, organisation, person } from "#tests/support/server.ts";
import { between, gzipped, noise, pick, pushBy, type Assault, type Attack } from "./attack.ts";
import { bodyOf, pushOf, type Ground } from "./ground.ts";

const strangeIds: readonly string[] = [
  "",
  "log-entry",
  "log-entry_",
  "log-entry_../../etc/passwd000000000",
  "LOG-ENTRY_01J00000000000000000000000",
  `log-entry_${"0".repeat(27)}`,
  "constructor_00000000000000000000000000",
  "__proto___00000000000000000000000000",
  "log-entry_' or 1=1 --0000000000000000",
  "log-entry_\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000",
];

/** One thing about the outside of Ann's entry is another; Ann herself sends it. */
function envelope({ ann, entry, plan, random }: Ground): Assault {
  const changes: readonly object[] = [
    { id: pick(random, strangeIds) },
    { kind: pick(random, ["comment", "nothing", "__proto__", "constructor", "toString", ""]) },
    { learner: learner("bob") },
    { learner: person("ann") },
    { learner: "learner_nobody" },
    { org: organisation("school") },
    { createdBy: person("bob") },
    { createdBy: person("tess") },
    { createdAt: between(random, 0, 1_000_000) },
    { id: createId("log-entry", random() * 2 ** 40, random), learner: learner("bob") },
    { id: createId("log-entry", random() * 2 ** 40, random), createdBy: person("tess") },
    { id: plan.envelope.id },
    { id: createId("plan", random() * 2 ** 40, random), kind: "plan" },
  ];
  return pushBy(ann, pushOf({ ...entry, envelope: { ...entry.envelope, ...pick(random, changes) } }));
}

/** A change that would be right, from somebody who may not make it. */
function wrongPerson({ bob, jo, zak, ann, entry, plan, held, random }: Ground): Assault {
  const target = held.find(({ envelope: { kind } }) => kind === "target");
  if (!target) throw new Error("There is no target.");
  const at = { learner: learner("ann") };
  const device = pick(random, [bob, zak]);
  const by = device.person;
  const made = [
    () => edited("log-entry", entry, { by, edit: (draft) => draft.type("did", "mine now") }),
    () => edited("plan", plan, { by, edit: (draft) => draft.type("goodAt", "nothing") }),
    () => edited("target", target, { by, edit: (draft) => draft.type("what", "nothing") }),
    () => aRecord("target", { ...at, by }, (draft) => draft.type("what", "do as I say")),
    () => aRecord("log-entry", { ...at, by }, (draft) => draft.type("did", "in your name")),
    () => aRecord("how-it-is-going", { ...at, by }, () => undefined),
  ];
  if (random() < 0.2)
    return pushBy(
      jo,
      pushOf(aRecord("target", { ...at, by: jo.person }, (draft) => draft.type("what", "not mine to set"))),
    );
  if (random() < 0.1)
    return pushBy(ann, pushOf(aRecord("review", { ...at, by: ann.person }, () => undefined)));
  return pushBy(device, pushOf(pick(random, made)()));
}

/** Facts by which somebody would come to see or lead more than they may. */
function grant({ ann, bob, jo, zak, entry, random }: Ground): Assault {
  const device = pick(random, [ann, bob, jo, zak]);
  const by = device.person;
  const subject = pick(random, [{ learner: learner("ann") }, { org: organisation("school") }]);
  const role = pick(random, [
    "tutor",
    "teaching-team",
    "coordinator",
    "administrator",
    "staff",
    "provider",
    "root",
  ]);
  const made = [
    () =>
      aRecord("membership", { ...subject, by }, (draft) => {
        draft.set("person", by);
        draft.set("role", role as "staff");
      }),
    () =>
      aRecord("membership-ended", { ...subject, by }, (draft) =>
        draft.set("membership", createId("membership", 0, random)),
      ),
  ];
  if (random() < 0.3) {
    const thief = pick(random, [bob, zak, jo]);
    return pushBy(
      thief,
      pushOf(
        aRecord("sharing-choice", { learner: learner("ann"), by: thief.person }, (draft) => {
          draft.set("entry", entry.envelope.id as Id<"log-entry">);
          draft.set("sharedWith", "tutor");
        }),
      ),
    );
  }
  return pushBy(device, pushOf(pick(random, made)()));
}

/** A record given back with a receipt that speaks of something else, or of nothing. */
function receipt({ tess, zak, held, random }: Ground): Assault {
  const genuine = pick(random, held);
  const other = pick(
    random,
    held.filter(({ receipt: of }) => of !== genuine.receipt),
  );
  const state = edited(
    "comment",
    { envelope: genuine.envelope, state: new Uint8Array([0, 0]) },
    {
      by: tess.person,
      edit: (draft) => draft.type("words", "never said"),
    },
  ).state;
  const forged: readonly Partial<HeldRecord>[] = [
    { receipt: other.receipt },
    { receipt: "" },
    { receipt: Buffer.from(noise(random, 32)).toString("base64url") },
    { receipt: genuine.receipt.slice(0, -1) },
    { state, hash: hashOf(state) },
    { state },
    { stamps: { ...genuine.stamps, createdBy: tess.person, arrivedAt: 1 } },
    { stamps: { ...genuine.stamps, number: 99 } },
    { envelope: { ...genuine.envelope, learner: learner("zoe") } },
    {
      envelope: {
        ...genuine.envelope,
        id: createId(pick(random, kindNames), 0, random),
      },
    },
  ];
  const record = { ...genuine, ...pick(random, forged) };
  return {
    route: "recover",
    device: pick(random, [tess, zak]),
    body: bodyOf("recover", { records: [record] }),
  };
}

/** Questions for what is not theirs: whatever they name, they are told nothing of it. */
function question({ zak, entry, random }: Ground): Assault {
  const scope = pick(random, ["log", "plan", "own", "nothing"]);
  const name = `${scope}:${scope === "own" ? person("ann") : learner("ann")}`;
  const asks: readonly Assault[] = [
    { route: "pull", body: bodyOf("pull", { positions: { [name]: 0 }, opened: [learner("ann")] }) },
    {
      route: "pull",
      body: bodyOf("pull", {
        positions: {},
        opened: [learner("ann")],
        highest: { position: 2 ** 50, proof: "x" },
      }),
    },
    { route: "audit", body: bodyOf("audit", { scopes: { [name]: { position: 1, digest: 1 } } }) },
    { route: "offer", body: bodyOf("offer", { held: [{ id: entry.envelope.id, hash: "0".repeat(32) }] }) },
  ];
  return { ...pick(random, asks), device: zak, isHarmless: true };
}

/** The families of this file. */
export const forgeries: readonly Attack[] = [
  { name: "a forged envelope", weight: 8_000, make: envelope },
  { name: "a right change by the wrong person", weight: 5_000, make: wrongPerson },
  { name: "a role or a share somebody gives themselves", weight: 5_000, make: grant },
  { name: "a forged receipt", weight: 4_000, make: receipt },
  { name: "a question for what is not theirs", weight: 2_000, make: question },
  {
    name: "an honest message, replayed",
    weight: 1_500,
    make: ({ ann, entry, plan, random }) => {
      const again = pushBy(ann, pushOf(...pick(random, [[entry], [plan], [entry, plan, entry]])));
      return { ...(random() < 0.3 ? gzipped(again) : again), isHarmless: true };
    },
  },
  {
    name: "without a sign-in, with one that ended, or with a made-up one",
    weight: 3_000,
    make: ({ gone, ann, entry, random }) => {
      const cookie = `waymark_session=${Buffer.from(noise(random, 32)).toString("base64url")}`;
      return pushBy(pick(random, [gone, { ...ann, cookie }, { ...ann, cookie: "" }]), pushOf(entry));
    },
  },
];
