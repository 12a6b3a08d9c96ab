import { describe, expect, test } from "vitest";
import { plantedBugs } from "#tests/sync/planted.ts";
import { stories } from "./stories.ts";
import { sweep, tell } from "./sweep.ts";

/** About ten times what a sweep needs on an idle machine. */
const timeout = 300_000;

describe("[S5] [S6] a device may end before, in or after any storage call of a round that", () => {
  test.each(Object.entries(stories))("%s", { timeout }, async (_what, story) => {
    const swept = await sweep(story);
    console.log(`${swept.crashes} crashes, ${swept.calls.length} calls; asked ${swept.asked.join(" ")}`);
    expect(swept.findings).toEqual([]);
  });
});

test("between them the rounds ask everything there is to ask", async () => {
  const asked = new Set<string>();
  for (const story of Object.values(stories)) for (const name of (await tell(story)).asked) asked.add(name);
  expect(asked).toEqual(new Set(["push", "pull", "audit", "offer", "recover", "tray"]));
});

test("a position that is stored before its rows does not survive the sweep", { timeout }, async () => {
  const planted = plantedBugs["the position is stored before the rows"];
  const { findings } = await sweep(stories["is the first"], planted);
  expect(findings.some((finding) => finding.startsWith("undisturbed"))).toBe(false);
  expect(findings.length).toBeGreaterThan(0);
});
