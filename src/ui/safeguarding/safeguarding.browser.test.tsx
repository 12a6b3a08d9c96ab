import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OpenedPrivate, SafeguardedLearner } from "#model/wire/api.ts";
import type { Id, PersonId } from "#model/id.ts";
import { learnerOfPerson } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import { createState, project } from "#model/record/record.ts";
import type { Account } from "#store/account.ts";
import {
  held,
  iqbal,
  iqbalsAccount,
  maisiesAccount,
  maisiesPerson,
  school,
} from "#tests/support/school-on-hand.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { named } from "#tests/support/written.ts";

const morag = named("person", "b");
const maisie = learnerOfPerson(maisiesPerson);

const moragsAccount: Account = {
  person: morag,
  name: "Morag Bell",
  userName: "m.bell",
  device: "device-4",
  home: "tutor",
  start: "safeguarding",
  signedInAt: 0,
};

const lead = () => held("person", (draft) => draft.set("name", "Morag Bell"), { id: morag });

/** That somebody is the safeguarding lead, said about the school. */
function namingOf(person: PersonId, at = Date.now()) {
  const record = held(
    "membership",
    (draft) => {
      draft.set("role", "safeguarding-lead");
      draft.set("person", person);
    },
    { at },
  );
  const { learner: _learner, ...envelope } = record.envelope;
  return { ...record, envelope: { ...envelope, org: school } };
}

const naming = (at?: number) => namingOf(morag, at);

const anEntry = (words: string, at = Date.now()) =>
  held("log-entry", (draft) => draft.type("did", words), { by: maisiesPerson, at });

const anOpening = (entry: ReturnType<typeof anEntry>) =>
  held(
    "private-opened",
    (draft) => {
      draft.set("name", "Morag Bell");
      draft.set("reason", "Your teacher saw a bruise");
      draft.set("entries", [entry.envelope.id as Id<"log-entry">]);
    },
    { by: morag },
  );

const learners: readonly SafeguardedLearner[] = [
  { learner: maisie, name: "Maisie Thornton", programme: "Joinery", tutors: ["Farida Iqbal"] },
];

const secret = "I am scared to go home";

const opened = (): OpenedPrivate => {
  const kind = kindOf("log-entry");
  const state = createState(kind, (draft) => draft.type("did", secret), {
    person: maisiesPerson,
    random: seededRandom(5),
  });
  const value = project(kind, state);
  return { openedAt: Date.now(), entries: [{ id: named("log-entry", "e"), createdAt: 0, value }] };
};

/** What the server was asked to open, and what it gives. */
let asked: unknown[];
let mine: readonly SafeguardedLearner[];

beforeEach(() => {
  asked = [];
  mine = learners;
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (path === "/api/safeguarding/learners") return Response.json(mine);
    if (path !== "/api/safeguarding/open")
      return Response.json({ problem: { code: "not-found" } }, { status: 404 });
    asked.push(JSON.parse(init.body as string));
    return Response.json(opened());
  });
});

afterEach(() => vi.unstubAllGlobals());

const openPanel = async (): Promise<HTMLElement> => {
  await userEvent.click(await screen.findByRole("button", { name: /Only me/ }));
  return screen.findByRole("dialog");
};

test("[A17] “only me” promises what is kept, and names the safeguarding lead", async () => {
  const entry = anEntry("My first day");
  await openScreens(`/log/${entry.envelope.id}`, [entry, lead(), naming()]);
  const panel = within(await openPanel());
  expect(
    panel.getByText(
      "Only you. If we are worried about your safety, the safeguarding lead can open it, and you can see that they did.",
    ),
  ).toBeVisible();
  expect(panel.getByText("Morag Bell is the safeguarding lead here.")).toBeVisible();
});

