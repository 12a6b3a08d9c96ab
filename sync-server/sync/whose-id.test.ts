import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { learnerOfPerson, type Id, type LearnerId } from "#model/id.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import type { HeldRecord } from "#model/wire/protocol.ts";
import {
  aDevice,
  aRecord,
  aSchoolServer,
  aServer,
  hashOfState,
  orThrow,
  person,
  type TestDevice,
  type TestServer,
} from "#tests/support/server.ts";
import { endRecovery, renewEpoch } from "./epoch.ts";

// Ann's comment is lost with the server's database, and her phone holds it with its receipt. Before it is back, others
// who know its id write under it, or erase it.

const learner = learnerOfPerson(person("ann"));
const hour = 3_600_000;
let folder: string;
let server: TestServer;
let held: HeldRecord;
let id: Id<"comment">;

const comment = (by: string, about: LearnerId, of?: Id<"comment">) =>
  aRecord("comment", { learner: about, by: person(by), ...(of && { id: of }) }, (draft) => {
    draft.set("about", planIdOf(about));
    draft.type("words", `Words of ${by}`);
  });
const erasureOf = (author: string, by = author, about = learner) =>
  aRecord("erasure", { learner: about, by: person(by) }, (draft) => {
    draft.set("record", id);
    draft.set("author", person(author));
  });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "waymark-whose-"));
  server = await aSchoolServer({ file: join(folder, "a.db") });
  await server.storage.copyTo(join(folder, "past.db"));
  const written = comment("ann", learner);
  id = written.envelope.id as Id<"comment">;
  const phone = await aDevice(server, person("ann"));
  await phone.push(written);
  held = (await phone.pull()).records.find(({ envelope }) => envelope.id === id) as HeldRecord;
  await setBack();
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** The server as it was before the comment, some time after. */
async function setBack(laterMs = hour): Promise<void> {
  await server.close();
  const file = join(folder, `after-${laterMs}.db`);
  copyFileSync(join(folder, "past.db"), file);
  server = await aServer({ file });
  server.later(laterMs);
  await renewEpoch(server.storage, server.site.surroundings);
}

/** What a device that holds them does with records after a restore; why they are refused. */
async function giveBack(device: TestDevice, ...records: readonly HeldRecord[]) {
  const offer = { held: records.map(({ envelope, hash }) => ({ id: envelope.id, hash })) };
  const { ids, erased = [] } = orThrow(await device.ask("offer", ["offer", "wanted"], offer));
  const wanted = records.filter(({ envelope }) => ids.includes(envelope.id));
  const { answers } = orThrow(
    await device.ask("recover", ["recover", "recovered"], { records: [...wanted] }),
  );
  return [...erased.map(() => "named"), ...answers.map(({ refused }) => refused?.code)];
}

const giveBackAnns = async () => giveBack(await aDevice(server, person("ann")), held);
const standing = async () => (await server.storage.read((t) => t.records.byIds([id])))[0];
const problemsOf = (answers: Awaited<ReturnType<TestDevice["push"]>>) =>
  answers.map(({ refused }) => refused?.code);

async function expectAnns(): Promise<void> {
  const { stamps, hash, learner: of } = (await standing()) ?? {};
  expect({ stamps, hash, of }).toEqual({ stamps: held.stamps, hash: held.hash, of: learner });
  expect(await server.storage.read((t) => t.records.erased([id]))).toEqual(new Set());
  const phone = await aDevice(server, person("ann"), "new-phone");
  const { positions, rows, records } = await phone.pull();
  expect(rows.filter((row) => row.id === id)).toEqual([{ scope: `plan:${learner}`, id }]);
  expect(records.find(({ envelope }) => envelope.id === id)?.state).toEqual(held.state);
  const marks = await server.storage.read((t) => t.scopes.marks([`plan:${learner}`]));
  const scopes = Object.fromEntries(
    [...marks].map(([scope, { digest }]) => [scope, { position: positions[scope] ?? 0, digest }]),
  );
  expect(orThrow(await phone.ask("audit", ["audit", "audited"], { scopes })).differ).toEqual({});
}

