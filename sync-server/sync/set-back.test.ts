import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { learnerOfPerson } from "#model/id.ts";
import type { Outcome } from "#model/outcome.ts";
import type { Highest, Message } from "#model/wire/protocol.ts";
import {
  aDevice,
  aRecord,
  aSchoolServer,
  aServer,
  orThrow,
  person,
  type TestDevice,
  type TestServer,
} from "#tests/support/server.ts";
import { renewEpoch } from "./epoch.ts";

// A server whose database is replaced by an older copy while nobody says so.
let folder: string;
let copies: string[];
let server: TestServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "waymark-"));
  copies = [];
  server = await aSchoolServer({ file: join(folder, "a.db") });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function copy(): Promise<string> {
  const file = join(folder, `copy${copies.push("")}.db`);
  await server.storage.copyTo(file);
  return file;
}

async function setBackTo(file: string): Promise<void> {
  await server.close();
  server = await aServer({ file });
}

const anEntry = (name: string) =>
  aRecord("log-entry", { learner: learnerOfPerson(person(name)), by: person(name) }, (draft) =>
    draft.type("did", `Words of ${name}`),
  );

/** Pushes an entry; what the server says of how far it has come. */
async function pushOne(
  device: TestDevice,
  name: string,
  highest?: Highest,
): Promise<Outcome<Message<"pushed">>> {
  return device.ask("push", ["push", "pushed"], {
    records: [{ ...anEntry(name), rev: 1 }],
    ...(highest && { highest }),
  });
}

/** A device of this person that has met the server. */
async function metDevice(name: string, epoch?: string): Promise<TestDevice> {
  const device = await aDevice(server, person(name), `device-${name}`);
  device.epoch = epoch ?? (await device.pull()).epoch;
  return device;
}

const epochNow = async (): Promise<string | undefined> =>
  server.storage.read(({ meta }) => meta.get("epoch"));

test("[P6] a server set back is noticed by whoever was acknowledged since, also after others have written past that", async () => {
  const past = await copy();
  const { epoch } = await metDevice("ann");
  const pushed = orThrow(await pushOne(await metDevice("ann"), "ann"));
  await setBackTo(past);
  const bobs = await metDevice("bob");
  for (let time = 0; time < 5; time += 1) orThrow(await pushOne(bobs, "bob"));
  const anns = await metDevice("ann", epoch ?? undefined);
  const answer = await pushOne(anns, "ann", pushed.highest);
  expect(answer).toMatchObject({ ok: false, problem: { code: "epoch-changed" } });
  expect(await epochNow()).not.toBe(epoch);
  expect(answer).toMatchObject({ problem: { detail: await epochNow() } });
});

test("[P6] a proof of something the server still has does nothing, however much came after", async () => {
  const phone = await metDevice("ann");
  const { highest } = orThrow(await pushOne(phone, "ann"));
  const before = await copy();
  for (let time = 0; time < 3; time += 1) orThrow(await pushOne(phone, "ann"));
  expect((await pushOne(phone, "ann", highest)).ok).toBe(true);
  await setBackTo(before);
  const again = await metDevice("ann");
  expect((await pushOne(again, "ann", highest)).ok).toBe(true);
});

test("[P6] a forged proof does nothing, in this epoch or of another", async () => {
  const phone = await metDevice("ann");
  const { highest } = orThrow(await pushOne(phone, "ann"));
  const epoch = await epochNow();
  if (!highest) throw new Error("no proof");
  const forged = [
    { ...highest, position: highest.position + 1 },
    { ...highest, mark: "another" },
    { ...highest, proof: "x".repeat(highest.proof.length) },
  ];
  for (const one of forged) expect((await pushOne(phone, "ann", one)).ok).toBe(true);
  phone.epoch = "an epoch nobody knows";
  for (const one of [...forged, highest])
    expect(await pushOne(phone, "ann", one)).toMatchObject({
      problem: { code: "epoch-changed", detail: epoch },
    });
  expect(await epochNow()).toBe(epoch);
});

test("[P6] an epoch that the server never heard of, truly signed, shows that it was set back before that epoch began", async () => {
  const past = await copy();
  const before = await epochNow();
  await renewEpoch(server.storage, server.site.surroundings);
  const phone = await metDevice("ann");
  const { highest } = orThrow(await pushOne(phone, "ann"));
  await setBackTo(past);
  expect(await epochNow()).toBe(before);
  const again = await metDevice("ann", phone.epoch ?? undefined);
  expect(await pushOne(again, "ann", highest)).toMatchObject({ problem: { code: "epoch-changed" } });
  const after = await epochNow();
  expect([before, phone.epoch]).not.toContain(after);
  // Once heard of, it is one of the past and begins nothing again.
  expect(await pushOne(again, "ann", highest)).toMatchObject({ problem: { detail: after } });
});

test("[S10] a device that stands further in a scope than the server is told what the server holds there", async () => {
  const phone = await metDevice("ann");
  const scope = `own:${person("ann")}` as const;
  const { positions } = await phone.pull();
  const at = async (position: number) => {
    const scopes = { [scope]: { position, digest: 5 } };
    return Object.keys(orThrow(await phone.ask("audit", ["audit", "audited"], { scopes })).differ);
  };
  const reached = positions[scope] ?? 0;
  expect([await at(reached - 1), await at(reached), await at(reached + 1)]).toEqual([[], [scope], [scope]]);
});
