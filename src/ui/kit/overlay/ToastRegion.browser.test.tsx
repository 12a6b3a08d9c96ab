import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { Announcer } from "./Announcer.tsx";
import { ToastRegion } from "./ToastRegion.tsx";
import { showToast } from "./toasts.ts";

afterEach(cleanup);

test("a toast says what was done, politely, and Undo takes it back and closes it", async () => {
  const onUndo = vi.fn<() => void>();
  render(
    <>
      <Announcer />
      <ToastRegion label="News" closeLabel="Close" />
    </>,
  );
  act(() => showToast({ words: "Entry deleted.", undo: { label: "Undo", onUndo } }));
  const polite = [...document.querySelectorAll("[aria-live=polite]")].map((place) => place.textContent);
  expect(polite).toContain("Entry deleted.");
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(onUndo).toHaveBeenCalledOnce();
  await waitFor(() => expect(screen.queryByRole("button", { name: "Undo" })).toBeNull());
});
