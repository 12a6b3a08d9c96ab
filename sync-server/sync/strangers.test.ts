import { afterEach, beforeEach, expect, test } from "vitest";
import { planIdOf } from "#model/kinds/plan.ts";
import type { Scope } from "#model/access.ts";
import type { Audience } from "#model/kinds/sharing-choice.ts";
import type { Id } from "#model/id.ts";
import type { HeldRecord } from "#model/wire/protocol.ts";
import { createServer } from "#server/server.ts";
import { StorageFailure, type Storage } from "#server/storage/storage.ts";
import {
  aDevice,
  aRecord,
  aSchoolServer,
  edited,
  hashOfState,
  learner,
  orThrow,
  person,
  type TestDevice,
  type TestServer,
} from "#tests/support/server.ts";

// What whoever may not hold a record learns of it who knows its id, or wrote in it once.

const ann = { learner: learner("ann") };
let server: TestServer;
let phone: TestDevice;
beforeEach(async () => {
  server = await aSchoolServer();
  phone = await aDevice(server, person("ann"));
});
afterEach(() => server.close());

const anEntry = (words = "mine") =>
  aRecord("log-entry", { ...ann, by: person("ann") }, (draft) => draft.type("did", words));
const erase = (record: Id) =>
  aRecord("erasure", { ...ann, by: person("ann") }, (draft) => {
    draft.set("record", record as Id<"log-entry">);
    draft.set("author", person("ann"));
  });
const aPlan = () =>
  aRecord("plan", { ...ann, id: planIdOf(ann.learner) }, (draft) => draft.type("destination", "a joiner"));

/** Ends what makes somebody Ann's tutor. */
async function endTutoring(): Promise<void> {
  const office = await aDevice(server, person("coordinator"));
  const [tutoring] = (await server.storage.read((t) => t.memberships.standing({ learners: [ann.learner] })))
    .filter(({ role }) => role === "tutor")
    .map(({ id }) => id);
  const end = aRecord("membership-ended", { ...ann, by: person("coordinator") }, (draft) =>
    draft.set("membership", tutoring as Id<"membership">),
  );
  expect((await office.push(end))[0]?.kept).toBeDefined();
}

test("[A21] a stranger is told the same of what is there, what was erased and what never was", async () => {
  const [there, gone, never] = [anEntry(), anEntry(), anEntry()];
  await phone.push(there, gone, erase(gone.envelope.id));
  const stranger = await aDevice(server, person("zak"));
  const differently = (record: typeof there) => ({
    ...record,
    envelope: { ...record.envelope, createdBy: person("zak"), createdAt: 5 },
  });
  for (const brought of [there, gone, never])
    for (const record of [brought, differently(brought), { ...brought, state: new Uint8Array([1, 2]) }])
      expect((await stranger.push(record))[0]?.refused).toEqual({ code: "not-allowed" });
  const hash = hashOfState(edited("log-entry", there, { by: person("zak"), edit: () => {} }).state);
  const held = [there, gone, never].map(({ envelope: { id } }) => ({ id, hash: hash as never }));
  held[0] = { id: there.envelope.id, hash: "0".repeat(32) as never };
  const offered = orThrow(await stranger.ask("offer", ["offer", "wanted"], { held }));
  expect(offered.ids).toEqual(held.map(({ id }) => id));
  expect(offered.erased ?? []).toEqual([]);
});

test("[A18] whoever held it and is a stranger by now hears that it was erased when they bring it back", async () => {
  const entry = anEntry();
  const choice = aRecord("sharing-choice", { ...ann, by: person("ann") }, (draft) => {
    draft.set("entry", entry.envelope.id as Id<"log-entry">);
    draft.set("sharedWith", "tutor");
  });
  await phone.push(entry, choice);
  const tablet = await aDevice(server, person("tess"));
  const { id } = entry.envelope;
  const held = (await tablet.pull()).records.find(({ envelope }) => envelope.id === id) as HeldRecord;
  await endTutoring();
  await phone.push(erase(id));
  const offer = { held: [{ id, hash: held.hash }] };
  expect(orThrow(await tablet.ask("offer", ["offer", "wanted"], offer)).ids).toEqual([id]);
  const brought = await tablet.ask("recover", ["recover", "recovered"], { records: [held] });
  expect(orThrow(brought).answers).toEqual([{ id, refused: { code: "erased" } }]);
});

test("[A21] a former writer who repeats what they wrote is acknowledged, and does not learn whether others wrote since", async () => {
  const tablet = await aDevice(server, person("tess"));
  const plan = aPlan();
  const [first] = await tablet.push(plan);
  const mine = { ...plan, envelope: { ...plan.envelope } };
  await phone.push(
    edited("plan", mine, { by: person("ann"), edit: (draft) => draft.type("goodAt", "wood") }),
  );
  await endTutoring();
  const [again] = await tablet.push(plan);
  expect(again?.kept).toEqual(first?.kept);
  const more = edited("plan", plan, { by: person("tess"), edit: (draft) => draft.type("goodAt", "more") });
  expect((await tablet.push(more))[0]?.refused).toEqual({ code: "not-allowed" });
  expect((await tablet.push({ ...plan, state: new Uint8Array([1, 2]) }))[0]?.refused).toEqual({
    code: "not-allowed",
  });
});

