import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { launchOptions } from "./tests/support/browser.ts";

const ownProjects = ["tests/sync/**", "tests/e2e/**"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{src,sync-server,tests}/**/*.test.ts"],
          exclude: ["**/*.browser.test.ts", ...ownProjects],
        },
      },
      {
        test: { name: "sync", include: ["tests/sync/**/*.test.ts"], testTimeout: 60_000 },
      },
      {
        test: {
          name: "browser",
          include: ["{src,tests}/**/*.browser.test.{ts,tsx}"],
          globalSetup: "tests/support/browser-ready.ts",
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions({ fakeMedia: true }) }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
