import { screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { createId } from "#model/id.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import { day } from "#model/time.ts";
import { held, maisiesAccount } from "#tests/support/school-on-hand.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import { seededRandom } from "#tests/support/seeded-random.ts";

const { learner = "learner_none" } = maisiesAccount;
const random = seededRandom(11);

afterEach(() => {
  document.documentElement.style.fontSize = "";
  document.documentElement.dir = "";
});

/** A road with targets behind and ahead that leads to `destination`. */
function roadTo(destination: string) {
  const target = createId("target", 0, random);
  return [
    held("plan", (draft) => draft.type("destination", destination), { id: planIdOf(learner) }),
    held("learner", (draft) => draft.set("startedOn", day("2026-06-08")), { id: learner }),
    held("target", (draft) => draft.type("what", "Sharpen a chisel"), { id: target }),
    held("target-outcome", (draft) => {
      draft.set("target", target);
      draft.set("outcome", "partly");
    }),
    ...["Cut a joint", "Read a job sheet", "Catch the bus"].map((what) =>
      held("target", (draft) => draft.type("what", what)),
    ),
  ];
}

const cover = (one: Element, other: Element): boolean => {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
};

const stairs = "I want to make stairs and doors for real houses";
const german = "Feuerwehrhauptdienststellenleitungsassistentin werden";
const cases = [
  [360, "100%", "ltr", stairs],
  [360, "200%", "ltr", stairs],
  [360, "200%", "rtl", stairs],
  [360, "200%", "ltr", german],
  [820, "200%", "ltr", german],
  [820, "100%", "rtl", "أريد أن أصبح طباخة في مطعم كبير"],
] as const;

test.for(cases)(
  "at %i px, letters of %s, %s: a road says whole where it leads, and no words cover a sign",
  async ([width, letters, direction, destination]) => {
    await page.viewport(width, 900);
    document.documentElement.style.fontSize = letters;
    document.documentElement.dir = direction;
    await openScreens("/plan", roadTo(destination));
    const road = await screen.findByRole("img", { name: /road/i });
    const map = road.closest(".map") ?? document.body;
    const name = within(map as HTMLElement).getByText(destination);
    const here = within(map as HTMLElement).getByText("You are here");
    const edges = map.getBoundingClientRect();
    for (const words of [name, here]) {
      expect(words).toBeVisible();
      const { left, right, top, bottom } = words.getBoundingClientRect();
      expect([left >= edges.left, right <= edges.right, top >= edges.top, bottom <= edges.bottom]).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect([...road.querySelectorAll(".sg")].filter((sign) => cover(words, sign))).toEqual([]);
    }
    expect(cover(name, here)).toBe(false);
  },
);
