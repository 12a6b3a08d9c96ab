import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { learnerOfPerson, type Id } from "#model/id.ts";
import type { HeldRecord } from "#model/wire/protocol.ts";
import {
  aDevice,
  aRecord,
  aSchool,
  aSchoolServer,
  aServer,
  edited,
  orThrow,
  person,
  withPeople,
  type TestDevice,
  type TestServer,
} from "#tests/support/server.ts";
import { tray } from "./tray.ts";

const learner = learnerOfPerson(person("ann"));
let server: TestServer;
let phone: TestDevice;
beforeEach(async () => {
  server = await aSchoolServer();
  phone = await aDevice(server, person("ann"));
});
afterEach(() => server.close());

const anEntry = (words = "Nobody should read this") =>
  aRecord("log-entry", { learner, by: person("ann") }, (draft) => draft.type("did", words));
const shared = (entry: Id) =>
  aRecord("sharing-choice", { learner, by: person("ann") }, (draft) => {
    draft.set("entry", entry as Id<"log-entry">);
    draft.set("sharedWith", "tutor");
    draft.set("replaces", []);
  });
const erasureOf = (record: Id, author: string, by = author) =>
  aRecord("erasure", { learner, by: person(by) }, (draft) => {
    draft.set("record", record as Id<"log-entry">);
    draft.set("author", person(author));
  });
const refusalOf = async (device: TestDevice, record: ReturnType<typeof anEntry>) =>
  (await device.push(record))[0]?.refused?.code;

/** A shared entry that the tutor's tablet holds, and its later version. */
async function heldEntry() {
  const entry = anEntry();
  await phone.push(entry, shared(entry.envelope.id));
  const later = edited("log-entry", entry, {
    by: person("ann"),
    edit: (draft) => draft.type("did", "Nor this"),
  });
  await phone.push(later);
  const tablet = await aDevice(server, person("tess"));
  const pulled = await tablet.pull();
  const held = pulled.records.find(({ envelope }) => envelope.id === entry.envelope.id) as HeldRecord;
  return { entry: later, id: entry.envelope.id, tablet, pulled, held };
}

test("[A18] an erased entry leaves its id in every scope it stood in, and nothing of its words anywhere", async () => {
  const { id, tablet, pulled } = await heldEntry();
  await phone.push(erasureOf(id, "ann"));
  const after = await tablet.pull(pulled.positions);
  expect(after.rows).toContainEqual({ scope: `log:${learner}`, id, erased: true });
  expect(after.records.map(({ envelope }) => envelope.id)).not.toContain(id);
  const { copy, history } = await server.storage.read(async (t) => ({
    copy: await t.records.byIds([id]),
    history: await t.history.of(id),
  }));
  expect(copy).toEqual([]);
  expect(history.map(({ previous }) => previous)).toEqual([undefined, undefined]);
  const fresh = await (await aDevice(server, person("ann"), "new-phone")).pull();
  expect(fresh.records.map(({ envelope }) => envelope.id)).not.toContain(id);
});

test("[A18] neither a late push, an offer, a receipt nor the tray brings back what was erased", async () => {
  const { entry, id, tablet, held } = await heldEntry();
  await phone.push(erasureOf(id, "ann"));
  expect(await refusalOf(phone, entry)).toBe("erased");
  const offered = await tablet.ask("offer", ["offer", "wanted"], { held: [{ id, hash: held.hash }] });
  expect(orThrow(offered)).toMatchObject({ ids: [], erased: [id] });
  const recovered = await tablet.ask("recover", ["recover", "recovered"], { records: [held] });
  expect(orThrow(recovered).answers[0]?.refused?.code).toBe("erased");
  const trayed = await tablet.ask("tray", ["tray", "trayed"], { records: [entry] as never });
  expect(orThrow(trayed).ids).toEqual([id]);
  expect(await server.storage.read((t) => t.facts.tray([learner]))).toEqual([]);
});