test.for([
  { by: "tess", about: learner, after: "erases it" },
  { by: "tess", about: learner, after: "leaves it" },
  { by: "zoe", about: learnerOfPerson(person("zoe")), after: "erases it" },
  { by: "zoe", about: learnerOfPerson(person("zoe")), after: "leaves it" },
])(
  "[A23] $by writes under the id of lost words and $after: the words come back, as their author's",
  async ({ by, about, after }) => {
    const other = await aDevice(server, person(by));
    const under = comment(by, about, id);
    const records = after === "erases it" ? [under, erasureOf(by, by, about)] : [under];
    expect(problemsOf(await other.push(...records))).toEqual(records.map(() => undefined));
    expect(await giveBackAnns()).toEqual([undefined]);
    await expectAnns();
    expect(problemsOf(await other.push(erasureOf(by, by, about)))).toEqual(["wrong-value"]);
    await expectAnns();
  },
);

test("[A23] a coordinator of somebody else's home who erases lost words by their id does not keep them away", async () => {
  const zoe = learnerOfPerson(person("zoe"));
  const office = await aDevice(server, person("zed"));
  const erasure = erasureOf("ann", "zed", zoe);
  expect(problemsOf(await office.push(erasure))).toEqual([undefined]);
  const its = (await office.pull()).records.find(({ envelope }) => envelope.id === erasure.envelope.id);
  expect(await giveBackAnns()).toEqual([undefined]);
  await expectAnns();
  // Nor does that erasure when it comes back itself, to a server that has the words.
  await setBack(2 * hour);
  expect(await giveBackAnns()).toEqual([undefined]);
  expect(await giveBack(await aDevice(server, person("zed")), its as HeldRecord)).toEqual([undefined]);
  await expectAnns();
});

/** Whatever is written and erased under the id by Tess, the words stay away. */
async function expectAway(): Promise<void> {
  const tablet = await aDevice(server, person("tess"));
  expect(await giveBackAnns()).toEqual(["erased"]);
  expect(problemsOf(await tablet.push(comment("tess", learner, id)))).toEqual(["erased"]);
  await tablet.push(erasureOf("tess"));
  expect(await giveBackAnns()).toEqual(["erased"]);
  await endRecovery(server.storage);
  expect(await giveBackAnns()).toEqual(["named"]);
  expect(await standing()).toBeUndefined();
}

test("[A18] what its author erased before it is back stays away", async () => {
  const phone = await aDevice(server, person("ann"));
  const answers = await phone.push(comment("ann", learner, id), erasureOf("ann"));
  expect(problemsOf(answers)).toEqual([undefined, undefined]);
  await expectAway();
});

test("[A18] what a coordinator erased before it is back stays away, also where another wrote under its id and erased that", async () => {
  const tablet = await aDevice(server, person("tess"));
  await tablet.push(comment("tess", learner, id), erasureOf("tess"));
  const office = await aDevice(server, person("coordinator"));
  expect(problemsOf(await office.push(erasureOf("ann", "coordinator")))).toEqual([undefined]);
  await expectAway();
});

test("[A18] words under an id that was erased before they came do not open it for those that were erased", async () => {
  const tablet = await aDevice(server, person("tess"));
  await tablet.push(comment("tess", learner, id));
  const late = (await tablet.pull()).records.find(({ envelope }) => envelope.id === id) as HeldRecord;
  await setBack(2 * hour);
  await (await aDevice(server, person("ann"))).push(comment("ann", learner, id), erasureOf("ann"));
  const anybody = await aDevice(server, person("tess"));
  await giveBack(anybody, late);
  for (const words of [held, late]) await giveBack(anybody, words);
  expect((await standing())?.stamps.createdBy).not.toBe(person("ann"));
  expect(await giveBackAnns()).toEqual(["erased"]);
});

