import { expect, onTestFinished, test } from "vitest";
import { plantedBugs } from "#tests/sync/planted.ts";
import type { Variation } from "#tests/sync/world/device.ts";
import { of, typeInPlan } from "#tests/sync/world/telling.ts";
import { beginRound, nothingUnderWay, openOrdeal } from "./ordeal/ordeal.ts";
import { rest } from "./ordeal/rest.ts";
import { typeWhileSentAgain } from "./ordeal/sent-again.ts";
import { createSqliteDatabase } from "./server/database.ts";

// A mistake in every device, met in a few steps against a real server process, and what the nemesis says of it.

/** Somebody types on in their plan while it is sent again, and leaves it alone: what is found when all has come to rest. */
async function typedOnWhileSentAgain(planted: Variation): Promise<string> {
  const ordeal = await openOrdeal(1, createSqliteDatabase(), planted);
  onTestFinished(() => ordeal.close(false));
  const phone = of(ordeal, "maisie's phone");
  beginRound(ordeal, phone.device, 0);
  await nothingUnderWay(ordeal);
  await typeInPlan(phone);
  await typeWhileSentAgain(ordeal, phone);
  expect(ordeal.trace.counts["typed on while sent again"]).toBe(1);
  return (await rest(ordeal)).join("\n");
}

test("[S2] what is typed while its record is sent again is sent, too", async () => {
  expect(await typedOnWhileSentAgain({})).toBe("");
});

test("[S2] a device that takes any acknowledgement for all it wrote is found to have lost words", async () => {
  const planted = plantedBugs["any acknowledgement clears what is unsent"];
  expect(await typedOnWhileSentAgain(planted)).toMatch(/^lost, written on maisie's phone/);
});
