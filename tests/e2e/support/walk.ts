/** Goes from screen to screen and collects what is in anybody's way on each; remembers at which addresses it has been. */
import type { Page } from "playwright-core";
import { matchRoutes } from "react-router";
import type { RouteObject } from "react-router";
import { routes } from "#ui/routes.tsx";
import { sees } from "./anyone.ts";
import { barriers } from "./barriers.ts";
import { sizes } from "./device.ts";
import { leaving, overflows } from "./overflows.ts";

/** A sheet of A4 between the margins that browsers leave. */
const paper = { width: 718, height: 1047 };

const looked = new Set<string>();

/** The app's addresses as its table of routes has them, without those that only lead on. */
const addressesIn = (table: readonly RouteObject[]): readonly string[] =>
  table.flatMap(({ path, children }) => [
    ...(path === undefined ? [] : [path]),
    ...addressesIn(children ?? []),
  ]);

/** Every address of the app at which no walk of this file has looked. */
export const notLookedAt = (): readonly string[] =>
  addressesIn(routes).filter((address) => !looked.has(address));

/** One person's way through their screens. */
export class Walk {
  readonly found: string[] = [];
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Looks at the screen once these words are on it. */
  async looksAt(screen: string, words: string | RegExp = screen): Promise<void> {
    await sees(this.page, words);
    const { pathname } = new URL(this.page.url());
    looked.add(matchRoutes(routes, pathname)?.at(-1)?.route.path ?? "");
    this.found.push(...(await barriers(this.page, screen)), ...(await overflows(this.page, screen)));
  }

  /** Looks at the screen as it is printed, whatever the theme. */
  async looksAtPaper(screen: string): Promise<void> {
    const before = this.page.viewportSize() ?? sizes.laptop;
    await this.page.setViewportSize(paper);
    await this.page.emulateMedia({ media: "print" });
    this.found.push(...(await barriers(this.page, `${screen} on paper`)));
    this.found.push(...(await leaving(this.page)).map((element) => `${screen} on paper: ${element} outside`));
    await this.page.emulateMedia({ media: "screen" });
    await this.page.setViewportSize(before);
  }

  async opens(path: string, words: string | RegExp): Promise<void> {
    await this.page.goto(path);
    await this.looksAt(path, words);
  }

  /** Presses the first button or link of this name. */
  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole("button", { name }).or(this.page.getByRole("link", { name })).first().click();
  }

  /** Closes the dialog that stands open. */
  async closesDialog(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.page
      .getByRole("dialog")
      .or(this.page.getByRole("alertdialog"))
      .first()
      .waitFor({ state: "hidden" });
  }
}
