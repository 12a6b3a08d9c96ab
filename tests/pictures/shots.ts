/** Which pictures there are: whose device, which screen, light or dark. */
import type { Page } from "playwright-core";

/** A device as the browser plays it. */
export interface Device {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly hasTouch: boolean;
  /** Dots of the picture to a pixel of the page. */
  readonly scale: number;
}

/** One picture. */
export interface Shot {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly userName: string;
  readonly device: Device;
  readonly isDark?: boolean;
  /** Goes from the start screen to what is shown. */
  readonly show: (page: Page) => Promise<void>;
}

const phone: Device = { viewport: { width: 390, height: 780 }, hasTouch: true, scale: 2 };
const tablet: Device = { viewport: { width: 820, height: 1080 }, hasTouch: true, scale: 1.5 };
const laptop: Device = { viewport: { width: 1440, height: 900 }, hasTouch: false, scale: 1.25 };

const learner = "Maisie Thornton";

const goTo = (page: Page, place: string): Promise<void> =>
  page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: place }).click();

async function openLearner(page: Page): Promise<void> {
  await page.getByRole("row", { name: learner }).getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: learner }).waitFor();
}

/** In the order of the README. */
export const shots: readonly Shot[] = [
  {
    name: "learner-today",
    userName: "maisie.t",
    device: phone,
    show: (page) => page.getByRole("radio").first().waitFor(),
  },
  {
    name: "learner-log-dark",
    userName: "maisie.t",
    device: phone,
    isDark: true,
    show: async (page) => {
      await goTo(page, "My log");
      await page.getByRole("article").first().waitFor();
    },
  },
  {
    name: "learner-plan",
    userName: "maisie.t",
    device: phone,
    show: async (page) => {
      await goTo(page, "My plan");
      await page.getByRole("heading", { level: 2 }).first().waitFor();
    },
  },
  {
    name: "tutor-caseload",
    userName: "f.iqbal",
    device: laptop,
    show: (page) => page.getByRole("row", { name: learner }).waitFor(),
  },
  {
    name: "tutor-learner-dark",
    userName: "f.iqbal",
    device: laptop,
    isDark: true,
    show: openLearner,
  },
  {
    name: "tutor-review",
    userName: "f.iqbal",
    device: tablet,
    show: async (page) => {
      await openLearner(page);
      await page.getByRole("button", { name: /^(Start|Go on with)/ }).click();
      await page.getByRole("heading", { name: "What happened since last time?" }).waitFor();
    },
  },
];
