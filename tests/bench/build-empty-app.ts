/** The empty app as files, built and kept offline in the same way as the product. */
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/** Builds the empty app into a folder. */
export async function buildEmptyApp(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: "tests/bench/empty-app",
    logLevel: "warn",
    mode: "production",
    build: { outDir: folder, emptyOutDir: true },
    plugins: [
      react(),
      VitePWA({
        strategies: "injectManifest",
        srcDir: resolve("src"),
        filename: "service-worker.ts",
        registerType: "prompt",
        injectRegister: false,
        injectManifest: { rollupFormat: "iife" },
      }),
    ],
  });
}
