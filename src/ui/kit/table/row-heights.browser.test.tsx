import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useKeptHeights, useKnownHeights } from "./row-heights.ts";

afterEach(() => {
  cleanup();
  document.documentElement.style.fontSize = "";
});

/** A list of which these rows were measured; it says what it knew when it came. */
function List({ measured }: { readonly measured: Readonly<Record<string, number>> }) {
  const known = useKnownHeights();
  useKeptHeights({ itemSizeCache: new Map(Object.entries(measured)) });
  return <p>{[...known].join(" ")}</p>;
}

const seen = (measured: Readonly<Record<string, number>>): string => {
  const { container, unmount } = render(<List measured={measured} />);
  const said = container.textContent;
  unmount();
  return said;
};

test("a list that comes back knows how high its rows were, until the size of words is another", () => {
  expect(seen({ "entry-1": 210, "entry-2": 95 })).toBe("");
  expect(seen({ "entry-2": 130 })).toBe("entry-1,210 entry-2,95");
  expect(seen({})).toBe("entry-1,210 entry-2,130");
  document.documentElement.style.fontSize = "200%";
  expect(seen({})).toBe("");
});
