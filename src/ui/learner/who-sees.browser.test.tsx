import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { iqbalsAccount, maisiesAccount } from "#tests/support/school-on-hand.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";

test("who reads of themselves as “you” still sees the picture that everybody knows them by", async () => {
  await openScreens(`/learner/${maisiesAccount.learner ?? ""}`, [], iqbalsAccount);
  const words = await screen.findByText(/You \(Tutor\)/);
  expect(within(words.parentElement ?? words).getByText("FI")).toBeVisible();
});
