import { defineConfig } from "vitest/config";

/** Where tests of a process of their own live; they have their own projects. */
const otherProjects = ["tests/sync/**", "tests/e2e/**"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["{src,sync-server,tests}/**/*.test.ts"],
          exclude: ["**/*.browser.test.ts", ...otherProjects],
        },
      },
    ],
  },
});
