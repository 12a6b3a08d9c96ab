/** Builds the app and its service worker, and runs every kind of test. */
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { type ManifestOptions, VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import { launchOptions } from "./tests/support/browser/browser.ts";
import { patience, patienceOfStories } from "./tests/support/patience.ts";

/** The token `--paper`: the ground that everything stands on. */
const paper = "#f4ede0";

const manifest: Partial<ManifestOptions> = {
  id: "/",
  name: "Waymark",
  short_name: "Waymark",
  description: "Your plan, your log and your reviews, with or without a connection.",
  lang: "en-GB",
  start_url: "/today",
  scope: "/",
  display: "standalone",
  background_color: paper,
  theme_color: paper,
  categories: ["education"],
  icons: [
    { src: "/icons/waymark.svg", sizes: "any", type: "image/svg+xml" },
    { src: "/icons/waymark-192.png", sizes: "192x192", type: "image/png" },
    { src: "/icons/waymark-512.png", sizes: "512x512", type: "image/png" },
    { src: "/icons/waymark-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ],
  shortcuts: [
    { name: "Write", url: "/log/new" },
    { name: "My plan", url: "/plan" },
    { name: "Today", url: "/today" },
  ],
};

const serviceWorker = VitePWA({
  strategies: "injectManifest",
  srcDir: "src",
  filename: "service-worker.ts",
  registerType: "prompt",
  injectRegister: false,
  manifest,
  // The browser asks for an icon when it needs one; only what a screen needs is kept for use offline.
  includeManifestIcons: false,
  injectManifest: { rollupFormat: "iife", globPatterns: ["**/*.{html,js,css,svg,woff2}"] },
});

/**
 * All that a learner's start screen stands on is one file, so that a slow phone waits for one and not for sixty;
 * what only other screens need stays with them.
 */
const firstScreen = { name: "first-screen", test: /[\\/]src[\\/]ui[\\/](?:main|home[\\/]Today)\.tsx$/ };

/** Tests that need many devices, many processes or a whole browser story have folders and projects of their own. */
const ownProjects = ["tests/{sync,hostile,nemesis,restore,e2e}/**"];

/** What the screens and their tests import from npm. */
const browserTestDependencies = [
  "@testing-library/react",
  "@testing-library/user-event",
  "lucide-react",
  "react",
  "react-aria-components",
  "react-dom",
  "react-dom/client",
  "react/jsx-dev-runtime",
  "zustand",
];

export default defineConfig({
  plugins: [react(), serviceWorker],
  // The server is told the address that the page has, or it takes what the page sends for another origin's.
  server: { proxy: { "/api": { target: "http://localhost:8080", changeOrigin: false } } },
  build: {
    // The start screen's one file, in KB.
    chunkSizeWarningLimit: 1000,
    // Every browser that the app runs in knows it; without it the page names its files itself and waits for one fewer.
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [firstScreen] } } },
  },
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{src,sync-server,tests}/**/*.test.ts"],
          exclude: ["**/*.{browser,postgres}.test.ts", ...ownProjects],
          testTimeout: 20_000,
          hookTimeout: 20_000,
          // One file’s modules serve the next: a test makes what it changes, and loading them anew took half the time.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "sync",
          include: ["tests/{sync,hostile,nemesis,restore}/**/*.test.ts"],
          exclude: ["**/*.postgres.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "postgres",
          include: ["{sync-server,tests}/**/*.postgres.test.ts"],
          globalSetup: "tests/support/postgres/postgres-ready.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Named here because one that is met in the middle of a run reloads the page under its test.
        optimizeDeps: { include: browserTestDependencies },
        test: {
          name: "browser",
          include: ["{src,tests}/**/*.browser.test.{ts,tsx}"],
          globalSetup: "tests/support/browser/browser-ready.ts",
          setupFiles: "tests/support/browser/patient.ts",
          testTimeout: 20_000,
          expect: { poll: patience },
          sequence: { groupOrder: 2 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions({ fakeMedia: true }) }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.spec.ts"],
          globalSetup: [
            "tests/support/browser/browser-ready.ts",
            "sync-server/start/app-ready.ts",
            "tests/e2e/support/demo-ready.ts",
          ],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          expect: { poll: patienceOfStories },
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
