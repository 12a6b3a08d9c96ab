import { cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { Dialog } from "./Dialog.tsx";

afterEach(cleanup);

test("a dialog is named by its title and closes by its button and by Escape", async () => {
  const onClose = vi.fn<() => void>();
  render(
    <Dialog title="Saved here" isOpen onClose={onClose} closeLabel="Close">
      All sent.
    </Dialog>,
  );
  expect(screen.getByRole("dialog", { name: "Saved here" })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Close" }));
  await userEvent.keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledTimes(2);
});

test("a question that cannot be undone is an alert dialog", () => {
  render(
    <Dialog title="Delete it?" isOpen isAlert onClose={() => undefined} closeLabel="Close">
      It is gone for good.
    </Dialog>,
  );
  expect(screen.getByRole("alertdialog", { name: "Delete it?" })).toBeDefined();
});
