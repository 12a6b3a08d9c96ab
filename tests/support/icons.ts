/**
 * Draws the app's icons as PNG from public/icons/waymark.svg, for devices that take no SVG.
 * Run by `npm run icons` after the drawing changed; the pictures are kept in the repository.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "#tests/support/browser/browser.ts";

const folder = "public/icons";
const drawing = readFileSync(join(folder, "waymark.svg"), "utf8");

/** `ground` fills what lies around the disc; `share` is how much of the width the drawing takes. */
type Icon = {
  readonly file: string;
  readonly size: number;
  readonly ground: string;
  readonly share: number;
};

/** A maskable icon may be cut to a circle of 80 % of its width, so its disc runs off the edges and only the mark shows. */
const icons: readonly Icon[] = [
  { file: "waymark-180.png", size: 180, ground: "#f4ede0", share: 0.82 },
  { file: "waymark-192.png", size: 192, ground: "transparent", share: 1 },
  { file: "waymark-512.png", size: 512, ground: "transparent", share: 1 },
  { file: "waymark-maskable-512.png", size: 512, ground: "#b03c0c", share: 0.94 },
];

const browser = await openBrowser();
const page = await browser.newPage();
for (const { file, size, ground, share } of icons) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}">
      <div style="width:${share * 100}vw">${drawing}</div>`,
  );
  await page.screenshot({ path: join(folder, file), omitBackground: true });
}
await browser.close();
