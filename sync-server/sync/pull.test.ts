import { afterEach, beforeEach, expect, test } from "vitest";
import { addToDigest, digestOf, type Hash } from "#model/record/bytes.ts";
import type { Scope } from "#model/access.ts";
import { addMembership, endMembership } from "#server/people/registrar.ts";
import { createServer } from "#server/server.ts";
import { openDesk } from "#server/sync/desk/desk.ts";
import { endRecovery, renewEpoch } from "#server/sync/epoch.ts";
import {
  aDevice,
  aRecord,
  aSchool,
  aSchoolServer,
  aServer,
  learner,
  orThrow,
  organisation,
  person,
  withPeople,
  type TestServer,
} from "#tests/support/server.ts";

let server: TestServer;
beforeEach(async () => {
  server = await aSchoolServer();
});
afterEach(() => server.close());

const ann = { learner: learner("ann") };
const anEntry = () =>
  aRecord("log-entry", { ...ann, by: person("ann") }, (draft) => draft.type("did", "We built a wall"));
const aChoice = (entry: string, sharedWith: "tutor" | "only-me", replaces: readonly string[] = []) =>
  aRecord("sharing-choice", { ...ann, by: person("ann") }, (draft) => {
    draft.set("entry", entry as never);
    draft.set("sharedWith", sharedWith);
    if (replaces.length > 0) draft.set("replaces", replaces as never);
  });
const aComment = (by: string, about: string) =>
  aRecord("comment", { ...ann, by: person(by) }, (draft) => {
    draft.set("about", about as never);
    draft.type("words", "Well done");
  });
const aTarget = () =>
  aRecord("target", { ...ann, by: person("tess") }, (draft) => draft.type("what", "Read a drawing"));

const idsIn = async (who: string): Promise<string[]> =>
  (await (await aDevice(server, person(who))).pull()).records.map(({ envelope }) => envelope.id);

const endTutor = async (): Promise<void> => {
  const membership = await server.storage.read((t) => t.memberships.standing({ learners: [learner("ann")] }));
  const tutoring = membership.find(({ role }) => role === "tutor");
  if (!tutoring) throw new Error("Ann has no tutor");
  await server.storage.write(async (t) => {
    const desk = openDesk(t, server.now());
    await endMembership(
      { desk, random: Math.random, by: person("coordinator") },
      { membership: tutoring.id, learner: learner("ann") },
    );
    await desk.flush();
  });
};

test.each([
  ["ann", { own: true, shared: true, target: true }],
  ["tess", { own: false, shared: true, target: true }],
  ["jo", { own: false, shared: false, target: true }],
  ["pat", { own: false, shared: false, target: true }],
  ["bob", { own: false, shared: false, target: false }],
  ["coordinator", { own: false, shared: false, target: false }],
  ["admin", { own: false, shared: false, target: false }],
  ["zoe", { own: false, shared: false, target: false }],
  ["zak", { own: false, shared: false, target: false }],
  ["zed", { own: false, shared: false, target: false }],
])("[A1] %s pulls exactly what they may see of Ann", async (who, may) => {
  const phone = await aDevice(server, person("ann"));
  const tablet = await aDevice(server, person("tess"));
  const [own, shared, target] = [anEntry(), anEntry(), aTarget()];
  await phone.push(own, shared, aChoice(shared.envelope.id, "tutor"));
  await tablet.push(target);
  const ids = await idsIn(who);
  expect({
    own: ids.includes(own.envelope.id),
    shared: ids.includes(shared.envelope.id),
    target: ids.includes(target.envelope.id),
  }).toEqual(may);
});

test("[A8] a coordinator pulls the plan of a learner they open by name, and no log", async () => {
  const phone = await aDevice(server, person("ann"));
  const entry = anEntry();
  const target = aTarget();
  await phone.push(entry, aChoice(entry.envelope.id, "tutor"));
  await (await aDevice(server, person("tess"))).push(target);
  const laptop = await aDevice(server, person("coordinator"));
  const ids = (await laptop.pull({}, [learner("ann"), learner("zoe")])).records.map(
    ({ envelope }) => envelope.id,
  );
  expect(ids).toContain(target.envelope.id);
  expect(ids).not.toContain(entry.envelope.id);
  expect(ids).not.toContain(person("zoe"));
});

