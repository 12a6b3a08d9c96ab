import { afterEach, beforeEach, expect, test } from "vitest";
import type { Account, OpenedPrivate, SafeguardedLearner } from "#model/wire/api.ts";
import { kindOf } from "#model/kinds.ts";
import { project } from "#model/record/record.ts";
import { endMembership } from "#server/people/registrar.ts";
import { createServer } from "#server/server.ts";
import { openDesk } from "#server/sync/desk/desk.ts";
import { renewEpoch } from "#server/sync/epoch.ts";
import {
  aDevice,
  aRecord,
  aSchool,
  aServer,
  edited,
  learner,
  organisation,
  person,
  withPeople,
  type TestServer,
} from "#tests/support/server.ts";

let server: TestServer;

/** Mo leads safeguarding at Ann's school, Max at another. */
beforeEach(async () => {
  server = await aServer();
  await withPeople(server, {
    ...aSchool,
    people: [
      ...(aSchool.people ?? []),
      { id: person("mo"), name: "Morag Bell", org: organisation("school") },
      { id: person("max"), name: "Max", org: organisation("other") },
    ],
    staff: [
      ...(aSchool.staff ?? []),
      { org: organisation("school"), person: person("mo"), role: "safeguarding-lead" },
      { org: organisation("other"), person: person("max"), role: "safeguarding-lead" },
    ],
  });
});
afterEach(() => server.close());

const ann = { learner: learner("ann") };

const anEntry = (words: string) =>
  aRecord("log-entry", { ...ann, by: person("ann") }, (draft) => draft.type("did", words));

/** Ann keeps one entry to herself, shares one with her tutor, and took one out. */
async function annWrites() {
  const [hidden, shared] = [anEntry("I am scared to go home"), anEntry("Hung a door")];
  const choice = aRecord("sharing-choice", { ...ann, by: person("ann") }, (draft) => {
    draft.set("entry", shared.envelope.id as never);
    draft.set("sharedWith", "tutor");
  });
  const removed = aRecord("log-entry", { ...ann, by: person("ann") }, (draft) => {
    draft.type("did", "I took this out");
    draft.set("removed", true);
  });
  const phone = await aDevice(server, person("ann"));
  const answers = await phone.push(hidden, shared, choice, removed);
  expect(answers.every(({ kept }) => kept)).toBe(true);
  return { phone, hidden };
}

const as = async (who: string, url: string, payload?: object) =>
  server.app.inject({
    method: payload ? "POST" : "GET",
    url: `/api/safeguarding/${url}`,
    headers: { cookie: (await aDevice(server, person(who))).cookie },
    ...(payload && { payload }),
  });

const openAs = (who: string, asked: object = {}) =>
  as(who, "open", { ...ann, reason: "Her teacher saw a bruise", ...asked });

const openingsKept = () => server.storage.read((t) => t.records.count("private-opened"));

const kindsAt = async (who: string, opened: readonly ReturnType<typeof learner>[] = []) =>
  (await (await aDevice(server, person(who))).pull({}, opened)).records.map(({ envelope }) => envelope.kind);

test("[A14] a safeguarding lead who says why reads what is private, and nothing else", async () => {
  const { hidden } = await annWrites();
  const { entries } = (await openAs("mo")).json<OpenedPrivate>();
  expect(entries.map(({ id, value }) => [id, value.did])).toEqual([
    [hidden.envelope.id, "I am scared to go home"],
  ]);
});

test("[A14] a long entry that lies in several records is read as one, and each of them is named", async () => {
  const { phone, hidden } = await annWrites();
  const part = aRecord("log-entry", { ...ann, by: person("ann") }, (draft) => {
    draft.type("did", " He shouts.");
    draft.set("continues", hidden.envelope.id as never);
  });
  await phone.push(part);
  const { entries } = (await openAs("mo")).json<OpenedPrivate>();
  expect(entries.map(({ value }) => value.did)).toEqual(["I am scared to go home He shouts."]);
  const told = (await phone.pull()).records.find(({ envelope }) => envelope.kind === "private-opened");
  const named = told && project(kindOf("private-opened"), told.state).entries;
  expect(new Set(named)).toEqual(new Set([hidden.envelope.id, part.envelope.id]));
});

test("[A14] a long entry that its author took out stays out, with all its records", async () => {
  const { phone, hidden } = await annWrites();
  const [head, part] = ["I took this out", " and this with it"].map(anEntry);
  if (!head || !part) throw new Error("no entries");
  const by = person("ann");
  await phone.push(
    edited("log-entry", head, { by, edit: (draft) => draft.set("removed", true) }),
    edited("log-entry", part, { by, edit: (draft) => draft.set("continues", head.envelope.id as never) }),
  );
  const { entries } = (await openAs("mo")).json<OpenedPrivate>();
  expect(entries.map(({ id }) => id)).toEqual([hidden.envelope.id]);
  const told = (await phone.pull()).records.find(({ envelope }) => envelope.kind === "private-opened");
  expect(told && project(kindOf("private-opened"), told.state).entries).toEqual([hidden.envelope.id]);
});

