import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { learnerOfPerson } from "#model/id.ts";
import type { Id } from "#model/id.ts";
import { reviewIdOf } from "#model/kinds/review.ts";
import { held, maisiesPerson, school } from "#tests/support/school-on-hand.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";

const learner = learnerOfPerson(maisiesPerson);
const address = `/prepare/${reviewIdOf({ learner, series: school })}`;

const entryOf = (words: string) =>
  held("log-entry", (draft) => draft.type("did", words), { by: maisiesPerson });

const shared = (entry: ReturnType<typeof entryOf>) =>
  held(
    "sharing-choice",
    (draft) => {
      draft.set("entry", entry.envelope.id as Id<"log-entry">);
      draft.set("sharedWith", "tutor");
      draft.set("replaces", []);
    },
    { by: maisiesPerson },
  );

const reminderOf = async (words: string) => {
  const card = (await screen.findByText(words)).closest(".card");
  if (!(card instanceof HTMLElement)) throw new Error("The entry stands on no card.");
  return within(card);
};

test("getting ready says who can see it: everybody who reads the plan, not the tutor alone", async () => {
  await openScreens(address);
  expect(await screen.findByText("People who work with you can see this, as you write.")).toBeVisible();
  expect(screen.queryByText(/Farida Iqbal/)).toBeNull();
});

test("an entry that is only me says so, and what using its words would do", async () => {
  const [door, secret] = [entryOf("Hung a door"), entryOf("Cried in the van")];
  await openScreens(address, [door, secret, shared(door)]);
  const warning = "If you use these words, people who work with you can see them.";
  const alone = await reminderOf("Cried in the van");
  expect(alone.getByText("Only me")).toBeVisible();
  expect(alone.getByText(warning)).toBeVisible();
  expect((await reminderOf("Hung a door")).queryByText(warning)).toBeNull();
});

test("words from the log that are used twice stand once", async () => {
  const door = entryOf("Hung a door");
  await openScreens(address, [door, shared(door)]);
  await userEvent.dblClick(await screen.findByRole("button", { name: "Use these words" }));
  expect(await screen.findByDisplayValue("Hung a door")).toBeVisible();
  expect(await screen.findByRole("alertdialog", { name: "These words are there already." })).toBeVisible();
});
