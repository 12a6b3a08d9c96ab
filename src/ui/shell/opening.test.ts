/** The page that stands there before any script has run. */
import { readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Opening } from "./Opening.tsx";

const withoutSpaces = (markup: string): string =>
  markup
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll(/(?<=>) | (?=<)| ?(?=\/?>)/g, "")
    .replaceAll("/>", ">");

test("the page shows the sign of opening before the app has started, as the app does", () => {
  const page = withoutSpaces(readFileSync("index.html", "utf8"));
  const opening = withoutSpaces(renderToStaticMarkup(createElement(Opening)));
  const bare = opening.replaceAll(/<\/(?:circle|path)>/g, "");
  expect(page).toContain(bare);
});

test("every face the page asks for early is one that the style sheet uses, so that none is fetched for nothing", () => {
  const page = readFileSync("index.html", "utf8");
  const styles = readFileSync("src/ui/kit/styles/fonts.css", "utf8");
  const early = [...page.matchAll(/href="\/node_modules\/(?<file>[^"]+)"/g)].map(
    ({ groups }) => groups?.["file"],
  );
  expect(early.length).toBeGreaterThan(0);
  for (const file of early) expect(styles).toContain(`url("${file}")`);
});