test("[A18] what lies in the tray goes with what is erased", async () => {
  const { entry, id, tablet } = await heldEntry();
  await tablet.ask("tray", ["tray", "trayed"], { records: [entry] as never });
  expect(await server.storage.read((t) => t.facts.tray([learner]))).toHaveLength(1);
  await phone.push(erasureOf(id, "ann"));
  expect(await server.storage.read((t) => t.facts.tray([learner]))).toEqual([]);
});

test("[A18] [S17] a tray that is nearly full takes what there is room for, and lets its holder let go of what was erased", async () => {
  const { entry, id } = await heldEntry();
  await phone.push(erasureOf(id, "ann"));
  const [small, large] = [anEntry("short"), anEntry("long ".repeat(500))];
  const hand = { person: person("tess"), device: "tablet" };
  const give = async (...records: readonly (typeof entry)[]) =>
    tray(server.site, hand, { protocol: 2, epoch: null, records: records as never }, 1000);
  expect(orThrow(await give(large, small, entry)).ids.toSorted()).toEqual([id, small.envelope.id].toSorted());
  expect(await give(large)).toMatchObject({ problem: { code: "record-too-large", detail: "tray" } });
  expect(orThrow(await give(large, entry)).ids).toEqual([id]);
});

test("[A18] a coordinator erases another's words; whoever else says so, or names another author, is refused", async () => {
  const { id, tablet } = await heldEntry();
  expect(await refusalOf(tablet, erasureOf(id, "ann", "tess"))).toBe("not-allowed");
  expect(await refusalOf(tablet, erasureOf(id, "tess"))).toBe("wrong-value");
  const stranger = await aDevice(server, person("zed"));
  expect(await refusalOf(stranger, erasureOf(id, "ann", "zed"))).toBe("not-allowed");
  expect(await server.storage.read((t) => t.records.byIds([id]))).toHaveLength(1);
  const office = await aDevice(server, person("coordinator"));
  expect(await refusalOf(office, erasureOf(id, "ann", "coordinator"))).toBeUndefined();
  expect(await server.storage.read((t) => t.records.byIds([id]))).toEqual([]);
});

test("[A18] one can erase in the same push what one has just written, and twice over", async () => {
  const entry = anEntry();
  const answers = await phone.push(
    entry,
    erasureOf(entry.envelope.id, "ann"),
    erasureOf(entry.envelope.id, "ann"),
  );
  expect(answers.map(({ refused }) => refused)).toEqual([undefined, undefined, undefined]);
  expect(await server.storage.read((t) => t.records.erased([entry.envelope.id]))).toEqual(
    new Set([entry.envelope.id]),
  );
});

test("[S9] the digest of a scope no longer counts what was erased", async () => {
  const { id, tablet, pulled } = await heldEntry();
  const scope = `log:${learner}` as const;
  const digest = async () => (await server.storage.read((t) => t.scopes.marks([scope]))).get(scope)?.digest;
  expect(await digest()).not.toBe(0);
  await phone.push(erasureOf(id, "ann"));
  expect(await digest()).toBe(0);
  const { positions } = await tablet.pull(pulled.positions);
  const agreed = await tablet.ask("audit", ["audit", "audited"], {
    scopes: { [scope]: { position: positions[scope] ?? 0, digest: 0 } },
  });
  expect(orThrow(agreed).differ).toEqual({});
});

test("[A18] the words are not in the database's file any more either", async () => {
  const folder = mkdtempSync(join(tmpdir(), "waymark-erased-"));
  const onDisk = await aServer({ file: join(folder, "a.db") });
  await withPeople(onDisk, aSchool);
  const device = await aDevice(onDisk, person("ann"));
  const words = "Nobody should ever find this sentence again";
  const unwanted = anEntry(words);
  await device.push(unwanted, anEntry("Others stay"));
  await onDisk.close();
  const isInFile = () => readFileSync(join(folder, "a.db")).includes(words);
  expect(isInFile()).toBe(true);
  const again = await aServer({ file: join(folder, "a.db") });
  await (await aDevice(again, person("ann"))).push(erasureOf(unwanted.envelope.id, "ann"));
  await again.close();
  expect(isInFile()).toBe(false);
  rmSync(folder, { recursive: true });
});
