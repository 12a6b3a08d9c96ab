import { expect, test } from "vitest";
import { no } from "#model/outcome.ts";
import type { Message } from "#model/wire/protocol.ts";
import { aDevice, type } from "#tests/support/one-device.ts";
import { aRow, wordsIn } from "#tests/support/rows.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { maisie } from "#tests/support/written.ts";
import { createReplicator } from "./replicator.ts";

test("[S11] words the server no longer has are given back before its own bytes are taken in", async () => {
  const row = aRow("First");
  const { server, disk, storage, device } = aDevice(row);
  await device.round();
  await type(storage, row.id, "First and second");
  await device.round();
  const lost = disk.rows.get(row.id)?.serverHash;
  server.loseWords(row.id, row.state);
  // Its person may not write the record any more: the receipt speaks for the words.
  const surroundings = { now: () => 6000, random: seededRandom(2) };
  const again = createReplicator({ storage, transport: server, surroundings, may: () => false });
  await again.round();
  expect(wordsIn(disk.rows.get(row.id))).toBe("First and second");
  expect(server.held.get(row.id)?.record.hash).toBe(lost);
});

test("[P6] the proof that comes with an acknowledgement is durable before it, and shown with the next question", async () => {
  const row = aRow("Sent");
  const { server, disk, device, failNext } = aDevice(row);
  const shown: unknown[] = [];
  server.before = async (_name, message) => void shown.push((message as Message<"pull">).highest?.position);
  failNext("rewrite", 2);
  expect((await device.round()).problem?.code).toBe("storage-full");
  expect(disk.rows.get(row.id)).toMatchObject({ ackedRev: 0 });
  expect(disk.marks.highest?.position).toBe(1);
  await device.round();
  expect(shown).toEqual([undefined, 0, 1, 1, 1]);
});

test("[A10] a scope whose forgetting breaks off is read from the start again, should it be held once more", async () => {
  const row = aRow("Held");
  const { server, disk, device } = aDevice();
  server.scope = `plan:${maisie}`;
  server.keep(row.envelope, row.state);
  await device.round();
  expect(disk.marks.positions).toEqual({ [`plan:${maisie}`]: 1 });
  disk.refused.set(row.id, { ...row, problem: { code: "not-allowed" }, refusedAt: 1 });
  server.forget = [`plan:${maisie}`];
  server.before = async (name) => (name === "tray" ? no("offline") : undefined);
  expect((await device.round()).problem?.code).toBe("offline");
  expect(disk.rows.size).toBe(0);
  server.forget = [];
  await device.round();
  expect(wordsIn(disk.rows.get(row.id))).toBe("Held");
  // Fetched, and not healed: no audit had anything to find.
  expect(server.asked.filter((name) => name === "audit")).toHaveLength(2);
});

test("[S10] what no round can heal is said after the third, and no more once both agree again", async () => {
  const [row, other] = [aRow("Kept"), aRow("Another")];
  const { server, disk, device } = aDevice(row);
  await device.round();
  server.held.delete(row.id);
  server.refusesBack = true;
  server.keep(other.envelope, other.state);
  const problems = [];
  for (let time = 0; time < 3; time += 1) problems.push((await device.round()).problem?.code);
  expect(problems).toEqual([undefined, undefined, "not-agreed"]);
  expect(wordsIn(disk.rows.get(row.id))).toBe("Kept");
  server.refusesBack = false;
  expect(await device.round()).toMatchObject({ allSent: true });
});
