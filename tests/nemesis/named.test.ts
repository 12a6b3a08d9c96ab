import { expect, onTestFinished, test } from "vitest";
import { of, typeInPlan } from "#tests/sync/world/telling.ts";
import { openOrdeal } from "./ordeal/open-ordeal.ts";
import { beginRound, nothingUnderWay } from "./ordeal/ordeal.ts";
import type { Ordeal } from "./ordeal/ordeal.ts";
import { rest } from "./ordeal/rest.ts";
import { createSqliteDatabase } from "./server/database.ts";
import type { Scribe } from "#tests/sync/writing/scribe.ts";

// What the nemesis once found, told step by step against a real server process.

async function anOrdeal(): Promise<Ordeal> {
  const ordeal = await openOrdeal(1, createSqliteDatabase());
  onTestFinished(() => ordeal.close(false));
  return ordeal;
}

async function round(ordeal: Ordeal, { device }: Scribe): Promise<void> {
  beginRound(ordeal, device, 0);
  await nothingUnderWay(ordeal);
}

test("[S4] a server whose disk is full refuses nothing for good: what was written waits until there is room", async ({
  skip,
}) => {
  const ordeal = await anOrdeal();
  const phone = of(ordeal, "maisie's phone");
  await round(ordeal, phone);
  const isFull = ordeal.nodes.map((node) => node.limitFiles(0)).includes(true);
  skip(!isFull, "needs prlimit, which only Linux has");
  await typeInPlan(phone);
  await round(ordeal, phone);
  expect([...phone.device.disk.refused.values()].map(({ problem }) => problem.code)).toEqual([]);
  expect(ordeal.unsure.get("maisie's phone")).toMatch(/^storage-(failed|full)$/);
  expect(await rest(ordeal)).toEqual([]);
});
