import { screen } from "@testing-library/react";
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