test("[A23] of two records with receipts under one id the one that was here first stays, in whatever order they come", async () => {
  const tablet = await aDevice(server, person("tess"));
  await tablet.push(comment("tess", learner, id));
  const late = (await tablet.pull()).records.find(({ envelope }) => envelope.id === id) as HeldRecord;
  for (const [nth, order] of [
    [held, late],
    [late, held],
  ].entries()) {
    await setBack((nth + 2) * hour);
    for (const brought of order) await giveBack(await aDevice(server, person("tess")), brought);
    await expectAnns();
  }
});

test("[A18] what an older server erased stays erased, whoever erases it again in their own name", async () => {
  await giveBackAnns();
  await (await aDevice(server, person("ann"))).push(erasureOf("ann"));
  // An older server did not note what an erasure is about.
  await server.storage.write(async (t) => {
    const ids = (await t.records.idsAbout(id)).filter((about) => about.startsWith("erasure"));
    const old = (await t.records.byIds(ids)).map(({ about: _none, ...record }) => record);
    expect(old).toHaveLength(1);
    await t.records.put(old);
  });
  server.later(hour);
  expect(problemsOf(await (await aDevice(server, person("tess"))).push(erasureOf("tess")))).toEqual([
    undefined,
  ]);
  expect(await giveBackAnns()).toEqual(["erased"]);
});

test("[A18] an erasure comes back although others wrote another under its id", async () => {
  await giveBackAnns();
  const office = await aDevice(server, person("coordinator"));
  const erasure = erasureOf("ann", "coordinator");
  await office.push(erasure);
  const its = (await office.pull()).records.find(({ envelope }) => envelope.id === erasure.envelope.id);
  await setBack(2 * hour);
  await giveBackAnns();
  const phone = await aDevice(server, person("ann"));
  const other = comment("ann", learner);
  const under = aRecord(
    "erasure",
    { learner, by: person("ann"), id: erasure.envelope.id as Id<"erasure"> },
    (draft) => {
      draft.set("record", other.envelope.id as Id<"comment">);
      draft.set("author", person("ann"));
    },
  );
  expect(problemsOf(await phone.push(other, under))).toEqual([undefined, undefined]);
  const back = await aDevice(server, person("coordinator"));
  expect(await giveBack(back, its as HeldRecord)).toEqual([undefined]);
  expect(await standing()).toBeUndefined();
  expect(await giveBackAnns()).toEqual(["erased"]);
  const { records } = await back.pull();
  expect(records.find(({ envelope }) => envelope.id === erasure.envelope.id)?.stamps).toEqual(its?.stamps);
});

test("[P5] [A18] an erasure is believed with its own receipt alone, and then from anybody", async () => {
  await giveBackAnns();
  const office = await aDevice(server, person("coordinator"));
  const [erasure, another] = [erasureOf("ann", "coordinator"), erasureOf("tess")];
  await office.push(erasure);
  const { records } = await office.pull();
  const its = records.find(({ envelope }) => envelope.id === erasure.envelope.id) as HeldRecord;
  await setBack(2 * hour);
  await giveBackAnns();
  const stranger = await aDevice(server, person("zed"));
  const { envelope, stamps } = its;
  const zoe = learnerOfPerson(person("zoe"));
  const forged: readonly HeldRecord[] = [
    { ...its, state: another.state },
    { ...its, state: another.state, hash: hashOfState(another.state) as HeldRecord["hash"] },
    { ...its, envelope: { ...envelope, learner: zoe } },
    { ...its, envelope: { ...envelope, id: another.envelope.id } },
    { ...its, stamps: { ...stamps, createdBy: person("zed") } },
    { ...its, stamps: { ...stamps, arrivedAt: stamps.arrivedAt - 1 } },
    { ...its, receipt: held.receipt },
  ];
  for (const one of forged) expect(await giveBack(stranger, one)).toEqual(["receipt-invalid"]);
  await expectAnns();
  for (const time of ["at first", "again"]) {
    const recovered = await stranger.ask("recover", ["recover", "recovered"], { records: [its, its] });
    expect([time, orThrow(recovered).answers.map(({ refused }) => refused)]).toEqual([
      time,
      [undefined, undefined],
    ]);
    expect(await standing()).toBeUndefined();
  }
  expect(await giveBackAnns()).toEqual(["erased"]);
});
