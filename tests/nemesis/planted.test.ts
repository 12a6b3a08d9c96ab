import { expect, onTestFinished, test } from "vitest";
import { isUnsent } from "#store/replicate/row.ts";
import { plantedBugs } from "#tests/sync/planted.ts";
import type { Variation } from "#tests/sync/world/device.ts";
import { of, typeInPlan } from "#tests/sync/world/telling.ts";
import { openOrdeal } from "./ordeal/open-ordeal.ts";
import { beginRound, nothingUnderWay } from "./ordeal/ordeal.ts";
import type { Ordeal } from "./ordeal/ordeal.ts";
import { rest } from "./ordeal/rest.ts";
import { typeWhileSentAgain } from "./ordeal/sent-again.ts";
import { setBackWithout } from "./ordeal/set-back-unseen.ts";
import { createSqliteDatabase } from "./server/database.ts";

// A mistake in every device, met in a few steps against a real server process, and what the nemesis says of it.

/** A world in which every device has this mistake, and in which each has been through a round. */
async function aWorld(planted: Variation): Promise<Ordeal> {
  const ordeal = await openOrdeal(1, createSqliteDatabase(), planted);
  onTestFinished(() => ordeal.close(false));
  for (const { device } of ordeal.scribes) beginRound(ordeal, device, 0);
  await nothingUnderWay(ordeal);
  return ordeal;
}

/** Somebody types on in their plan while it is sent again, and leaves it alone: what is found when all has come to rest. */
async function typedOnWhileSentAgain(planted: Variation): Promise<string> {
  const ordeal = await aWorld(planted);
  const phone = of(ordeal, "maisie's phone");
  await typeInPlan(phone);
  await typeWhileSentAgain(ordeal, phone);
  expect(ordeal.trace.counts["typed on while sent again"]).toBe(1);
  return (await rest(ordeal)).join("\n");
}

/** The connection is lost between the answer to a push and the question whether both sides agree: what is found then. */
async function sentAndNotAgreed(planted: Variation): Promise<string> {
  const ordeal = await aWorld(planted);
  const phone = of(ordeal, "maisie's phone");
  const { device } = phone;
  await typeInPlan(phone);
  ordeal.meanwhile.set(device.name, async () => {
    device.isOnline = false;
    return undefined;
  });
  beginRound(ordeal, device, 0);
  await nothingUnderWay(ordeal);
  expect([...device.disk.rows.values()].filter(isUnsent)).toEqual([]);
  ordeal.lookAtDevices();
  return ordeal.wrongs.join("\n");
}

/** The server is set back and comes further than it was before anybody who had seen more asks: what is found then. */
async function setBackAndAhead(planted: Variation): Promise<string> {
  const ordeal = await aWorld(planted);
  await setBackWithout(ordeal, of(ordeal, "jordan's phone"));
  expect(ordeal.trace.counts["set back and ahead again unseen"]).toBe(1);
  return ordeal.wrongs.join("\n");
}

test("[S2] what is typed while its record is sent again is sent, too", async () => {
  expect(await typedOnWhileSentAgain({})).toBe("");
});

test("[S2] a device that takes any acknowledgement for all it wrote is found to have lost words", async () => {
  const planted = plantedBugs["any acknowledgement clears what is unsent"];
  expect(await typedOnWhileSentAgain(planted)).toMatch(/^lost, written on maisie's phone/);
});

test("[S10] nobody says that all is sent between an answer and an agreement", async () => {
  expect(await sentAndNotAgreed({})).toBe("");
});

test("[S10] a device that does not take back that all is sent is found to say so too soon", async () => {
  const planted = plantedBugs["that all is sent is not taken back"];
  expect(await sentAndNotAgreed(planted)).toMatch(/^maisie's phone says that all is sent/);
});

test("[S11] a server that was set back unseen and has come further since loses nothing", async () => {
  expect(await setBackAndAhead({})).toBe("");
});

test("[S11] a device that does not show what it has seen is found to have lost words to a server that was set back", async () => {
  const planted = plantedBugs["the history a device has seen is not shown"];
  expect(await setBackAndAhead(planted)).toMatch(/^lost: .* the server lacks words of /m);
});
