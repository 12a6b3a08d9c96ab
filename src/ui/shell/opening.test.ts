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
