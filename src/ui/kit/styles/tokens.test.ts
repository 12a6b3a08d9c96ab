/**
 * Contrast, computed from the tokens themselves: text at least 4.5 to 1, marks and outlines at least 3 to 1
 * (WCAG 2.2, 1.4.3 and 1.4.11), in both themes.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

type Tokens = ReadonlyMap<string, string>;

/** The custom properties of the block whose selector is `selector`, in a CSS text without nested braces inside it. */
function tokensOf(selector: string): Tokens {
  const from = css.indexOf(selector);
  if (from < 0) throw new Error(`no block ${selector}`);
  const block = css.slice(css.indexOf("{", from) + 1, css.indexOf("}", from));
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/gu)].map((match) => [match[1] ?? "", match[2] ?? ""]),
  );
}

const light = tokensOf(':root,\n[data-theme="light"]');
const darkBySystem = tokensOf(':root:not([data-theme="light"])');
const darkByHand = tokensOf('\n  [data-theme="dark"]');

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(tokens: Tokens, front: string, ground: string): number {
  const [a, b] = [front, ground].map((name) => {
    const colour = tokens.get(`--${name}`);
    if (!colour || !/^#[\da-f]{6}$/u.test(colour)) throw new Error(`--${name} is not a six-digit colour`);
    return luminance(colour) + 0.05;
  }) as [number, number];
  return Math.max(a, b) / Math.min(a, b);
}

const grounds = ["paper", "sheet", "sunk"];
const hues = ["voc", "me", "eng", "mat", "dig", "plc"];
const tones = ["moss", "water", "gorse", "berry"];

const text: readonly (readonly [string, string])[] = [
  ...grounds.flatMap(
    (ground) =>
      [
        ["ink", ground],
        ["ink-2", ground],
      ] as const,
  ),
  ...["accent-soft", "own", "berry-soft", "water-soft", "gorse-soft"].map(
    (ground) => ["ink", ground] as const,
  ),
  ...["own", "accent-soft"].map((ground) => ["ink-2", ground] as const),
  ...["accent-soft", "sheet", "paper", "sunk"].map((ground) => ["accent-ink", ground] as const),
  ...["accent", "accent-down"].map((ground) => ["on-accent", ground] as const),
  ...tones.flatMap(
    (tone) =>
      [
        [tone, `${tone}-soft`],
        [tone, "sheet"],
        [tone, "paper"],
      ] as const,
  ),
  ...hues.flatMap(
    (hue) =>
      [
        [`st-${hue}`, `st-${hue}-soft`],
        [`st-${hue}`, "sheet"],
        [`st-${hue}`, "paper"],
      ] as const,
  ),
  ["paper", "ink"],
  ["sheet", "ink"],
];

const marks: readonly (readonly [string, string])[] = [
  ...["control", "accent", "focus"].flatMap(
    (mark) =>
      [
        [mark, "paper"],
        [mark, "sheet"],
      ] as const,
  ),
  ["accent", "own"],
  ["accent", "accent-soft"],
  ["focus", "accent-soft"],
  ["accent", "sunk"],
  ...hues.flatMap(
    (hue) =>
      [
        [`st-${hue}-mid`, "paper"],
        [`st-${hue}-mid`, "sheet"],
      ] as const,
  ),
];

test("dark by the system's setting and dark chosen by hand are the same", () => {
  expect(Object.fromEntries(darkByHand)).toEqual(Object.fromEntries(darkBySystem));
});

test("dark says a colour for every colour of light", () => {
  const colours = [...light].filter(([, value]) => value.startsWith("#")).map(([name]) => name);
  expect(colours.filter((name) => !darkByHand.has(name))).toEqual([]);
});

describe.each([["light", light] as const, ["dark", darkByHand] as const])("%s", (_theme, tokens) => {
  test.each(text)("text %s on %s has a contrast of 4.5 or more", (front, ground) => {
    expect(contrast(tokens, front, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(marks)("mark %s on %s has a contrast of 3 or more", (front, ground) => {
    expect(contrast(tokens, front, ground)).toBeGreaterThanOrEqual(3);
  });
});
