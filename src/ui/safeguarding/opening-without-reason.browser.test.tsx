import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Id } from "#model/id.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import { held, maisiesPerson } from "#tests/support/school-on-hand.ts";
import { named } from "#tests/support/written.ts";

const morag = named("person", "b");
const lead = held("person", (draft) => draft.set("name", "Morag Bell"), { id: morag });
const entry = held("log-entry", (draft) => draft.type("did", "My first day"), { by: maisiesPerson });
/** As it comes out of the journal after the server was put back to an older copy. */
const opening = held(
  "private-opened",
  (draft) => draft.set("entries", [entry.envelope.id as Id<"log-entry">]),
  { by: morag },
);

test("[S15] an opening whose reason was lost is told all the same, by whom and that the reason is gone", async () => {
  const device = await openScreens("/today", [entry, lead, opening]);
  const notice = within(await screen.findByRole("article", { name: "Your private entries were opened" }));
  expect(await notice.findByText(/^Morag Bell, safeguarding lead, opened/)).toBeVisible();
  expect(notice.getByText(/^We do not know why any more/)).toBeVisible();
  expect(notice.queryByText("Why:")).toBeNull();
  await device.reload("/me");
  expect(await screen.findByText(/^Morag Bell, safeguarding lead, today/)).toBeVisible();
  expect(screen.getByText(/^We do not know why any more/)).toBeVisible();
  await device.reload(`/log/${entry.envelope.id}`);
  expect(await screen.findByText(/^Morag Bell, safeguarding lead, opened this/)).toBeVisible();
});
