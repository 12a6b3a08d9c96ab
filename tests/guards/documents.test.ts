/** What the documents say of the repository that can be looked up: rules, links, commands, dependencies. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const exclude = ["**/node_modules/**", "dist/**", "data/**", "test-results/**"];
const textOf = (path: string): string => readFileSync(path, "utf8");
const documents = globSync("**/*.md", { exclude });
const settings = JSON.parse(textOf("package.json")) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
};

/** Everything that the first group of a pattern finds in these files. */
const found = (pattern: RegExp, paths: readonly string[]): Set<string> =>
  new Set(paths.flatMap((path) => [...textOf(path).matchAll(pattern)].map(([, group = ""]) => group)));

test("every rule stands in the title of a test, and no test or module names one that there is not", () => {
  const code = globSync("{src,sync-server,tests}/**/*.{ts,tsx}", { exclude });
  const rules = found(/^- \*\*([A-Z]\d+)\*\*/gm, ["src/model/RULES.md"]);
  const proved = found(
    /\[([A-Z]\d+)\]/g,
    code.filter((path) => /\.(test|spec)\.tsx?$/.test(path)),
  );
  const named = new Set(
    [...found(/RULES ([A-Z]\d+(?:, [A-Z]\d+)*)/g, code)].flatMap((list) => list.split(", ")),
  );
  expect([...rules.difference(proved)]).toEqual([]);
  expect([...proved.union(named).difference(rules)]).toEqual([]);
});

test("every link from one document leads to a file or folder", () => {
  const astray = documents.flatMap((path) =>
    [...found(/\]\(([^)#]+)[^)]*\)/g, [path])]
      .filter((link) => !link.startsWith("http") && !existsSync(join(dirname(path), link)))
      .map((link) => `${path}: ${link}`),
  );
  expect(astray).toEqual([]);
});

test("every command that a document names is there", () => {
  const named = found(/npm run (?:-s )?([a-z\d:]+)/g, documents);
  expect([...named].filter((name) => settings.scripts[name] === undefined)).toEqual([]);
});

test("every run-time dependency has a line that says why, and what leaving it would take", () => {
  const told = [...found(/^\| (`[^|]+`) \|/gm, ["README.md"])].flatMap((cell) =>
    cell.split(", ").map((name) => name.replaceAll("`", "")),
  );
  const isTold = (name: string): boolean =>
    told.some((line) => (line.endsWith("*") ? name.startsWith(line.slice(0, -1)) : line === name));
  expect(Object.keys(settings.dependencies).filter((name) => !isTold(name))).toEqual([]);
});