test("[A9] an entry switched to only me leaves the tutor's device, and its comments with it", async () => {
  const phone = await aDevice(server, person("ann"));
  const tablet = await aDevice(server, person("tess"));
  const entry = anEntry();
  const choice = aChoice(entry.envelope.id, "tutor");
  await phone.push(entry, choice);
  const comment = aComment("tess", entry.envelope.id);
  await tablet.push(comment);
  const { positions } = await tablet.pull();
  await phone.push(aChoice(entry.envelope.id, "only-me", [choice.envelope.id]));
  const { rows, records } = await tablet.pull(positions);
  const scope: Scope = `log:${learner("ann")}`;
  expect(rows).toEqual(
    expect.arrayContaining([
      { scope, id: entry.envelope.id, left: true },
      { scope, id: comment.envelope.id, left: true },
    ]),
  );
  expect(records).toEqual([]);
});

test("[A11] a comment that comes after its entry was closed to the writer is kept, and leaves their device", async () => {
  const phone = await aDevice(server, person("ann"));
  const tablet = await aDevice(server, person("tess"));
  const entry = anEntry();
  const choice = aChoice(entry.envelope.id, "tutor");
  await phone.push(entry, choice, aChoice(entry.envelope.id, "only-me", [choice.envelope.id]));
  const comment = aComment("tess", entry.envelope.id);
  expect((await tablet.push(comment))[0]?.kept).toBeDefined();
  expect((await tablet.pull()).rows).toContainEqual({
    scope: `own:${person("tess")}`,
    id: comment.envelope.id,
    left: true,
  });
  expect(await idsIn("ann")).toContain(comment.envelope.id);
});

test("[A10] a scope that is no longer held is to be forgotten, and read again from the start when given back", async () => {
  const tablet = await aDevice(server, person("tess"));
  const { positions } = await tablet.pull();
  await endTutor();
  const after = await tablet.pull(positions);
  expect(after.forget.toSorted()).toEqual([
    `log:${learner("ann")}`,
    `org:${organisation("moorlane")}`,
    `plan:${learner("ann")}`,
  ]);
  await server.storage.write(async (t) => {
    const desk = openDesk(t, server.now());
    await addMembership(
      { desk, random: Math.random, by: person("coordinator") },
      { role: "tutor", learner: learner("ann"), person: person("tess") },
    );
    await desk.flush();
  });
  const kept = Object.fromEntries(
    Object.entries(positions).filter(([scope]) => !after.forget.includes(scope as Scope)),
  );
  expect((await tablet.pull(kept)).records.map(({ envelope }) => envelope.id)).toContain(learner("ann"));
});

test("[A3] an end that arrives before its membership still beats it", async () => {
  const laptop = await aDevice(server, person("coordinator"));
  const membership = aRecord("membership", { ...ann, by: person("coordinator") }, (draft) => {
    draft.set("role", "tutor");
    draft.set("person", person("zak"));
  });
  const end = aRecord("membership-ended", { ...ann, by: person("coordinator") }, (draft) =>
    draft.set("membership", membership.envelope.id as never),
  );
  await laptop.push(end, membership);
  expect(await idsIn("zak")).not.toContain(learner("ann"));
});

test("[A3] nobody ends a membership of a learner who is not theirs", async () => {
  const membership = (
    await server.storage.read((t) => t.memberships.standing({ learners: [learner("zoe")] }))
  ).find(({ role }) => role === "tutor");
  const laptop = await aDevice(server, person("coordinator"));
  await laptop.push(
    aRecord("membership-ended", { ...ann, by: person("coordinator") }, (draft) =>
      draft.set("membership", membership?.id),
    ),
  );
  expect(await idsIn("zak")).toContain(learner("zoe"));
});

