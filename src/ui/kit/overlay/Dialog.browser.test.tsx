import { cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import "#ui/kit/styles/index.css";
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

test.for([
  ["nothing is typed in closes", false, 2],
  ["something is typed in stays", true, 0],
] as const)(
  "a dialog in which %s at a press beside it and at Escape, and its button closes it",
  async ([, holdsWords, closings]) => {
    const onClose = vi.fn<() => void>();
    render(
      <Dialog title="Add" isOpen onClose={onClose} closeLabel="Close" holdsWords={holdsWords}>
        <input aria-label="Name" />
      </Dialog>,
    );
    await page.elementLocator(document.body).click({ position: { x: 5, y: 5 } });
    await userEvent.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledTimes(closings);
    await userEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(onClose).toHaveBeenCalledTimes(closings + 1);
  },
);
