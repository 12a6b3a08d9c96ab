import { Sun } from "lucide-react";
import { expect, test } from "vitest";
import { isCurrent } from "./navigation.ts";

const link = (href: string) => ({ href, word: "Place", icon: Sun });

test("a link is current on its own page and on pages below it", () => {
  expect(isCurrent(link("/log"), "/log")).toBe(true);
  expect(isCurrent(link("/log"), "/log/entry_1")).toBe(true);
});

test("a link is not current on a page that only begins like it, nor the root on every page", () => {
  expect(isCurrent(link("/log"), "/login")).toBe(false);
  expect(isCurrent(link("/"), "/log")).toBe(false);
});