test("[S8] a first sync of many records comes in whole pages and misses none", async () => {
  const phone = await aDevice(server, person("ann"));
  for (let batch = 0; batch < 12; batch += 1) await phone.push(...Array.from({ length: 200 }, anEntry));
  const pulled = await (await aDevice(server, person("ann"), "device-new")).pull();
  expect(new Set(pulled.records.map(({ envelope }) => envelope.id)).size).toBeGreaterThan(2400);
  expect(pulled.positions[`own:${person("ann")}`]).toBeGreaterThan(2400);
});

test("[S9] the digest of a scope is that of what a device pulled from it", async () => {
  const phone = await aDevice(server, person("ann"));
  const entry = anEntry();
  await phone.push(entry, anEntry(), aChoice(entry.envelope.id, "tutor"));
  const pulled = await phone.pull();
  const hashes = new Map(pulled.records.map(({ envelope, hash }) => [envelope.id, hash]));
  const scopes: Record<Scope, { position: number; digest: number }> = {};
  for (const [scope, position] of Object.entries(pulled.positions) as [Scope, number][]) {
    const held = pulled.rows.filter((row) => row.scope === scope && !row.left);
    scopes[scope] = {
      position,
      digest: held.reduce((sum, { id }) => addToDigest(sum, digestOf(id, hashes.get(id) as Hash)), 0),
    };
  }
  expect(orThrow(await phone.ask("audit", ["audit", "audited"], { scopes })).differ).toEqual({});
  const own: Scope = `own:${person("ann")}`;
  const wrong = { [own]: { position: pulled.positions[own] ?? 0, digest: 1 } };
  const differ = orThrow(await phone.ask("audit", ["audit", "audited"], { scopes: wrong })).differ;
  expect(differ[own]?.map(({ id }) => id)).toContain(entry.envelope.id);
});

test("[P6] a true proof of a position beyond the server's own begins a new epoch, a forged one does not", async () => {
  const phone = await aDevice(server, person("ann"));
  const { epoch } = await phone.pull();
  phone.epoch = epoch;
  const position = 1_000_000;
  const forged = await phone.ask("pull", ["pull", "pulled"], {
    positions: {},
    opened: [],
    highest: { position, proof: "forged" },
  });
  expect(forged.ok).toBe(true);
  const proof = server.site.signet.proof({ epoch, position });
  const noticed = await phone.ask("pull", ["pull", "pulled"], {
    positions: {},
    opened: [],
    highest: { position, proof },
  });
  expect(noticed).toMatchObject({ ok: false, problem: { code: "epoch-changed" } });
});

test("[S11] after a restore any holder brings back what carries a receipt, and nothing is forgotten meanwhile", async () => {
  const phone = await aDevice(server, person("ann"));
  const tablet = await aDevice(server, person("tess"));
  const entry = anEntry();
  await phone.push(entry, aChoice(entry.envelope.id, "tutor"));
  const held = (await tablet.pull()).records.filter(({ envelope }) => envelope.id === entry.envelope.id);
  const restored = await aServer();
  await withPeople(restored, aSchool);
  await restored.storage.write(async ({ meta }) =>
    meta.put("key", (await server.storage.read((t) => t.meta.get("key"))) ?? ""),
  );
  await renewEpoch(restored.storage, restored.site.surroundings);
  const again = await createServer({ storage: restored.storage, clock: restored.now });
  const device = await aDevice(again, person("tess"));
  const wanted = orThrow(
    await device.ask("offer", ["offer", "wanted"], {
      held: held.map(({ envelope, hash }) => ({ id: envelope.id, hash })),
    }),
  );
  expect(wanted.ids).toEqual([entry.envelope.id]);
  expect(orThrow(await device.ask("recover", ["recover", "recovered"], { records: held })).answers).toEqual([
    { id: entry.envelope.id },
  ]);
  const stranger = "own:person_00000000000000000000000000" as Scope;
  expect((await device.pull({ [stranger]: 3 })).forget).toEqual([]);
  await endRecovery(restored.storage);
  expect((await device.pull({ [stranger]: 3 })).forget).toEqual([stranger]);
  await again.close();
});