test("[A17] “only me” says “Only you.” where nobody is named who could open it", async () => {
  const entry = anEntry("My first day");
  await openScreens(`/log/${entry.envelope.id}`, [entry]);
  const panel = within(await openPanel());
  expect(panel.getByText("Only you.")).toBeVisible();
  expect(panel.queryByText(/safeguarding/)).toBeNull();
});

test("[A14] a learner is told that private entries were opened until they say they read it", async () => {
  const entry = anEntry("My first day");
  // Signed in after it happened: what came before a new device must not be missed either.
  const account = { ...maisiesAccount, signedInAt: Date.now() + 60_000 };
  const device = await openScreens("/today", [entry, anOpening(entry)], account);
  const told = async () => screen.findByRole("article", { name: "Your private entries were opened" });
  expect(within(await told()).getByText(/^Morag Bell, safeguarding lead, opened/)).toBeVisible();
  expect(within(await told()).getByText("Your teacher saw a bruise")).toBeVisible();
  await device.reload("/today");
  await userEvent.click(within(await told()).getByRole("button", { name: "I have read this" }));
  expect(screen.queryByText("Your private entries were opened")).toBeNull();
  await device.reload("/today");
  await screen.findByRole("link", { name: /Write/ });
  expect(screen.queryByText("Your private entries were opened")).toBeNull();
});

test("[A14] that it was opened stays on the page about oneself", async () => {
  const entry = anEntry("My first day");
  await openScreens("/me", [entry, lead(), naming(), anOpening(entry)]);
  expect(await screen.findByRole("heading", { name: "When private entries were opened" })).toBeVisible();
  expect(screen.getByText(/^Morag Bell, safeguarding lead, today/)).toBeVisible();
});

test("[A14] an entry that was opened says so, and another does not", async () => {
  const [entry, other] = [anEntry("My first day"), anEntry("My second day")];
  const device = await openScreens(`/log/${entry.envelope.id}`, [entry, other, anOpening(entry)]);
  expect(await screen.findByText(/opened this/)).toBeVisible();
  await device.reload(`/log/${other.envelope.id}`);
  await screen.findByText("My second day");
  expect(screen.queryByText(/opened this/)).toBeNull();
});

test("[A17] who kept something before a safeguarding lead was named is told when one is", async () => {
  const entry = anEntry("My first day", Date.now() - 1000);
  await openScreens("/today", [entry, lead(), naming()]);
  expect(await screen.findByText("Morag Bell is the safeguarding lead now")).toBeVisible();
});

test("[A17] that somebody was named is told until the learner says they read it", async () => {
  const entry = anEntry("My first day", Date.now() - 1000);
  const device = await openScreens("/today", [entry, lead(), naming()]);
  await userEvent.click(await screen.findByRole("button", { name: "I have read this" }));
  await device.reload("/today");
  await screen.findByRole("link", { name: /Write/ });
  expect(screen.queryByText("Morag Bell is the safeguarding lead now")).toBeNull();
});

test("[A17] who kept nothing before a safeguarding lead was named is told nothing", async () => {
  const entry = anEntry("My first day");
  await openScreens("/today", [entry, lead(), naming(Date.now() - 1000)]);
  await screen.findByRole("link", { name: /Write/ });
  expect(screen.queryByText(/is the safeguarding lead now/)).toBeNull();
});

/** Everything this browser keeps for this address, as text. */
async function everythingKept(): Promise<string> {
  const kept: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener("success", () => resolve(opening.result));
      opening.addEventListener("error", () => reject(opening.error ?? new Error(name)));
    });
    for (const store of database.objectStoreNames) {
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.addEventListener("success", () => resolve(reading.result));
        reading.addEventListener("error", () => reject(reading.error ?? new Error(store)));
      });
      kept.push(JSON.stringify(rows));
    }
    database.close();
  }
  return kept.join("\n");
}

