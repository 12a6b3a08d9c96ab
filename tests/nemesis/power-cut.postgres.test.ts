import { expect, onTestFinished, test } from "vitest";
import { whyNoOther } from "#tests/support/postgres/postgres.ts";
import { startPostgres } from "#tests/support/postgres/postgres-ready.ts";
import { of, typeInPlan } from "#tests/sync/world/telling.ts";
import { openOrdeal } from "./ordeal/open-ordeal.ts";
import { beginRound, nothingUnderWay } from "./ordeal/ordeal.ts";
import { rest } from "./ordeal/rest.ts";
import { cutPower } from "./ordeal/server-happenings.ts";
import { createPostgresDatabase } from "./server/postgres-database.ts";
import { cutSettings, holdLogWriter } from "./server/postgres-power-cut.ts";

/** Why no power can be cut here; empty when it can. */
const whyNot = whyNoOther || (process.platform === "linux" ? "" : " (left out: needs Linux)");

/** Somebody is answered, and the power fails while another sends: what is found when all has come to rest. */
async function answeredBeforePowerCut({ isHasty }: { readonly isHasty: boolean }): Promise<string> {
  // Set as carelessly as an operator may: each transaction says for itself that it waits.
  const postgres = await startPostgres({ settings: [...cutSettings, "synchronous_commit=off"] });
  onTestFinished(() => postgres.remove());
  onTestFinished(await holdLogWriter(postgres));
  const ordeal = await openOrdeal(1, await createPostgresDatabase(postgres, { isHasty }));
  onTestFinished(() => ordeal.close(false));
  const [phone, tablet] = [of(ordeal, "maisie's phone"), of(ordeal, "sam's tablet")];
  for (const { device } of [phone, tablet]) beginRound(ordeal, device, 0);
  await nothingUnderWay(ordeal);
  await typeInPlan(tablet);
  await typeInPlan(phone);
  beginRound(ordeal, phone.device, 0);
  await nothingUnderWay(ordeal);
  expect(await cutPower(ordeal)).toBe(true);
  expect(ordeal.trace.counts["power cut at the server"]).toBe(1);
  return (await rest(ordeal)).join("\n");
}

test.skipIf(whyNot !== "")(
  `[S1] what two servers on PostgreSQL have answered outlives a power cut, whatever the database was set to${whyNot}`,
  async () => {
    expect(await answeredBeforePowerCut({ isHasty: false })).toBe("");
  },
);

test.skipIf(whyNot !== "")(
  `[S1] a server that answers before the disk has it is found by a power cut${whyNot}`,
  async () => {
    expect(await answeredBeforePowerCut({ isHasty: true })).toMatch(/set back|had to be healed|lost/);
  },
);
