/** The first page of a start, by whatever address: read from the disk alone, while the store is not open. */
import { act, render, within } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Id } from "#model/id.ts";
import type { Outcome } from "#model/outcome.ts";
import type { Account } from "#store/account.ts";
import { createDeviceDatabase } from "#store/device-database.ts";
import { createFirstStore } from "#store/first/first-store.ts";
import { createOpening } from "#store/first/opening.ts";
import { readFirst } from "#store/first/reading.ts";
import type { Store } from "#store/store.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import { held, iqbalsAccount, maisiesAccount, maisiesPerson } from "#tests/support/school-on-hand.ts";
import { patience } from "#tests/support/patience.ts";
import { routes } from "./routes.tsx";
import { useSession } from "./session/session.ts";
import { everywhere } from "./words/everywhere.ts";

const joint = held("target", (draft) => {
  draft.type("what", "Cut a housing joint on my own");
  draft.set("strand", "vocational");
  draft.set("place", "a0");
});
const doors = held("log-entry", (draft) => draft.type("did", "Hung two doors at the school"), {
  by: maisiesPerson,
});
const praise = held("comment", (draft) => {
  draft.set("about", doors.envelope.id as Id<"log-entry">);
  draft.type("words", "Straight and level.");
});

/** A device that holds these, its store never open, and the sign of opening on the screen. */
async function startedAt(path: string, account: Account) {
  await openScreens("/me", [joint, doors, praise], account);
  await createDeviceDatabase().arrive(account);
  const reading = await readFirst();
  const neverOpen = createOpening(() => Promise.withResolvers<Outcome<Store>>().promise);
  const store = reading && (await createFirstStore(reading, neverOpen));
  if (!store) throw new Error("nothing was read");
  onTestFinished(() => reading.close());
  act(() => useSession.setState({ state: "signed-in", account, store }, true));
  return createMemoryRouter(routes, { initialEntries: [path] });
}

function show(router: ReturnType<typeof createMemoryRouter>) {
  const { container, unmount } = render(<RouterProvider router={router} />);
  onTestFinished(unmount);
  return within(container);
}

test.for([
  ["/today", "Cut a housing joint on my own"],
  ["/log", "Hung two doors at the school"],
  [`/log/${doors.envelope.id}`, "Straight and level."],
  ["/plan", "Cut a housing joint on my own"],
])("%s is drawn once and whole", async ([path = "", words = ""]) => {
  const router = await startedAt(path, maisiesAccount);
  await vi.waitFor(() => expect(router.state.initialized).toBe(true), patience);
  const page = show(router);
  expect(page.getByText(words)).toBeVisible();
  expect(page.queryByLabelText(everywhere.loading)).toBeNull();
});

test.for([
  ["/caseload", "Maisie Thornton"],
  [`/learner/${maisiesAccount.learner ?? ""}`, "Cut a housing joint on my own"],
])(
  "[S14] a tutor whose lease lasts has %s without waiting for the store",
  async ([path = "", words = ""]) => {
    const page = show(await startedAt(path, iqbalsAccount));
    expect((await page.findAllByText(words))[0]).toBeVisible();
  },
);
