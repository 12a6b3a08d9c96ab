/**
 * The built app in dist, as new as its sources: built when there is none or when something changed since.
 * Run before `npm start`, and by Vitest before the first end-to-end test.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a build writes last, so that a build broken off halfway does not count. */
const built = "dist/service-worker.js";
const sources = ["src", "public", "index.html", "package-lock.json", "tsconfig.json", "vite.config.ts"];

/** Builds the app unless it is there and newer than all that it is made of. Throws when the build fails. */
export function setup(): void {
  if (existsSync(built) && sources.every((source) => changedAt(source) <= statSync(built).mtimeMs)) return;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const build = spawnSync(npm, ["run", "build"], {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (build.status !== 0) throw new Error("The app could not be built.");
}

/** When a file, or the newest file under a folder, last changed. Tests are not part of the app. */
function changedAt(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return path.includes(".test.") ? 0 : mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

if (import.meta.main) setup();
