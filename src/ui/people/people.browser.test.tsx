import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { page } from "vitest/browser";
import type { PeopleOverview, PersonOverview, SignInCode } from "#model/wire/api.ts";
import { learnerOfPerson } from "#model/id.ts";
import type { Problem } from "#model/outcome.ts";
import type { Account } from "#store/account.ts";
import { held, iqbal, maisiesPerson, school } from "#tests/support/school-on-hand.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import { named } from "#tests/support/written.ts";

const maisie = learnerOfPerson(maisiesPerson);
const okoro = named("person", "o");
const gaz = named("person", "g");
const tutoring = named("membership", "t");

const account: Account = {
  person: okoro,
  name: "Sade Okoro",
  userName: "s.okoro",
  device: "device-3",
  home: "coordinator",
  signedInAt: 0,
};

const looksAfter = held("membership", (draft) => {
  draft.set("role", "coordinator");
  draft.set("person", okoro);
});
const { learner: _learner, ...envelope } = looksAfter.envelope;
/** About the school, not about a learner. */
const coordinator = { ...looksAfter, envelope: { ...envelope, org: school } };

const administers = held("membership", (draft) => {
  draft.set("role", "administrator");
  draft.set("person", okoro);
});
/** The same person, looking after more. */
const administrator = { ...administers, envelope: { ...coordinator.envelope, id: administers.envelope.id } };

const someone = (person: PersonOverview["person"], name: string, more: Partial<PersonOverview> = {}) => ({
  person,
  name,
  userName: name.toLowerCase().replace(" ", "."),
  roles: ["staff"] as const,
  hasSignedIn: true,
  hasCode: false,
  left: false,
  devices: 0,
  tutorOf: 0,
  teaches: 0,
  memberships: [],
  ...more,
});

/** What the server would answer, and what it was asked to do. */
let people: readonly PersonOverview[];
let asked: { readonly path: string; readonly body: unknown }[];
let isOffline: boolean;
/** Held back until it is let go of. */
let isSlow: Promise<void> | undefined;
/** Why codes are refused. */
let refusal: Problem | undefined;

const overview = (): PeopleOverview => ({
  organisation: { id: school, name: "Thornfield School" },
  providers: [],
  people,
  learners: [],
});

const codeOf = (code: string): SignInCode => ({
  person: gaz,
  name: "Gaz Pugh",
  userName: "gaz.pugh",
  code,
  link: `https://waymark.example/code#${code}`,
  expiresAt: Date.UTC(2026, 11, 5),
});

let codes: readonly SignInCode[];

const answers: Readonly<Record<string, () => unknown>> = {
  "/api/people": overview,
  "/api/people/codes": () => codes,
  "/api/memberships": () => ({ membership: tutoring }),
  "/api/memberships/end": () => ({ membershipEnded: named("membership-ended", "e") }),
  "/api/devices": () => [],
};

beforeEach(() => {
  asked = [];
  isOffline = false;
  isSlow = undefined;
  refusal = undefined;
  codes = [codeOf("PDMA-994M")];
  people = [
    someone(iqbal, "Farida Iqbal", {
      roles: ["tutor"],
      memberships: [{ id: tutoring, role: "tutor", learner: maisie, person: iqbal }],
    }),
    someone(gaz, "Gaz Pugh", { provider: "Moor Lane", hasSignedIn: false }),
    someone(named("person", "b"), "Denise Barr"),
    someone(maisiesPerson, "Maisie Thornton", { roles: ["learner"] }),
  ];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (isOffline) throw new TypeError("offline");
    const [address = ""] = path.split("?");
    if (init.method === "POST") asked.push({ path: address, body: JSON.parse(init.body as string) });
    if (refusal && address === "/api/people/codes")
      return Response.json({ problem: refusal }, { status: 403 });
    if (init.method === "POST") await isSlow;
    return Response.json(answers[address]?.());
  });
});

afterEach(() => vi.unstubAllGlobals());

const open = (path: string) => openScreens(path, [coordinator], account);

