import { expect, test } from "vitest";
import { openWorld } from "#tests/sync/world/world.ts"; // First: it seeds what Yjs draws from the platform.
import { planIdOf } from "#model/kinds/plan.ts";
import { endMembership, learner, of, round, saves, typeInPlan } from "#tests/sync/world/telling.ts";
import { pageOf, typeWord } from "#tests/sync/writing/edits.ts";
import { settled } from "#tests/sync/world/device.ts";
import { finishRound } from "#tests/sync/world/settle.ts";
import { fact } from "#tests/sync/writing/doings.ts";
import { provider } from "#tests/sync/writing/people.ts";
import { endWorld } from "./simulation.ts";

// Worlds in which something once went wrong, told step by step: what a seed does changes as the simulation grows.

test("[A10] what was stored of a first page that broke off is forgotten when access ends before the rest comes", async () => {
  const world = await openWorld(156, {});
  const [laptop, office] = [of(world, "farida's laptop"), of(world, "grace's computer")];
  laptop.device.mood.diesIn = 2;
  await round(world, laptop);
  laptop.switchOn();
  expect([...laptop.device.disk.rows.values()].some(({ scopes }) => scopes.includes(`plan:${learner}`))).toBe(
    true,
  );
  await round(world, office);
  await endMembership(office, "tutor");
  await round(world, office);
  expect((await endWorld(world)).findings).toEqual([]);
});

test("[S11] a plan started anew after a restore takes the words of whoever had started it before", async () => {
  const world = await openWorld(10, {});
  const [phone, office] = [of(world, "maisie's phone"), of(world, "grace's computer")];
  await round(world, phone);
  await round(world, office);
  await world.server.backUp();
  await typeInPlan(office);
  await round(world, office);
  await world.server.restore();
  await world.server.announceRestore();
  await typeInPlan(phone);
  await round(world, phone);
  await typeInPlan(office);
  expect((await endWorld(world)).findings).toEqual([]);
});

test("[P6] words that one device alone sent come back although others have written past them since", async () => {
  const world = await openWorld(11, {});
  const [phone, office] = [of(world, "maisie's phone"), of(world, "grace's computer")];
  await round(world, phone);
  await round(world, office);
  await world.server.backUp();
  const view = phone.device.view();
  await saves(phone, typeWord(view, pageOf(view, "log-entry", { learner })));
  await round(world, phone);
  const reached = await world.server.highest();
  await world.server.restore();
  while ((await world.server.highest()) <= reached + 2) {
    await typeInPlan(office);
    await round(world, office);
  }
  expect((await endWorld(world)).findings).toEqual([]);
});

test("[A10] a learner whose forgetting broke off at the tray is fetched whole when access is given again by then", async () => {
  const world = await openWorld(529, {});
  const [tablet, office] = [of(world, "sam's tablet"), of(world, "grace's computer")];
  await round(world, tablet);
  await round(world, office);
  await typeInPlan(tablet);
  await endMembership(office, "provider");
  await round(world, office);
  tablet.device.startRound();
  while (world.network.inFlight[0]?.name !== "tray") {
    const [next] = world.network.inFlight;
    if (next) await world.network.deliver(next);
    await settled();
  }
  world.network.lose(world.network.inFlight[0]);
  await finishRound(world, tablet.device);
  const again = { role: "provider", organisation: provider };
  await saves(office, fact(office.device.view(), "membership", learner, { narrows: false, fields: again }));
  await round(world, office);
  expect((await endWorld(world)).findings).toEqual([]);
});

test("[A18] what staff erased stays erased when the server and its journal are set back before the learner's phone heard of it", async () => {
  const world = await openWorld(1264, {});
  const [tablet, office] = [of(world, "farida's tablet"), of(world, "grace's computer")];
  await round(world, tablet);
  await typeInPlan(tablet);
  const about = planIdOf(learner);
  const comment = pageOf(tablet.device.view(), "comment", { learner }, (draft) => draft.set("about", about));
  await saves(tablet, typeWord(tablet.device.view(), comment));
  await round(world, tablet);
  await round(world, office);
  await world.server.backUp();
  const fields = { record: comment.envelope.id, author: tablet.device.view().person };
  await saves(tablet, fact(tablet.device.view(), "erasure", learner, { narrows: false, fields }));
  await round(world, tablet);
  await world.server.restore(0, true);
  await round(world, tablet);
  expect((await endWorld(world)).findings).toEqual([]);
});