test("[A21] whoever sets out to erase what is not theirs is told the same as of what is not there", async () => {
  const [there, never] = [anEntry(), anEntry()];
  await phone.push(there);
  const tablet = await aDevice(server, person("tess"));
  const erasures = [there, never].map(({ envelope }) =>
    aRecord("erasure", { ...ann, by: person("tess") }, (draft) => {
      draft.set("record", envelope.id as Id<"log-entry">);
      draft.set("author", person("tess"));
    }),
  );
  const [one, other] = await tablet.push(...erasures);
  expect(one?.refused).toEqual(other?.refused);
});

test("[A9] a place of work that ended while an older server left it standing leaves at the next start that can write", async () => {
  const who = person("coordinator");
  const scope: Scope = `own:${who}`;
  const office = await aDevice(server, who);
  const [work] = await server.storage.read((t) => t.memberships.standing({ people: [who] }));
  if (!work) throw new Error("nobody coordinates");
  const { positions } = await office.pull();
  await server.storage.write((t) => t.memberships.put([{ ...work, ended: true }]));
  expect((await office.pull(positions)).rows).toEqual([]);
  const putRows = async (): Promise<never> => {
    throw new StorageFailure("storage-full", undefined);
  };
  const write: Storage["write"] = (doing) =>
    server.storage.write((t) => doing({ ...t, scopes: { ...t.scopes, putRows } }));
  const full = await createServer({ storage: { ...server.storage, write }, clock: server.now });
  expect((await full.app.inject({ url: "/api/setup" })).statusCode).toBe(200);
  const again = await createServer({ storage: server.storage, clock: server.now });
  const after = await (await aDevice(again, who, "another-device")).pull(positions);
  expect(after.rows).toContainEqual({ scope, id: work.id, left: true });
  const marks = await server.storage.read((t) => t.scopes.marks([scope]));
  const afresh = (await office.pull()).rows.filter((row) => row.scope === scope && !row.left);
  expect(afresh.map(({ id }) => id)).not.toContain(work.id);
  expect(marks.get(scope)?.position).toBe(after.positions[scope]);
});

const goingOn = (from: Id, words: string) =>
  aRecord("log-entry", { ...ann, by: person("ann") }, (draft) => {
    draft.set("continues", from as Id<"log-entry">);
    draft.type("did", words);
  });
const choiceOf = (entry: Id, sharedWith: Audience, replaces: readonly Id[] = []) =>
  aRecord("sharing-choice", { ...ann, by: person("ann") }, (draft) => {
    draft.set("entry", entry as Id<"log-entry">);
    draft.set("sharedWith", sharedWith);
    draft.set("replaces", replaces as Id<"sharing-choice">[]);
  });

test("[A7] what a long entry goes on in on another device is no wider than the entry is by then, in whatever order it comes", async () => {
  const head = anEntry("begins");
  const second = goingOn(head.envelope.id, "goes on");
  const third = goingOn(second.envelope.id, "and on");
  const note = aRecord("comment", { ...ann, by: person("ann") }, (draft) => {
    draft.set("about", third.envelope.id as Id<"log-entry">);
    draft.type("words", "about the end of it");
  });
  const shared = choiceOf(head.envelope.id, "tutor");
  const alone = choiceOf(head.envelope.id, "only-me", [shared.envelope.id]);
  const parts = [
    second,
    third,
    note,
    choiceOf(second.envelope.id, "tutor"),
    choiceOf(third.envelope.id, "tutor"),
  ];
  const tablet = await aDevice(server, person("tess"));
  const readByTutor = async () => {
    const { rows } = await tablet.pull();
    const standing = rows.filter(
      ({ scope, left, erased }) => scope === `log:${learner("ann")}` && !left && !erased,
    );
    return standing.map(({ id }) => id).toSorted();
  };
  await phone.push(head, shared, ...parts);
  const all = [head, second, third, note].map(({ envelope }) => envelope.id).toSorted();
  expect(await readByTutor()).toEqual(all);
  await phone.push(alone);
  expect(await readByTutor()).toEqual([]);
  const late = goingOn(third.envelope.id, "and on, without a connection");
  await phone.push(late, choiceOf(late.envelope.id, "tutor"));
  expect(await readByTutor()).toEqual([]);
  await phone.push(choiceOf(head.envelope.id, "tutor", [alone.envelope.id]));
  expect(await readByTutor()).toEqual([...all, late.envelope.id].toSorted());
  await phone.push(erase(second.envelope.id));
  expect(await readByTutor()).toEqual(
    [head, third, note, late].map(({ envelope }) => envelope.id).toSorted(),
  );
});
