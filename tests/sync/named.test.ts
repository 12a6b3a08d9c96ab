import { expect, test } from "vitest";
import { openWorld } from "#tests/sync/world/world.ts"; // First: it seeds what Yjs draws from the platform.
import type { World } from "#tests/sync/world/world.ts";
import { planIdOf } from "#model/plan.ts";
import { fact } from "#tests/sync/writing/doings.ts";
import { pageOf, typeWord } from "#tests/sync/writing/edits.ts";
import { farida, learners } from "#tests/sync/writing/people.ts";
import type { Scribe } from "#tests/sync/writing/scribe.ts";
import { finishRound } from "#tests/sync/world/settle.ts";
import { endWorld } from "./simulation.ts";
import { standingMemberships } from "#tests/sync/writing/truth.ts";

// Worlds in which something once went wrong, told step by step: what a seed does changes as the simulation grows.

const [learner] = learners;

const of = (world: World, name: string): Scribe => {
  const scribe = world.scribes.find(({ device }) => device.name === name);
  if (!scribe) throw new Error(name);
  return scribe;
};

async function round(world: World, { device }: Scribe): Promise<void> {
  device.startRound();
  await finishRound(world, device);
}

async function startPlan(scribe: Scribe): Promise<void> {
  const view = scribe.device.view();
  const intent = typeWord(view, pageOf(view, "plan", { learner, id: planIdOf(learner) }));
  expect(intent && (await scribe.write(intent))).toBe("saved");
}

async function endTutoring(office: Scribe): Promise<void> {
  const view = office.device.view();
  const membership = standingMemberships(view.rows.values()).find(
    (one) => one.learner === learner && one.person === farida,
  )?.id;
  await office.write(fact(view, "membership-ended", learner, { narrows: true, fields: { membership } }));
}

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
  await endTutoring(office);
  await round(world, office);
  expect((await endWorld(world)).findings).toEqual([]);
});

test("[S11] a plan started anew after a restore takes the words of whoever had started it before", async () => {
  const world = await openWorld(10, {});
  const [phone, office] = [of(world, "maisie's phone"), of(world, "grace's computer")];
  await round(world, phone);
  await round(world, office);
  await world.server.backUp();
  await startPlan(office);
  await round(world, office);
  await world.server.restore();
  await world.server.announceRestore();
  await startPlan(phone);
  await round(world, phone);
  await startPlan(office);
  expect((await endWorld(world)).findings).toEqual([]);
});
