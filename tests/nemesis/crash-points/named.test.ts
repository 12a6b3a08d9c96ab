import { expect, test } from "vitest";
import { openWorld } from "#tests/sync/world/world.ts"; // First: it seeds what Yjs draws from the platform.
import { endWorld } from "#tests/sync/simulation.ts";
import { settled } from "#tests/sync/world/device.ts";
import { errorPage } from "#tests/sync/world/mishaps.ts";
import { finishRound } from "#tests/sync/world/settle.ts";
import { learner, of, round, saves } from "#tests/sync/world/telling.ts";
import { fact } from "#tests/sync/writing/doings.ts";
import { pageOf, typeWord } from "#tests/sync/writing/edits.ts";

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
