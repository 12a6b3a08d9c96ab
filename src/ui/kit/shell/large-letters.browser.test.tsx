import { cleanup, render, screen } from "@testing-library/react";
import { House, NotebookPen, Signpost, UserRound } from "lucide-react";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { page } from "vitest/browser";
import { BottomBar } from "./BottomBar.tsx";
import { SkipLink } from "./SkipLink.tsx";
import "#ui/kit/styles/index.css";

const links = [
  { href: "/", word: "Today", icon: House },
  { href: "/log", word: "My log", icon: NotebookPen },
  { href: "/plan", word: "My plan", icon: Signpost },
  { href: "/me", word: "Me", icon: UserRound },
];

beforeEach(() => void (document.documentElement.style.fontSize = "200%"));

afterEach(async () => {
  cleanup();
  document.documentElement.style.fontSize = "";
  await page.viewport(414, 896);
});

async function showAt(width: number): Promise<void> {
  await page.viewport(width, 740);
  const root = document.body.appendChild(document.createElement("div"));
  root.id = "root";
  onTestFinished(() => root.remove());
  render(
    <>
      <SkipLink label="Skip to the main part" />
      <BottomBar label="Main" links={links} path="/" />
    </>,
    { container: root },
  );
  await document.fonts.ready;
}

/** Where the letters of a place stand. */
function wordOf(place: Element): DOMRect {
  const range = document.createRange();
  for (const node of place.childNodes) if (node.nodeType === Node.TEXT_NODE) range.selectNodeContents(node);
  return range.getBoundingClientRect();
}

test.for([360, 320])(
  "with letters twice as large, %i px wide, the icons of the bottom bar stand in one line, clear of their words",
  async (width) => {
    await showAt(width);
    const places = screen.getAllByRole("link").filter((link) => link.closest("nav"));
    const icons = places.map((place) => place.querySelector("svg")?.getBoundingClientRect());
    expect(places).toHaveLength(4);
    expect(new Set(icons.map((icon) => icon?.top)).size).toBe(1);
    for (const [at, place] of places.entries()) {
      const word = wordOf(place);
      expect(word.top - (icons[at]?.bottom ?? word.top)).toBeGreaterThanOrEqual(6);
      expect(word.left).toBeGreaterThanOrEqual(0);
      expect(word.right).toBeLessThanOrEqual(width);
    }
  },
);

test("a way past the places is out of sight until it has the focus, whatever the size of its letters", async () => {
  await showAt(320);
  const skip = screen.getByRole("link", { name: "Skip to the main part" });
  expect(skip.getBoundingClientRect().bottom).toBeLessThan(0);
  skip.focus();
  expect(skip.getBoundingClientRect().top).toBeGreaterThan(0);
});
