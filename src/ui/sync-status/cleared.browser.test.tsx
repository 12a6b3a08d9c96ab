import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { openScreens } from "#tests/support/browser/screens.tsx";

afterEach(() => vi.restoreAllMocks());

test("that the browser cleared what was kept is said once; over the words only that they are not saved", async () => {
  const listened = vi.spyOn(IDBDatabase.prototype, "addEventListener");
  await openScreens("/log/new");
  const field = await screen.findByRole("textbox", { name: "What did you do?" });
  await userEvent.type(field, "Hung");
  await screen.findByText(/^Saved on this/);
  // As the browser does it: connections end, and nothing is there any more.
  vi.spyOn(indexedDB, "databases").mockResolvedValue([]);
  for (const connection of new Set(listened.mock.contexts as IDBDatabase[])) {
    connection.close();
    connection.dispatchEvent(new Event("close"));
  }
  expect(await screen.findByRole("alert", { name: "The browser cleared what was kept here" })).toBeVisible();
  await userEvent.type(field, " two doors");
  expect(await screen.findByText(/^Not saved/)).toHaveTextContent("Not saved.");
  expect(screen.getAllByText(/The browser cleared what was kept here/)).toHaveLength(1);
});
