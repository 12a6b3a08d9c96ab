import { expect, test } from "vitest";
import { openWorld } from "#tests/sync/world/world.ts"; // First: it seeds what Yjs draws from the platform.
import { endWorld } from "#tests/sync/simulation.ts";
import { settled } from "#tests/sync/world/device.ts";
import { errorPage } from "#tests/sync/world/mishaps.ts";
import { finishRound } from "#tests/sync/world/settle.ts";
import { endMembership, learner, of, round, saves } from "#tests/sync/world/telling.ts";
import { fact } from "#tests/sync/writing/doings.ts";
import { asideOn, timesIn } from "#tests/sync/writing/keeping.ts";
import { pageOf, typeWord } from "#tests/sync/writing/edits.ts";
import type { Scribe } from "#tests/sync/writing/scribe.ts";

// What the nemesis once found and needs no process to happen.

test("[A18] words that a proxy's error page kept from being sent can be erased before they are", async () => {
  const world = await openWorld(1, {});
  const phone = of(world, "maisie's phone");
  await round(world, phone);
  const view = phone.device.view();
  const page = pageOf(view, "log-entry", { learner });
  await saves(phone, typeWord(view, page));
  phone.device.startRound();
  await settled();
  const [push] = world.network.inFlight;
  if (push) world.network.garble(push, errorPage);
  await finishRound(world, phone.device);
  const { id: record, createdBy: author } = page.envelope;
  await saves(
    phone,
    fact(phone.device.view(), "erasure", learner, { narrows: false, fields: { record, author } }),
  );
  expect((await endWorld(world)).findings).toEqual([]);
});

/** Opens a target that is here, types a first word, and has it saved. */
async function beginsTyping(scribe: Scribe): Promise<void> {
  const view = scribe.device.view();
  const target = [...scribe.device.disk.rows.values()].find(({ envelope }) => envelope.kind === "target");
  const page = pageOf(view, "target", { learner, ...(target ? { id: target.id } : {}) });
  const first = typeWord(view, page);
  expect(first && (await scribe.openWith(first))).toBe("saved");
}

test("[S4] words typed in a record that was just taken back outlive a tray that cannot be written at once", async () => {
  let fails = false;
  const world = await openWorld(1, {
    disk: (rows, device) => ({
      ...rows,
      putRefused: (id, put) => {
        if (device !== "sam's tablet" || !fails) return rows.putRefused(id, put);
        fails = false;
        throw new Error("the tray cannot be written");
      },
    }),
  });
  const [tablet, office] = [of(world, "sam's tablet"), of(world, "grace's computer")];
  await round(world, tablet);
  await round(world, office);
  await beginsTyping(tablet);
  await endMembership(office, "provider");
  await round(world, office);
  tablet.device.startRound();
  await settled();
  for (const step of ["the refusal is made", "the refusal is heard"]) {
    const [push] = world.network.inFlight;
    expect([step, push?.name]).toEqual([step, "push"]);
    if (push) await world.network.deliver(push);
  }
  await settled();
  fails = true;
  const second = tablet.openPage && typeWord(tablet.device.view(), tablet.openPage);
  expect(second && (await tablet.type(second))).toBe("failed");
  expect(fails).toBe(false);
  expect(await tablet.flush()).toBe("saved");
  expect((await endWorld(world)).findings).toEqual([]);
});

test("[S6] words put aside while the tray is being handed over are not taken off with it", async () => {
  let fails = false;
  const world = await openWorld(1, {
    disk: (rows, device) => ({
      ...rows,
      rewrite: (ids, rewrite) => {
        if (device !== "sam's tablet" || !fails) return rows.rewrite(ids, rewrite);
        throw new Error("the disk cannot be written");
      },
    }),
  });
  const { inFlight } = world.network;
  const [tablet, office] = [of(world, "sam's tablet"), of(world, "grace's computer")];
  await round(world, tablet);
  await round(world, office);
  await beginsTyping(tablet);
  fails = true;
  const second = tablet.openPage && typeWord(tablet.device.view(), tablet.openPage);
  expect(second && (await tablet.type(second))).toBe("failed");
  fails = false;
  await endMembership(office, "provider");
  await round(world, office);
  tablet.device.startRound();
  await settled();
  while (inFlight[0] && inFlight[0].name !== "tray") {
    await world.network.deliver(inFlight[0]);
    await settled();
  }
  expect(inFlight.map(({ name }) => name)).toEqual(["tray"]);
  if (inFlight[0]) await world.network.deliver(inFlight[0]);
  await tablet.close();
  await finishRound(world, tablet.device);
  await round(world, tablet);
  const word = second?.said.words[0]?.word ?? "";
  const kept = [...(await world.server.tray()), ...asideOn(tablet.device.disk)];
  expect(kept.some((held) => timesIn(held, word) > 0)).toBe(true);
  expect((await endWorld(world)).findings).toEqual([]);
});