test("[P5] a forged receipt is refused", async () => {
  const phone = await aDevice(server, person("ann"));
  const entry = anEntry();
  await phone.push(entry);
  const record = (await phone.pull()).records.find(({ envelope }) => envelope.id === entry.envelope.id);
  if (!record) throw new Error("not pulled");
  const forged = { ...record, stamps: { ...record.stamps, createdBy: person("tess") } };
  expect(
    orThrow(await phone.ask("recover", ["recover", "recovered"], { records: [forged] })).answers[0]?.refused
      ?.code,
  ).toBe("receipt-invalid");
});

test("[S6] what was written before access ended is kept in the tray, once", async () => {
  const tablet = await aDevice(server, person("tess"));
  await endTutor();
  const target = aTarget();
  expect((await tablet.push(target))[0]?.refused?.code).toBe("not-allowed");
  for (let time = 0; time < 2; time += 1)
    expect(orThrow(await tablet.ask("tray", ["tray", "trayed"], { records: [target] as never })).ids).toEqual(
      [target.envelope.id],
    );
  const trayFor = async (who: string) => {
    const { cookie } = await aDevice(server, person(who));
    return (
      await server.app.inject({ url: `/api/tray?learner=${learner("ann")}`, headers: { cookie } })
    ).json<unknown>();
  };
  expect(await trayFor("coordinator")).toMatchObject([
    { person: person("tess"), value: { what: "Read a drawing" } },
  ]);
  expect(await trayFor("tess")).toMatchObject({ problem: { code: "not-allowed" } });
});

test("[S17] what somebody hands over who never belonged to a learner is taken like any other, and nobody is shown it", async () => {
  const stranger = await aDevice(server, person("bob"));
  const target = aTarget();
  for (const about of [learner("ann"), learner("nobody")]) {
    const record = { ...target, envelope: { ...target.envelope, learner: about } };
    expect(
      orThrow(await stranger.ask("tray", ["tray", "trayed"], { records: [record] as never })).ids,
    ).toEqual([target.envelope.id]);
  }
  const own = anEntry();
  const phone = await aDevice(server, person("ann"));
  const staff = await aDevice(server, person("pat"));
  const late = aTarget();
  await phone.ask("tray", ["tray", "trayed"], { records: [own] as never });
  await staff.ask("tray", ["tray", "trayed"], { records: [late] as never });
  const { cookie } = await aDevice(server, person("coordinator"));
  const shown = await server.app.inject({ url: `/api/tray?learner=${learner("ann")}`, headers: { cookie } });
  expect(
    shown
      .json<{ id: string }[]>()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([own.envelope.id, late.envelope.id].toSorted());
});

test("[P3] a device that is too old is told so", async () => {
  const phone = await aDevice(server, person("ann"));
  const answer = await phone.ask("pull", ["pull", "pulled"], {
    protocol: 0,
    positions: {},
    opened: [],
  } as never);
  expect(answer).toMatchObject({ ok: false, problem: { code: "protocol-too-old" } });
});

test("[A4] provider staff see the learners their provider teaches, and no other", async () => {
  const ids = await idsIn("pat");
  expect(ids).toContain(learner("ann"));
  expect(ids).not.toContain(learner("bob"));
});

test("[A9] a place of work that has ended leaves the device of whoever worked there", async () => {
  const tablet = await aDevice(server, person("coordinator"));
  const [coordinating] = await server.storage.read((t) =>
    t.memberships.standing({ people: [person("coordinator")] }),
  );
  if (!coordinating) throw new Error("nobody coordinates");
  const { positions, records } = await tablet.pull();
  expect(records.map(({ envelope }) => envelope.id)).toContain(coordinating.id);
  await server.site.storage.write(async (t) => {
    const desk = openDesk(t, server.now());
    const registrar = { desk, random: Math.random, by: person("admin") };
    await endMembership(registrar, { membership: coordinating.id, org: organisation("school") });
    await desk.flush();
  });
  const scope: Scope = `own:${person("coordinator")}`;
  expect((await tablet.pull(positions)).rows).toContainEqual({ scope, id: coordinating.id, left: true });
  const afresh = (await tablet.pull()).records.map(({ envelope }) => envelope.id);
  expect(afresh).not.toContain(coordinating.id);
});
