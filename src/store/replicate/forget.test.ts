import { expect, test } from "vitest";
import { no } from "#model/outcome.ts";
import { aDevice, anotherTab, type } from "#tests/support/one-device.ts";
import { aRow, wordsOfState } from "#tests/support/rows.ts";
import { maisie, named } from "#tests/support/written.ts";

/** A device that has sent an entry, typed more, and is told to forget its learner by a server whose tray is full. */
async function aFullTray() {
  const row = aRow("Sent");
  const bench = aDevice(row);
  const { server, storage, device } = bench;
  server.scope = `plan:${maisie}`;
  await device.round();
  await type(storage, row.id, "Sent, and typed since");
  let isFull = true;
  server.refuses = () => ({ code: "not-allowed" });
  server.before = async (name) =>
    name === "push"
      ? no("server-failed")
      : name === "tray" && isFull
        ? no("record-too-large", "tray")
        : undefined;
  server.forget = [server.scope];
  const makeRoom = () => {
    isFull = false;
  };
  return { ...bench, row, makeRoom };
}

test("[S6] a full tray holds nothing up: the words are put aside with the reason, and the learner is forgotten", async () => {
  const { disk, server, device, row } = await aFullTray();
  await device.round();
  expect(disk.rows.size).toBe(0);
  expect(disk.marks.positions).toEqual({});
  const aside = disk.refused.get(row.id);
  expect(aside?.problem).toEqual({ code: "tray-full" });
  expect(aside && wordsOfState(aside.state)).toBe("Sent, and typed since");
  server.forget = [];
  server.before = async (name) => (name === "tray" ? no("record-too-large", "tray") : undefined);
  expect((await device.round()).problem).toBeUndefined();
  expect(disk.refused.size).toBe(1);
});

test("[S6] what the tray was too full for is handed over at a later start, when it has room", async () => {
  const { disk, server, storage, device, row, makeRoom } = await aFullTray();
  await device.round();
  server.forget = [];
  server.before = async () => undefined;
  makeRoom();
  const again = () => anotherTab({ storage, server });
  expect((await again().round()).problem).toBeUndefined();
  expect(disk.refused.size).toBe(0);
  const handed = server.tray.get(row.id);
  expect(handed && wordsOfState(handed)).toBe("Sent, and typed since");
});

test("[S6] words that were too large for the tray, or that it did not name, are put aside like those", async () => {
  const { disk, server, device, row } = await aFullTray();
  server.before = async (name) => (name === "push" ? no("server-failed") : undefined);
  server.takesNothing = true;
  await device.round();
  expect(disk.rows.size).toBe(0);
  expect(disk.refused.get(row.id)?.problem.code).toBe("tray-full");
});

test("[A10] what was refused about a learner is handed over once nothing of them is held, also when it came after", async () => {
  const row = aRow("Nothing for me to keep");
  const { disk, server, device } = aDevice();
  server.scope = `plan:${maisie}`;
  await device.round();
  server.forget = [server.scope];
  await device.round();
  server.forget = [];
  server.scope = `org:${named("organisation", "a")}`;
  disk.refused.set(row.id, { ...row, problem: { code: "not-allowed" }, refusedAt: 5 });
  await device.round();
  expect([disk.refused.size, server.tray.size]).toEqual([0, 1]);
});
