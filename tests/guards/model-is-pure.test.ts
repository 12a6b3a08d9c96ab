/** The model must not be able to reach a screen, a network, a disk or a console: such code does not compile there. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const outside = ["document", "window", "fetch", "indexedDB", "localStorage", "crypto"];
const machine = ["process", "Buffer", "console", "setTimeout", "performance"];

/** What the compiler says about a file when it is read with the model's settings; empty when it compiles. */
function compiledAsModel(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), "model-is-pure-"));
  const settings = { extends: resolve("src/model/tsconfig.json"), include: ["."], exclude: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "a.ts"), source);
  const { stdout } = spawnSync(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "-p", folder], {
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  return stdout;
}

test.for([...outside, ...machine])("the model does not know %s", (name) => {
  expect(compiledAsModel(`export const found = ${name};\n`)).toContain(`Cannot find name '${name}'`);
});

test("the language itself compiles in the model", () => {
  expect(compiledAsModel("export const today = (days: Set<string>) => [...days].toSorted();\n")).toBe("");
});
