/** What must stay true of the files themselves, whatever they say. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const made = new Set([".git", "node_modules", "dist", "data", "coverage", "test-results"]);
const pictures = /\.(png|jpe?g|webp|ico|woff2?)$/;

/** Every text file of the repository, by path: not what else lies beside them, as the log of a run that names its folder. */
function textFiles(): readonly string[] {
  const { status, stdout } = spawnSync("git", ["ls-files", "-z"], { encoding: "utf8" });
  const known = status === 0 ? stdout.split("\0").filter((path) => existsSync(path)) : [];
  return (known.length > 0 ? known : filesIn(".")).filter((path) => !pictures.test(path));
}

/** Where the repository came without its history: all that no tool made. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !made.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    });

/** Lines that match, as `path:line: text`. */
const linesWith = (pattern: RegExp, files: readonly string[]): string[] =>
  files.flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );

type Locked = {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
type Lock = { readonly packages: Readonly<Record<string, Locked>> };
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;

test("there is one Dexie, since RxDB fails to start beside a second", () => {
  const copies = Object.keys(lock.packages).filter((path) => /(^|\/)node_modules\/dexie$/.test(path));
  expect(copies).toEqual(["node_modules/dexie"]);
});

test("the lock file names no address to install from", () => {
  const addresses = Object.values(lock.packages).filter((entry) => entry.resolved !== undefined);
  expect(addresses).toEqual([]);
});

test("every platform's binaries are in the lock file, or `npm ci` refuses it on every platform", () => {
  const locked = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, "")));
  const wanted = Object.values(lock.packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}),
  );
  expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
});

test("no file names a registry or a path of somebody's machine", () => {
  const registry = /registry\.npmjs|registry\.yarnpkg|deb\.debian|pypi\.org/;
  const machinePath = /(?<![\w.#-])\/(home|root|Users|work)\/[\w.-]+|[A-Z]:\\Users\\/;
  expect(linesWith(registry, textFiles())).toEqual([]);
  expect(linesWith(machinePath, textFiles())).toEqual([]);
});

test("no check is switched off inside a file", () => {
  const code = textFiles().filter((path) => /\.tsx?$/.test(path));
  expect(linesWith(/(ox|es)lint-disable|@ts-(ignore|nocheck|expect-error)/, code)).toEqual([]);
});

test("every dependency is pinned to one version", () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync("package.json", "utf8"),
  ) as Record<string, Record<string, string>>;
  const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-beta\.\d+)?$/.test(version))).toEqual([]);
});

test("the README says how to start and how to test, in one command each", () => {
  const readme = readFileSync("README.md", "utf8");
  expect(readme).toContain("npm ci && npm start");
  expect(readme).toContain("npm ci && npm test");
});
