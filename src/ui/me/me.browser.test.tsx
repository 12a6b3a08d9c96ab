import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { iqbalsAccount, maisiesAccount } from "#tests/support/school-on-hand.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";

test.for([iqbalsAccount, maisiesAccount])(
  "on a laptop, what ends $name’s own page stands right under what is above it",
  async (account) => {
    await page.viewport(1440, 900);
    await openScreens("/me", [], account);
    const signOut = await screen.findByRole("button", { name: "Sign out" });
    const { top, left, right } = signOut.getBoundingClientRect();
    const above = screen
      .getAllByRole("heading", { level: 2 })
      .map((heading) => heading.closest("section")?.getBoundingClientRect())
      .filter((section) => section !== undefined && section.left < right && left < section.right)
      .map((section) => section?.bottom ?? 0);
    expect(top - Math.max(...above)).toBeLessThan(60);
  },
);

test("a press beside it or Escape drops nothing of a password that is being changed", async () => {
  await openScreens("/me", [], maisiesAccount);
  await userEvent.click(await screen.findByRole("button", { name: "Change my password" }));
  const field = await screen.findByLabelText("Your password now");
  await userEvent.type(field, "as before");
  await page.elementLocator(document.body).click({ position: { x: 5, y: 5 } });
  await userEvent.keyboard("{Escape}");
  expect(screen.getByLabelText("Your password now")).toHaveValue("as before");
});