test("[A15] no browser keeps the answer", async () => {
  await annWrites();
  expect((await openAs("mo")).headers["cache-control"]).toBe("no-store");
  expect((await as("mo", "learners")).headers["cache-control"]).toBe("no-store");
});

test("[A14] the learner, and nobody else, is told who opened what, when and why", async () => {
  const { phone, hidden } = await annWrites();
  let rings = 0;
  await server.site.bell.listen({
    person: person("ann"),
    device: "device",
    ring: () => {
      rings += 1;
    },
    close: () => undefined,
    isWelcome: async () => true,
  });
  const before = rings;
  await openAs("mo", { reason: "  Her teacher saw a bruise " });
  expect(rings).toBe(before + 1);
  const told = (await phone.pull()).records.find(({ envelope }) => envelope.kind === "private-opened");
  expect(told?.stamps).toEqual({
    createdBy: person("mo"),
    createdAt: server.now(),
    arrivedAt: server.now(),
  });
  expect(project(kindOf("private-opened"), told?.state ?? new Uint8Array())).toMatchObject({
    name: "Morag Bell",
    reason: "Her teacher saw a bruise",
    entries: [hidden.envelope.id],
  });
  for (const who of ["tess", "jo", "pat", "coordinator", "admin", "bob", "mo", "max"])
    expect(await kindsAt(who, [learner("ann")])).not.toContain("private-opened");
});

test("[A14] the history says from which device it was opened", async () => {
  const { phone } = await annWrites();
  await openAs("mo");
  const told = (await phone.pull()).records.find(({ envelope }) => envelope.kind === "private-opened");
  const rows = await server.storage.read(async (t) => (told ? t.history.of(told.envelope.id) : []));
  const hers = { by: person("mo"), device: `device-${person("mo")}`, at: server.now() };
  expect(rows).toMatchObject([hers, hers]);
});

test("[S11] a server put back to before an opening has it again from the learner's phone", async () => {
  const { phone } = await annWrites();
  await openAs("mo");
  const held = (await phone.pull()).records.filter(({ envelope }) => envelope.kind === "private-opened");
  const older = await aServer();
  await withPeople(older, aSchool);
  const key = await server.storage.read((t) => t.meta.get("key"));
  await older.storage.write(({ meta }) => meta.put("key", key ?? ""));
  await renewEpoch(older.storage, older.site.surroundings);
  const again = await createServer({ storage: older.storage, clock: older.now });
  const device = await aDevice(again, person("ann"));
  await device.ask("recover", ["recover", "recovered"], { records: held });
  expect((await device.pull()).records).toEqual(expect.arrayContaining(held));
  expect(held).toHaveLength(1);
  await again.close();
});

test.each(["tess", "jo", "pat", "coordinator", "admin", "ann", "bob", "max"])(
  "[A16] %s is told what is told of a learner who is not there, and nothing is kept",
  async (who) => {
    await annWrites();
    const [refused, missing] = [await openAs(who), await openAs("mo", { learner: learner("nobody") })];
    expect(refused.statusCode).toBe(404);
    expect([refused.statusCode, refused.body]).toEqual([missing.statusCode, missing.body]);
    expect(await openingsKept()).toBe(0);
  },
);

test("[A16] of a learner of another school, a safeguarding lead learns nothing", async () => {
  expect((await openAs("mo", { learner: learner("zoe") })).statusCode).toBe(404);
});

async function endLead(): Promise<void> {
  await server.storage.write(async (t) => {
    const standing = await t.memberships.standing({ people: [person("mo")] });
    const leads = standing.find(({ role }) => role === "safeguarding-lead");
    if (!leads) throw new Error("Mo leads nothing");
    const desk = openDesk(t, server.now());
    await endMembership(
      { desk, random: Math.random, by: person("admin") },
      { membership: leads.id, org: organisation("school") },
    );
    await desk.flush();
  });
}

test("[A14] with the role ends the right to open", async () => {
  await annWrites();
  await endLead();
  expect((await openAs("mo")).statusCode).toBe(404);
  expect((await as("mo", "learners")).json()).toEqual([]);
});

test.each([{ reason: "" }, { reason: "   " }, { reason: undefined }, { reason: "x".repeat(501) }])(
  "[A14] without a reason that can be read nothing is opened: %j",
  async (asked) => {
    await annWrites();
    expect((await openAs("mo", asked)).statusCode).toBe(400);
    expect(await openingsKept()).toBe(0);
  },
);

