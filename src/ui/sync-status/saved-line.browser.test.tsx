import { act, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { ThingName } from "#model/views/waiting-things.ts";
import type { SyncStatus } from "#store/store.ts";
import { useSession } from "#ui/session/session.ts";
import { maisiesAccount } from "#tests/support/school-on-hand.ts";
import { named } from "#tests/support/written.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import type { OpenScreens } from "#tests/support/browser/screens.tsx";

beforeEach(() => page.viewport(360, 740));
afterEach(() => {
  document.documentElement.style.fontSize = "";
});

/** Stands for the moment in which it is shown: what was sent before midnight was sent “yesterday”. */
const at = 0;
const still: SyncStatus = { unsent: 0, refused: 0, busy: false, isComplete: true };

const waits = (...names: readonly ThingName[]): Pick<SyncStatus, "unsent" | "waiting"> => ({
  unsent: names.length + 1,
  waiting: names.map((name, place) => ({ name, kind: "log-entry", shown: named("log-entry", `${place}`) })),
});

/** How sending stands, what the line says of it, and what the page behind it does. */
const states: readonly (readonly [string, Partial<SyncStatus>, RegExp, RegExp])[] = [
  ["waiting", waits("entry", "entry"), /2 entries waiting/, /Not all is sent yet\./],
  ["several sorts", waits("entry", "comment", "goal"), /3 things waiting/, /Not all is sent yet\./],
  ["being counted", { unsent: 3 }, /Waiting to send/, /Not all is sent yet\./],
  ["sending", { busy: true }, /Sending/, /Sending now\./],
  ["all sent", { allSentAt: at }, /All sent .*\d\d:\d\d/, /Everything was sent .*\d\d:\d\d/],
  ["all sent, looking again", { allSentAt: at, busy: true }, /All sent .*\d\d:\d\d/, /Everything was sent/],
  ["sent, not compared yet", {}, /^Saved on this \w+$/, /Not checked with the server yet\./],
  ["refused", { allSentAt: at, refused: 1 }, /All sent .* · 1 not sent/, /Everything was sent/],
  [
    "waiting and refused",
    { ...waits("answer", "answer"), refused: 1 },
    /2 answers waiting · 1 not sent/,
    /Not all is sent yet/,
  ],
  [
    "signed out",
    { unsent: 1, problem: { code: "signed-out" } },
    /Can’t send: sign in again/,
    /Sign in again, and things will send/,
  ],
  [
    "no signal",
    { ...waits("review"), problem: { code: "offline" } },
    /1 review waiting/,
    /No signal here\. That is fine/,
  ],
  [
    "still coming",
    { isComplete: false, busy: true },
    /Saved on this \w+ ?Still coming/,
    /They come to this \w+ by/,
  ],
  [
    "still coming, no signal",
    { isComplete: false, problem: { code: "offline" } },
    /Still coming/,
    /They come to this \w+ when you have signal/,
  ],
  [
    "full while things come",
    { isComplete: false, problem: { code: "storage-full" } },
    /This \w+ is full ?What is saved is safe/,
    /is full\. What is saved on it is safe\. Take videos or apps/,
  ],
  [
    "full later, with words that wait",
    { ...waits("entry"), problem: { code: "storage-full" } },
    /This \w+ is full ?What is saved is safe/,
    /is full\. What is saved on it is safe\. Take videos or apps/,
  ],
  [
    "cleared by the browser",
    { ...waits("entry"), problem: { code: "storage-cleared" } },
    /Not kept here any more ?What to do/,
    /What was sent is safe at your school\. Sign in again: what you see here comes along/,
  ],
  ["no signal, nothing waits", { problem: { code: "offline" } }, /^Saved on this \w+$/, /No signal here/],
];

/** What takes a line more where letters are large. */
const mustSee = new Set<string | undefined>(["signed-out", "storage-full", "storage-cleared"]);

/** Lets the screens hear that sending stands so. */
const stands = (device: OpenScreens, status: Partial<SyncStatus>): Promise<void> =>
  act(async () => {
    const now = { ...still, ...status, ...(status.allSentAt === at && { allSentAt: Date.now() }) };
    const sync = {
      ...device.store.sync,
      status: () => now,
      watch: () => () => undefined,
    };
    const store = { ...device.store, sync };
    useSession.setState({ state: "signed-in", account: maisiesAccount, store }, true);
  });

test.for(states)("[S10] %s: the line and the page behind it say so", async ([, status, line, behind]) => {
  const device = await openScreens("/saved");
  await stands(device, status);
  expect(await screen.findByText(behind)).toBeVisible();
  await device.reload("/today");
  await stands(device, status);
  expect(await screen.findByRole("link", { name: line })).toHaveAttribute("href", "/saved");
});

test.for(["100%", "200%"])("what the line says never moves the page, with letters of %s", async (size) => {
  document.documentElement.style.fontSize = size;
  const device = await openScreens("/today");
  const places: (readonly [string, number, number])[] = [];
  // What somebody has to see to stays until they have, so it may take a line more.
  for (const [name, status, words] of states.filter(
    ([, { refused, problem }]) => refused === undefined && !mustSee.has(problem?.code),
  )) {
    await stands(device, status);
    const line = await screen.findByRole("link", { name: words });
    places.push([name, line.getBoundingClientRect().height, screen.getByRole("main").offsetTop]);
  }
  const [first] = places;
  expect(places).toEqual(places.map(([name]) => [name, first?.[1], first?.[2]]));
});
