import { act, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { day } from "#model/time.ts";
import { useSession } from "#ui/session/session.ts";
import { held, iqbal } from "#tests/support/school-on-hand.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";

const joint = held("target", (draft) => {
  draft.type("what", "Cut a housing joint on my own");
  draft.set("strand", "vocational");
  draft.set("dueOn", day("2030-12-10"));
  draft.set("place", "a0");
});

const praise = held(
  "comment",
  (draft) => {
    draft.set("about", joint.envelope.id as `target_${string}`);
    draft.type("words", "That joint was square.");
  },
  { by: iqbal },
);

test("a face saves at once, and undo takes it back", async () => {
  await openScreens("/today", [joint]);
  await userEvent.click(await screen.findByRole("radio", { name: "Good" }));
  expect(await screen.findByRole("alertdialog", { name: "Saved: Good" })).toBeVisible();
  await waitFor(() => expect(screen.getByRole("radio", { name: "Good" })).toBeChecked());

  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(screen.getByRole("radio", { name: "Good" })).not.toBeChecked());
});

test("a further face on the same day leaves one way back, to the one before", async () => {
  await openScreens("/today", [joint]);
  await userEvent.click(await screen.findByRole("radio", { name: "Stuck" }));
  expect(await screen.findByRole("alertdialog", { name: "Saved: Stuck" })).toBeVisible();
  await waitFor(() => expect(screen.getByRole("radio", { name: "Stuck" })).toBeChecked());
  await userEvent.click(screen.getByRole("radio", { name: "Good" }));
  expect(await screen.findByRole("alertdialog", { name: "Saved: Good" })).toBeVisible();
  await waitFor(() => expect(screen.queryByRole("alertdialog", { name: "Saved: Stuck" })).toBeNull());
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(screen.getByRole("radio", { name: "Stuck" })).toBeChecked());
});

test("news of what somebody did, and the way to take it back, go with them when they sign out", async () => {
  await openScreens("/today", [joint]);
  await userEvent.click(await screen.findByRole("radio", { name: "Good" }));
  expect(await screen.findByRole("alertdialog", { name: "Saved: Good" })).toBeVisible();
  act(() => useSession.setState({ state: "signed-out", hasLeft: true }, true));
  expect(await screen.findByRole("textbox", { name: "User name" })).toBeVisible();
  expect(screen.queryByRole("alertdialog", { name: "Saved: Good" })).toBeNull();
});

test("a face given with no signal is still there after a reload", async () => {
  const device = await openScreens("/today", [joint]);
  device.server.cut(true);
  await userEvent.click(await screen.findByRole("radio", { name: "Hard" }));
  await screen.findByRole("alertdialog", { name: "Saved: Hard" });
  await device.reload("/today");
  expect(await screen.findByText("Hard today")).toBeVisible();
});

test("what others said since one last looked is marked, and no longer the next time", async () => {
  const device = await openScreens("/today", [joint, praise]);
  expect(await screen.findByText("That joint was square.")).toBeVisible();
  expect(await screen.findByText("1 new")).toBeVisible();
  screen.getByText("That joint was square.").scrollIntoView();
  await waitFor(async () => expect(await device.store.seen.at("what-others-said")).toBeDefined());
  await device.reload("/today");
  expect(await screen.findByText("That joint was square.")).toBeVisible();
  expect(screen.queryByText("1 new")).toBeNull();
});

test("with nothing set yet, Today says who makes targets happen and offers one thing to do", async () => {
  await openScreens("/today");
  expect(await screen.findByRole("heading", { name: "Your trail starts here" })).toBeVisible();
  expect(await screen.findByText(/You and Farida Iqbal/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Say what you are good at" })).toBeVisible();
});

test("a learner is ready for a review before anybody has started it", async () => {
  const device = await openScreens("/today", [joint]);
  await userEvent.click(await screen.findByRole("link", { name: "Get ready" }));
  await userEvent.type(
    await screen.findByRole("textbox", { name: "What did you learn?" }),
    "To mark both sides",
  );
  await userEvent.click(screen.getByRole("button", { name: "Next part" }));
  await userEvent.click(await screen.findByRole("radio", { name: "OK" }));
  await device.reload("/today");
  expect(await screen.findByText("2 of 4 done.")).toBeVisible();
});