test("[A14] [A15] a safeguarding lead says why, is asked again, reads, and nothing stays", async () => {
  await openScreens("/", [lead(), naming()], moragsAccount);
  await userEvent.click(await screen.findByRole("link", { name: /Maisie Thornton/ }));
  expect(await screen.findByText("Maisie will see that you opened these, when, and why.")).toBeVisible();
  const goOn = screen.getByRole("button", { name: "Go on" });
  expect(goOn).toBeDisabled();
  await userEvent.type(screen.getByRole("textbox", { name: "Why are you opening them?" }), " A bruise ");
  await userEvent.click(goOn);
  const sure = await screen.findByRole("alertdialog", { name: "Open Maisie’s private entries?" });
  expect(asked).toEqual([]);
  await userEvent.click(within(sure).getByRole("button", { name: "Open them" }));
  expect(await screen.findByText(secret)).toBeVisible();
  expect(asked).toEqual([{ learner: maisie, reason: "A bruise" }]);
  const kept = await everythingKept();
  expect(kept).toContain("Morag Bell");
  expect(kept).not.toContain(secret);
  await userEvent.click(screen.getByRole("link", { name: "Me" }));
  await waitFor(() => expect(screen.queryByText(secret)).toBeNull());
  await userEvent.click(screen.getAllByRole("link", { name: "Safeguarding" })[0] as HTMLElement);
  await userEvent.click(await screen.findByRole("link", { name: /Maisie Thornton/ }));
  expect(await screen.findByRole("textbox", { name: "Why are you opening them?" })).toHaveValue("");
  expect(screen.queryByText(secret)).toBeNull();
});

test("[A15] a page that the browser puts aside keeps nothing of what stood on it", async () => {
  await openScreens(`/safeguarding/${maisie}`, [lead(), naming()], moragsAccount);
  await userEvent.type(await screen.findByRole("textbox", { name: "Why are you opening them?" }), "A bruise");
  await userEvent.click(screen.getByRole("button", { name: "Go on" }));
  await userEvent.click(await screen.findByRole("button", { name: "Open them" }));
  await screen.findByText(secret);
  window.dispatchEvent(new PageTransitionEvent("pagehide"));
  await waitFor(() => expect(screen.queryByText(secret)).toBeNull());
});

test("[A14] without a connection nothing is opened, and the words of the reason stay", async () => {
  await openScreens(`/safeguarding/${maisie}`, [lead(), naming()], moragsAccount);
  const reason = await screen.findByRole("textbox", { name: "Why are you opening them?" });
  await userEvent.type(reason, "A bruise");
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  window.dispatchEvent(new Event("offline"));
  expect(await screen.findByText(/You need signal for this/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Go on" })).toBeDisabled();
  online.mockRestore();
  window.dispatchEvent(new Event("online"));
  await waitFor(() => expect(screen.getByRole("button", { name: "Go on" })).toBeEnabled());
  expect(reason).toHaveValue("A bruise");
});

test("[A13] whoever is no safeguarding lead finds no learner there", async () => {
  mine = [];
  await openScreens(`/safeguarding/${maisie}`, [], { ...moragsAccount, home: "coordinator" });
  expect(await screen.findByText("There are no learners for you here")).toBeVisible();
  expect(screen.queryByRole("textbox")).toBeNull();
});

test("[A13] on a learner's page only a safeguarding lead with a connection finds the way in", async () => {
  await openScreens(`/learner/${maisie}`, [namingOf(iqbal)], iqbalsAccount);
  const link = await screen.findByRole("link", { name: "Open private entries" });
  expect(link).toHaveAttribute("href", `/safeguarding/${maisie}`);
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  window.dispatchEvent(new Event("offline"));
  await waitFor(() => expect(screen.queryByRole("link", { name: "Open private entries" })).toBeNull());
  online.mockRestore();
});

test("[A13] a tutor who is no safeguarding lead finds no way in", async () => {
  await openScreens(`/learner/${maisie}`, [lead(), naming()], iqbalsAccount);
  await screen.findByRole("button", { name: "Comment" });
  expect(screen.queryByRole("link", { name: "Open private entries" })).toBeNull();
});