test("[A14] nobody who is signed out opens anything", async () => {
  const payload = { ...ann, reason: "Why not" };
  const response = await server.app.inject({ method: "POST", url: "/api/safeguarding/open", payload });
  expect(response.statusCode).toBe(401);
});

test("opening is slow for whoever opens one learner after another", async () => {
  const statuses: number[] = [];
  for (let times = 0; times < 11; times += 1) statuses.push((await openAs("mo")).statusCode);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
  expect(await openingsKept()).toBe(10);
});

test("[A14] no device may say that private entries were opened", async () => {
  for (const who of ["mo", "ann", "tess", "admin"]) {
    const device = await aDevice(server, person(who));
    const claim = aRecord("private-opened", { ...ann, by: person(who) }, (draft) =>
      draft.set("reason", "A joke"),
    );
    const [answer] = await device.push(claim);
    expect(answer?.refused?.code).toBe("not-allowed");
  }
});

test("[A13] the role brings nothing of any learner onto a device", async () => {
  await annWrites();
  const held = await (await aDevice(server, person("mo"))).pull({}, [learner("ann")]);
  expect(held.records.filter(({ envelope }) => envelope.learner !== undefined)).toEqual([]);
  expect(held.records.map(({ envelope }) => envelope.kind).toSorted()).toEqual([
    "membership",
    "organisation",
    "person",
  ]);
});

test("[A13] a learner's device knows who the safeguarding lead is, until it ends", async () => {
  const phone = await aDevice(server, person("ann"));
  const page = await phone.pull();
  const lead = page.records.find(({ envelope }) => envelope.org && envelope.kind === "membership");
  expect(lead && project(kindOf("membership"), lead.state)).toMatchObject({
    role: "safeguarding-lead",
    person: person("mo"),
  });
  expect(page.records.map(({ envelope }) => envelope.id)).toContain(person("mo"));
  await endLead();
  const left = (await phone.pull(page.positions)).rows.filter((row) => row.left);
  expect(new Set(left.map(({ id }) => id))).toEqual(new Set([lead?.envelope.id, person("mo")]));
});

test("a safeguarding lead may look up the learners of their school by name, and nobody else may", async () => {
  expect((await as("mo", "learners")).json<SafeguardedLearner[]>()).toEqual([
    { learner: learner("ann"), name: "ann", programme: "Construction", tutors: ["tess"] },
    { learner: learner("bob"), name: "bob", programme: "", tutors: ["tess"] },
  ]);
  for (const who of ["tess", "pat", "coordinator", "admin", "ann"])
    expect((await as(who, "learners")).json()).toEqual([]);
});

const asks = async (who: string, url: string, payload: object) =>
  server.app.inject({
    method: "POST",
    url,
    payload,
    headers: { cookie: (await aDevice(server, person(who))).cookie },
  });

test("[A13] an administrator names a safeguarding lead and a coordinator does not", async () => {
  const naming = { role: "safeguarding-lead", org: organisation("school"), person: person("jo") };
  expect((await asks("coordinator", "/api/memberships", naming)).statusCode).toBe(403);
  expect((await asks("mo", "/api/memberships", naming)).statusCode).toBe(403);
  expect((await asks("admin", "/api/memberships", naming)).statusCode).toBe(200);
  await annWrites();
  expect((await openAs("jo")).statusCode).toBe(200);
});

test("[A13] only an administrator adds somebody as safeguarding lead, or issues a code for one", async () => {
  const added = { org: organisation("school"), name: "Una Reid", role: "safeguarding-lead" };
  expect((await asks("coordinator", "/api/people", added)).statusCode).toBe(403);
  expect((await asks("admin", "/api/people", added)).statusCode).toBe(200);
  await server.storage.write((t) => t.accounts.putUsers([{ person: person("mo"), userName: "mo" }]));
  const codes = { people: [person("mo")] };
  expect((await asks("coordinator", "/api/people/codes", codes)).statusCode).toBe(403);
  expect((await asks("admin", "/api/people/codes", codes)).statusCode).toBe(200);
});

test("whoever is here as safeguarding lead alone starts there; an older app starts them as staff", async () => {
  const accountOf = async (who: string) => {
    const { cookie } = await aDevice(server, person(who));
    const response = await server.app.inject({ url: "/api/session", headers: { cookie } });
    return response.json<Account>();
  };
  expect(await accountOf("mo")).toMatchObject({ home: "tutor", start: "safeguarding" });
  expect(await accountOf("tess")).not.toHaveProperty("start");
});
