import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { Id } from "#model/id.ts";
import { derivedId } from "#model/id.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import { reviewIdOf } from "#model/kinds/review.ts";
import { mergeStates } from "#model/record/record.ts";
import { hashOf } from "#model/record/bytes.ts";
import { flushOpenEditors } from "#ui/open-editors.ts";
import { held, iqbal, maisiesAccount, maisiesPerson, school } from "#tests/support/school-on-hand.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";

const { learner = "learner_none" } = maisiesAccount;
const plan = held("plan", (draft) => draft.type("goodAt", "Making things"), { id: planIdOf(learner) });

afterEach(() => vi.restoreAllMocks());

test("a part that cannot be read from the disk says so, what is safe and what helps", async () => {
  await openScreens("/plan", [plan]);
  const change = await screen.findByRole("button", { name: "Change: This is me" });
  vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(() => {
    throw new DOMException("gone", "UnknownError");
  });
  await userEvent.click(change);
  expect(await screen.findByRole("heading", { name: "Something broke on this page" })).toBeVisible();
  expect(screen.getByText(/What you wrote is safe on this device/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Open it again" })).toBeVisible();
});

test("a learner says in place what they are good at, and it is kept", async () => {
  const device = await openScreens("/plan");
  const [say] = await screen.findAllByRole("button", { name: "Say it in your own words" });
  if (say) await userEvent.click(say);
  await userEvent.type(await screen.findByRole("textbox", { name: "I am good at" }), "Fixing bikes");
  await flushOpenEditors();
  await device.reload("/plan");
  expect(await screen.findByText("Fixing bikes")).toBeVisible();
});

test("whoever is done with changing a part is back where they began, not at the page's start", async () => {
  await openScreens("/plan", [plan]);
  await userEvent.click(await screen.findByRole("button", { name: "Change: This is me" }));
  await userEvent.type(await screen.findByRole("textbox", { name: "I am good at" }), " and mending");
  await userEvent.click(screen.getByRole("button", { name: "Done" }));
  await waitFor(() => expect(screen.getByRole("button", { name: "Change: This is me" })).toHaveFocus());

  await userEvent.click(screen.getByRole("button", { name: "Add a goal" }));
  await userEvent.type(await screen.findByRole("textbox", { name: "What is the goal?" }), "Level 1");
  await userEvent.click(screen.getByRole("button", { name: "Done" }));
  await waitFor(() => expect(screen.getByRole("button", { name: "Add a goal" })).toHaveFocus());
});

test("[M12] undo takes back one's own words and leaves what was there", async () => {
  await openScreens("/plan", [plan]);
  await userEvent.click(await screen.findByRole("button", { name: "Change: This is me" }));
  const field = await screen.findByRole("textbox", { name: "I am good at" });
  await userEvent.click(field);
  // At once: what is typed with a pause in it is taken back in as many steps.
  await userEvent.paste(" and mending");
  expect(field).toHaveValue("Making things and mending");
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(field).toHaveValue("Making things"));
});

test("[M12] the keys for undo leave what somebody else wrote meanwhile in the same text", async () => {
  const device = await openScreens("/plan", [plan]);
  await userEvent.click(await screen.findByRole("button", { name: "Change: This is me" }));
  const field = await screen.findByRole("textbox", { name: "I am good at" });
  await userEvent.click(field);
  await userEvent.paste(" and mending");
  await flushOpenEditors();
  await device.store.sync.sendNow();
  device.server.arrive(
    held("plan", (draft) => draft.type("goodAt", "With Farida: "), { id: planIdOf(learner), by: iqbal }),
  );
  await device.store.sync.sendNow();
  await waitFor(() => expect(field).toHaveDisplayValue(/With Farida: /));
  await userEvent.type(field, "{Control>}z{/Control}");
  await waitFor(() => expect(field).not.toHaveDisplayValue(/and mending/));
  expect(field).toHaveDisplayValue(/With Farida: /);
  expect(field).toHaveDisplayValue(/Making things/);
  await userEvent.type(field, "{Control>}y{/Control}");
  await waitFor(() => expect(field).toHaveDisplayValue(/and mending/));
});

test("a goal may be added, and its targets stand under it", async () => {
  const goal = held("objective", (draft) => draft.type("title", "Level 1 Carpentry"));
  const target = held("target", (draft) => {
    draft.type("what", "Cut a housing joint");
    draft.set("objective", goal.envelope.id as Id<"objective">);
  });
  await openScreens("/plan", [goal, target]);
  expect(await screen.findByRole("heading", { name: "Level 1 Carpentry" })).toBeVisible();
  await userEvent.click(screen.getByRole("link", { name: /Cut a housing joint/ }));
  expect(await screen.findByRole("heading", { level: 1, name: "Cut a housing joint" })).toBeVisible();
});

test("a review that was closed can be read again", async () => {
  const closed = held(
    "review-closed",
    (draft) => {
      draft.set("review", reviewIdOf({ learner, series: school }));
      draft.set("series", school);
      draft.set("content", "{}");
    },
    { by: iqbal },
  );
  await openScreens("/plan", [closed]);
  expect(await screen.findByRole("heading", { name: "My reviews so far" })).toBeVisible();
  expect(screen.getByRole("link", { name: /^Review/ })).toHaveAttribute(
    "href",
    `/review/${reviewIdOf({ learner, series: school })}`,
  );
});

test("[M4] two answers are shown side by side until one is chosen", async () => {
  const id = derivedId("target", "two answers");
  const first = held("target", (draft) => draft.type("what", "Be on time"), { id });
  const mine = held("target", (draft) => draft.set("strand", "placement"), { id, by: maisiesPerson });
  const theirs = held("target", (draft) => draft.set("strand", "english"), { id, by: iqbal });
  const state = mergeStates(first.state, mine.state, theirs.state);
  await openScreens("/plan", [{ ...first, state, hash: hashOf(state) }]);
  await userEvent.click(await screen.findByRole("link", { name: /Two answers were kept/ }));
  expect(
    await screen.findByRole("heading", { name: "You chose Placement, Farida Iqbal chose English" }),
  ).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Use English" }));
  expect(await screen.findByRole("alertdialog", { name: "Now it says English" })).toBeVisible();
  await waitFor(() => expect(screen.queryByRole("link", { name: /Two answers were kept/ })).toBeNull());
});

test("an address that names no target says so", async () => {
  await openScreens("/plan/target/nothing");
  expect(await screen.findByText("This target is not here any more.")).toBeVisible();
});