test("those who could tutor a learner and do not yet are offered; provider staff are not", async () => {
  await open(`/people?person=${maisiesPerson}`);
  await userEvent.click(await screen.findByRole("button", { name: "Give a tutor" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByRole("button", { name: "Denise Barr" })).toBeVisible();
  expect(within(dialog).queryByRole("button", { name: "Gaz Pugh" })).toBeNull();
  expect(within(dialog).queryByRole("button", { name: "Farida Iqbal" })).toBeNull();
  await userEvent.click(within(dialog).getByRole("button", { name: "Denise Barr" }));
  expect(asked).toEqual([
    { path: "/api/memberships", body: { role: "tutor", learner: maisie, person: named("person", "b") } },
  ]);
});

test("a second press while the first is answered adds nobody twice, nor gives access twice", async () => {
  const answered = Promise.withResolvers<void>();
  isSlow = answered.promise;
  await open(`/people?person=${maisiesPerson}`);
  await userEvent.click(await screen.findByRole("button", { name: "Give a tutor" }));
  await userEvent.dblClick(await screen.findByRole("button", { name: "Denise Barr" }));
  expect(asked).toHaveLength(1);
  await userEvent.keyboard("{Escape}");

  asked = [];
  await userEvent.click(await screen.findByRole("button", { name: "Add" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.type(within(dialog).getByRole("textbox", { name: "Name" }), "Zed");
  const button = within(dialog).getByRole("button", { name: "Add" });
  await userEvent.dblClick(button);
  expect(asked).toHaveLength(1);
  answered.resolve();
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("a press beside it or Escape drops nothing that was typed of a new person", async () => {
  await open("/people");
  await userEvent.click(await screen.findByRole("button", { name: "Add" }));
  await userEvent.type(await screen.findByRole("textbox", { name: "Name" }), "Zed");
  await page.elementLocator(document.body).click({ position: { x: 5, y: 5 } });
  await userEvent.keyboard("{Escape}");
  expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Zed");
});

test("access ended by mistake is given back with one tap", async () => {
  await open(`/people?person=${maisiesPerson}`);
  await userEvent.click(await screen.findByRole("button", { name: "End access: Farida Iqbal" }));
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() =>
    expect(asked).toEqual([
      { path: "/api/memberships/end", body: { membership: tutoring } },
      { path: "/api/memberships", body: { role: "tutor", learner: maisie, person: iqbal } },
    ]),
  );
});

test("codes are made for those who were chosen, and for nobody else", async () => {
  await open("/people");
  await userEvent.click(await screen.findByRole("checkbox", { name: /Gaz Pugh/ }));
  await userEvent.click(await screen.findByRole("link", { name: "Codes sheet" }));
  expect(await screen.findByText("PDMA-994M")).toBeVisible();
  expect(asked).toEqual([{ path: "/api/people/codes", body: { people: [gaz] } }]);
});

test("the widest code there is stays on the card with letters twice as large, in its two halves", async () => {
  await page.viewport(390, 844);
  document.documentElement.style.fontSize = "200%";
  onTestFinished(() => {
    document.documentElement.style.fontSize = "";
  });
  codes = [codeOf("WWWW-2WWW")];
  await open("/people");
  await userEvent.click(await screen.findByRole("checkbox", { name: /Gaz Pugh/ }));
  await userEvent.click(await screen.findByRole("link", { name: "Codes sheet" }));
  const code = await screen.findByText("WWWW-2WWW");
  expect(code.getBoundingClientRect().right).toBeLessThanOrEqual(document.documentElement.clientWidth);
  const lines = new Set([...code.getClientRects()].map(({ top }) => top));
  expect(lines.size).toBe(2);
});

test("[A22] whoever belongs elsewhere, too, is named with what helps, and the others get their codes", async () => {
  const bothPlaces = iqbal;
  refusal = { code: "not-allowed", detail: bothPlaces };
  await open("/people");
  for (const name of [/Gaz Pugh/, /Farida Iqbal/])
    await userEvent.click(await screen.findByRole("checkbox", { name }));
  await userEvent.click(await screen.findByRole("link", { name: "Codes sheet" }));
  const alert = await screen.findByRole("alert");
  expect(await within(alert).findByText("Farida Iqbal")).toBeVisible();
  expect(within(alert).queryByText("Gaz Pugh")).toBeNull();
  expect(within(alert).getByText(/Ask someone who leads at both places/)).toBeVisible();
  refusal = undefined;
  await userEvent.click(await screen.findByRole("button", { name: "Make the other code" }));
  expect(await screen.findByText("PDMA-994M")).toBeVisible();
  expect(asked.at(-1)).toEqual({ path: "/api/people/codes", body: { people: [gaz] } });
});

test("without a connection the list says what it needs, and asks again when told to", async () => {
  isOffline = true;
  await open("/people");
  const again = await screen.findByRole("button", { name: "Try again" });
  isOffline = false;
  await userEvent.click(again);
  expect(await screen.findByRole("link", { name: /Denise Barr/ })).toBeVisible();
});

test("[A13] an administrator is asked who the safeguarding lead is, and names one", async () => {
  await openScreens(`/people?person=${named("person", "b")}`, [administrator], account);
  expect(await screen.findByText("Who is your safeguarding lead?")).toBeVisible();
  await userEvent.click(await screen.findByRole("button", { name: "Make safeguarding lead" }));
  await waitFor(() =>
    expect(asked).toEqual([
      {
        path: "/api/memberships",
        body: { role: "safeguarding-lead", org: school, person: named("person", "b") },
      },
    ]),
  );
});

test("[A13] a coordinator names no safeguarding lead, and nobody asks once there is one", async () => {
  const device = await open(`/people?person=${named("person", "b")}`);
  expect(await screen.findByText("Who is your safeguarding lead?")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Make safeguarding lead" })).toBeNull();
  people = [...people, someone(named("person", "x"), "Morag Bell", { roles: ["safeguarding-lead"] })];
  await device.reload("/people");
  expect(await screen.findByText("Private entries, when needed")).toBeVisible();
  expect(screen.queryByText("Who is your safeguarding lead?")).toBeNull();
});
