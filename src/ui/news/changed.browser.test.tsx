import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Id } from "#model/id.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import { reviewIdOf, targetOutcomeIdOf } from "#model/kinds/review.ts";
import { deleteDatabases } from "#store/database/delete-databases.ts";
import { openOwnDatabase } from "#store/database/own-database.ts";
import { noSealing } from "#store/database/sealing.ts";
import { flushOpenEditors } from "#ui/open-editors.ts";
import {
  held,
  iqbal,
  iqbalsAccount,
  maisiesAccount,
  maisiesPerson,
  school,
} from "#tests/support/school-on-hand.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import type { OpenScreens } from "#tests/support/browser/screens.tsx";

const { learner = "learner_none" } = maisiesAccount;
const planId = planIdOf(learner);
const plan = held(
  "plan",
  (draft) => {
    draft.type("goodAt", "Making things");
    draft.type("helpWith", "Spelling");
  },
  { id: planId, at: 5 },
);
const target = held(
  "target",
  (draft) => {
    draft.type("what", "Read a drawing");
    draft.item("steps", "one").place("a0");
    draft.item("steps", "one").type("what", "Find the scale");
  },
  { at: 5 },
);
const targetId = target.envelope.id as Id<"target">;

const marks = () => screen.queryAllByText("Changed");
/** Once what was looked at before is known, which what is shown waits for. */
const lookedAt = async ({ store }: OpenScreens, id: Id): Promise<void> =>
  waitFor(async () => expect((await store.looked.at([id]))?.has(id)).toBe(true));

const iqbalAddsAStep = held(
  "target",
  (draft) => {
    draft.item("steps", "two").place("a1");
    draft.item("steps", "two").type("what", "Mark the cuts");
  },
  { id: targetId },
);

test("what somebody else changed in a plan since one last looked is marked at its field, and once looked at no more", async () => {
  const device = await openScreens("/plan", [plan]);
  await screen.findByText("Making things");
  await lookedAt(device, planId);
  expect(marks()).toEqual([]);
  device.server.arrive(held("plan", (draft) => draft.type("helpWith", "And maths. "), { id: planId }));
  await device.reload("/plan");
  const [mark] = await screen.findAllByText("Changed");
  const item = mark?.closest("li");
  expect(item && within(item).getByText("I want help with")).toBeVisible();
  expect(marks()).toHaveLength(1);
  await device.reload("/plan");
  await screen.findByText("Making things");
  await lookedAt(device, planId);
  expect(marks()).toEqual([]);
});

test("a target that was changed is marked until it is looked at, where its steps say what changed", async () => {
  const device = await openScreens("/plan", [plan, target]);
  await screen.findByRole("link", { name: /Read a drawing/ });
  await lookedAt(device, targetId);
  device.server.arrive(iqbalAddsAStep);
  await device.reload("/plan");
  expect(await screen.findByRole("link", { name: /Read a drawing.*Changed/ })).toBeVisible();
  await device.reload("/plan");
  await userEvent.click(await screen.findByRole("link", { name: /Read a drawing.*Changed/ }));
  expect(await screen.findByRole("heading", { name: /Changed/ })).toBeVisible();
  await device.reload("/plan");
  await screen.findByRole("link", { name: /Read a drawing/ });
  await lookedAt(device, targetId);
  expect(marks()).toEqual([]);
});

test("one's own change is never marked, and leaves the mark of another's", async () => {
  const device = await openScreens("/plan", [plan, target]);
  await userEvent.click(await screen.findByRole("link", { name: /Read a drawing/ }));
  const step = await screen.findByRole("checkbox", { name: "Find the scale" });
  await lookedAt(device, targetId);
  await userEvent.click(step);
  await flushOpenEditors();
  await waitFor(() => expect(step).toBeChecked());
  await device.reload("/plan");
  await screen.findByRole("link", { name: /Read a drawing/ });
  expect(marks()).toEqual([]);
  device.server.arrive(held("target", (draft) => draft.type("why", "For my placement"), { id: targetId }));
  await device.store.sync.sendNow();
  expect(await screen.findByRole("link", { name: /Read a drawing.*Changed/ })).toBeVisible();
  const { records } = device.store;
  await records.change(targetId, (draft) => draft.item("steps", "one").set("met", false));
  await device.reload(`/plan/target/${targetId}`);
  await screen.findByText("For my placement");
  await waitFor(() => expect(marks()).toHaveLength(1));
  expect(marks()[0]?.closest("li")?.textContent).toContain("For my placement");
});

test("staff see which target its learner changed, and which box of the plan", async () => {
  const device = await openScreens(`/learner/${learner}`, [plan, target], iqbalsAccount);
  await screen.findByRole("link", { name: /Read a drawing/ });
  await lookedAt(device, targetId);
  await lookedAt(device, planId);
  device.server.arrive(
    held("target", (draft) => draft.item("steps", "one").set("met", true), {
      id: targetId,
      by: maisiesPerson,
    }),
  );
  device.server.arrive(
    held("plan", (draft) => draft.type("interests", "Bikes"), { id: planId, by: maisiesPerson }),
  );
  await device.reload(`/learner/${learner}`);
  await waitFor(() => expect(marks()).toHaveLength(2));
  await userEvent.click(screen.getByRole("link", { name: "Read a drawing" }));
  expect(await screen.findByText("Changed")).toBeVisible();
  expect(screen.getByText("Steps on the way", { selector: "p" })).toBeVisible();
});

test("[R6] what became of a target is marked when somebody else changed it since one last looked", async () => {
  const review = reviewIdOf({ learner, series: school });
  const outcome = targetOutcomeIdOf(review, targetId);
  const first = held(
    "target-outcome",
    (draft) => {
      draft.set("review", review);
      draft.set("target", targetId);
      draft.set("series", school);
      draft.set("outcome", "partly");
    },
    { id: outcome, by: maisiesPerson },
  );
  const open = held(
    "review",
    (draft) => {
      draft.set("series", school);
      draft.set("heldOn", "2026-11-20" as never);
    },
    { id: review },
  );
  const device = await openScreens(
    `/review/${review}?step=targets`,
    [plan, target, open, first],
    iqbalsAccount,
  );
  await screen.findByText("Read a drawing");
  await lookedAt(device, outcome);
  expect(marks().filter((mark) => mark.classList.contains("chip"))).toEqual([]);
  device.server.arrive(
    held("target-outcome", (draft) => draft.type("reason", "Bad weather"), {
      id: outcome,
      by: maisiesPerson,
    }),
  );
  await device.reload(`/review/${review}?step=targets`);
  await waitFor(() => expect(marks().filter((mark) => mark.classList.contains("chip"))).toHaveLength(1));
});

test("what was looked at is this person's on this device, and goes with their database", async () => {
  const own = await openOwnDatabase(iqbal, noSealing);
  await own.looked.noteLooked(new Map([[planId, { goodAt: "abc" }]]));
  expect((await own.looked.lookedAt([planId])).get(planId)).toEqual({ goodAt: "abc" });
  own.close();
  await deleteDatabases(iqbal);
  const again = await openOwnDatabase(iqbal, noSealing);
  expect((await again.looked.lookedAt([planId])).size).toBe(0);
  again.close();
  await deleteDatabases(iqbal);
});
