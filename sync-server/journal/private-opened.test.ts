import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { kindOf } from "#model/kinds.ts";
import { project } from "#model/record/record.ts";
import type { HeldRecord } from "#model/wire/protocol.ts";
import { renewEpoch } from "#server/sync/epoch.ts";
import {
  aDevice,
  aRecord,
  aSchool,
  aServer,
  learner,
  organisation,
  person,
  withPeople,
  type TestDevice,
  type TestServer,
} from "#tests/support/server.ts";
import { openJournal, type JournalFile } from "./journal-file.ts";

// Mo leads safeguarding at Ann's school. She opens what Ann keeps to herself, and then the server is put back to before.

const reason = "Her teacher saw a bruise";
const ann = { learner: learner("ann") };
const anEntry = () =>
  aRecord("log-entry", { ...ann, by: person("ann") }, (draft) => draft.type("did", "I am scared to go home"));

let folder: string;
let journal: JournalFile;
let server: TestServer;
let past: string;
let entry: ReturnType<typeof anEntry>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "waymark-opened-"));
  journal = await openJournal(folder, "one");
  server = await aServer({ file: join(folder, "a.db"), journal });
  await withPeople(server, {
    ...aSchool,
    people: [
      ...(aSchool.people ?? []),
      { id: person("mo"), name: "Morag Bell", org: organisation("school") },
    ],
    staff: [
      ...(aSchool.staff ?? []),
      { org: organisation("school"), person: person("mo"), role: "safeguarding-lead" },
    ],
  });
  entry = anEntry();
  await (await aDevice(server, person("ann"))).push(entry);
  past = join(folder, "past.db");
  await server.storage.copyTo(past);
});
afterEach(async () => {
  await server.close();
  await journal.close();
  await rm(folder, { recursive: true });
});

async function open(): Promise<void> {
  const answer = await server.app.inject({
    method: "POST",
    url: "/api/safeguarding/open",
    headers: { cookie: (await aDevice(server, person("mo"))).cookie },
    payload: { ...ann, reason },
  });
  expect(answer.statusCode).toBe(200);
}

/** The server on the copy from before. */
async function setBack(): Promise<void> {
  await server.close();
  server = await aServer({ file: past, journal });
}

const openingsFor = async (device: TestDevice): Promise<readonly HeldRecord[]> =>
  (await device.pull()).records.filter(({ envelope }) => envelope.kind === "private-opened");

const told = ({ stamps, state }: HeldRecord) => ({
  by: stamps.createdBy,
  at: stamps.createdAt,
  ...project(kindOf("private-opened"), state),
});

const phoneOfAnn = () => aDevice(server, person("ann"));

test("[S15] an opening that the learner's phone has not fetched is told by a server that was put back to before it", async () => {
  await open();
  const at = server.now();
  await setBack();
  const openings = await openingsFor(await phoneOfAnn());
  expect(openings.map(told)).toEqual([{ by: person("mo"), at, entries: [entry.envelope.id] }]);
});

test("[S15] the journal says who opened what, and no word anybody typed", async () => {
  await open();
  const text = await readFile(join(folder, "one.jsonl"), "utf8");
  const states = [...text.matchAll(/"state":"([^"]*)"/g)].map(([, state = ""]) =>
    Buffer.from(state, "base64").toString("latin1"),
  );
  for (const written of [text, ...states])
    for (const word of [reason, "bruise", "Morag", "scared"]) expect(written).not.toContain(word);
  expect(states.join()).toContain(entry.envelope.id);
  expect(text).toContain(person("mo"));
});

test("[S15] without a restore the learner is told once, with the reason", async () => {
  await open();
  const again = await aServer({ file: join(folder, "a.db"), journal });
  const openings = await openingsFor(await aDevice(again, person("ann")));
  expect(openings.map(told)).toMatchObject([{ name: "Morag Bell", reason }]);
  await again.close();
});

test.each(["before", "after"])(
  "[S15] a phone that holds the reason brings it back to who fetched the opening %s it",
  async (when) => {
    await open();
    const phone = await phoneOfAnn();
    const held = await openingsFor(phone);
    expect(held.map(told)).toMatchObject([{ reason }]);
    await setBack();
    await renewEpoch(server.storage, server.site.surroundings);
    const other = await aDevice(server, person("ann"), "anns-tablet");
    const early = when === "before" ? await openingsFor(other) : [];
    expect(early).toHaveLength(when === "before" ? 1 : 0);
    const back = await aDevice(server, person("ann"));
    const offered = await back.ask("offer", ["offer", "wanted"], {
      held: held.map(({ envelope, hash }) => ({ id: envelope.id, hash })),
    });
    expect(offered).toMatchObject({ value: { ids: held.map(({ envelope }) => envelope.id) } });
    const recovered = await back.ask("recover", ["recover", "recovered"], { records: [...held] });
    expect(recovered).toMatchObject({ value: { answers: [{ id: held[0]?.envelope.id }] } });
    expect(recovered).not.toMatchObject({ value: { answers: [{ refused: expect.anything() as unknown }] } });
    const openings = await openingsFor(other);
    expect(openings.map(({ state }) => state)).toEqual(held.map(({ state }) => state));
    expect(openings.map(told)).toMatchObject([{ reason, entries: [entry.envelope.id] }]);
    expect(openings[0] && told(openings[0])).not.toHaveProperty("answers");
  },
);

test("[S15] what the journal knows of an opening takes no reason away", async () => {
  await open();
  const held = await openingsFor(await phoneOfAnn());
  await server.close();
  server = await aServer({ file: past });
  await renewEpoch(server.storage, server.site.surroundings);
  const back = await phoneOfAnn();
  await back.ask("recover", ["recover", "recovered"], { records: [...held] });
  await setBack();
  expect((await openingsFor(await phoneOfAnn())).map(told)).toMatchObject([{ reason }]);
});
