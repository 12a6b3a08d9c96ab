/**
 * A guard that never barks is worse than none: each import rule is broken on purpose, in files laid out
 * like this repository under a temporary folder, and the linter must complain with the rule's own words.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

/** A file and what it says. */
type Line = readonly [file: string, line: string];
/** A file, what it says, and words of the rule that this breaks. */
type Breach = readonly [...Line, words: string];

const order = "Imports go ui → store → model ← sync-server.";
const shipped = "Nothing that ships imports tests.";
const yjs = "Only the record knows Yjs";
const rxdb = "Only src/store knows RxDB and Dexie.";
const kit = "The kit knows no domain word";
const reach = "Only src/store reaches the network and the device's storage.";

const breaches: readonly Breach[] = [
  ["src/model/a.ts", 'import "#store/x.ts";', order],
  ["src/model/b.ts", 'import "#ui/x.tsx";', order],
  ["src/model/c.ts", 'import "#server/x.ts";', order],
  ["src/model/d.ts", 'import "yjs";', yjs],
  ["src/model/e.ts", 'import "rxdb/plugins/storage-dexie";', rxdb],
  ["src/model/f.ts", 'import "node:fs";', "This also runs in a browser."],
  ["src/model/g.ts", 'import "react";', "Only src/ui knows React."],
  ["src/model/h.ts", 'import "kysely";', "Only sync-server knows its web server and database."],
  ["src/model/i.ts", 'import "#tests/x.ts";', shipped],
  ["src/model/j.ts", "export const now = Date.now();", "Time comes in through the door"],
  ["src/model/k.ts", "export const chance = Math.random();", "Take the source of randomness"],
  ["src/model/l.test.ts", 'import "#store/x.ts";', order],
  ["src/model/record/record.ts", 'import "rxdb";', rxdb],
  ["src/store/a.ts", 'import "#ui/x.tsx";', order],
  ["src/store/b.ts", 'import "#server/x.ts";', order],
  ["src/store/c.ts", 'import "yjs";', yjs],
  ["src/store/d.ts", 'import "react";', "Only src/ui knows React."],
  ["src/store/e.ts", 'import "node:fs";', "This also runs in a browser."],
  ["src/store/f.ts", 'import "#tests/x.ts";', shipped],
  ["src/store/g.browser.test.ts", 'import "#ui/x.tsx";', order],
  ["src/ui/plan/a.tsx", 'import "#server/x.ts";', order],
  ["src/ui/plan/b.tsx", 'import "dexie";', rxdb],
  ["src/ui/plan/c.tsx", 'import "yjs";', yjs],
  ["src/ui/plan/d.tsx", "export const got = fetch('/x');", reach],
  ["src/ui/plan/e.tsx", "export const got = window.fetch('/x');", reach],
  ["src/ui/plan/f.tsx", "export const got = indexedDB.databases();", reach],
  ["src/ui/plan/g.tsx", 'import "#tests/x.ts";', shipped],
  ["src/ui/plan/h.tsx", 'import "node:fs";', "This also runs in a browser."],
  ["src/ui/kit/a.tsx", 'import "#model/x.ts";', kit],
  ["src/ui/kit/b.tsx", 'import "#store/x.ts";', kit],
  ["src/ui/kit/c.tsx", 'import "#ui/plan/x.tsx";', kit],
  ["src/ui/kit/d.browser.test.tsx", 'import "#model/x.ts";', kit],
  ["sync-server/a.ts", 'import "#store/x.ts";', order],
  ["sync-server/b.ts", 'import "#ui/x.tsx";', order],
  ["sync-server/c.ts", 'import "yjs";', yjs],
  ["sync-server/d.ts", 'import "rxdb";', rxdb],
  ["sync-server/e.ts", 'import "#tests/x.ts";', shipped],
  ["sync-server/f.ts", "export const port = process.env.PORT;", "process.env"],
  ["sync-server/routes/a.ts", 'import "../x.ts";', "Name the folder"],
  ["src/ui/plan/i.tsx", 'import "../kit/x.tsx";', "Name the folder"],
  ["tests/a.test.ts", 'import "../src/model/x.ts";', "Name the folder"],
  ["src/service-worker.ts", 'import "#tests/x.ts";', shipped],
];

/** What each layer may import; the linter must stay silent. */
const allowed: readonly Line[] = [
  ["src/model/record/record.ts", 'import { Doc } from "yjs";\nexport const doc = new Doc();'],
  ["src/model/a.test.ts", 'import { x } from "#tests/support/x.ts";\nexport const y = x;'],
  ["src/store/a.ts", 'import { x } from "#model/x.ts";\nexport const y = [x, fetch("/api")];'],
  ["src/store/b.ts", 'import { x } from "rxdb";\nexport const y = x;'],
  ["src/ui/plan/a.tsx", 'import { x } from "#store/x.ts";\nexport const y = x;'],
  ["src/ui/plan/b.tsx", 'import { x } from "#ui/kit/x.tsx";\nexport const y = x;'],
  ["src/ui/plan/c.browser.test.tsx", 'import { x } from "#tests/support/x.ts";\nexport const y = x;'],
  ["src/ui/kit/a.tsx", 'import { x } from "#ui/kit/drawing/x.tsx";\nexport const y = x;'],
  ["sync-server/a.ts", 'import { x } from "#model/x.ts";\nexport const y = x;'],
  ["sync-server/main.ts", "export const port = process.env.PORT;"],
];

const rules = /no-restricted-(imports|globals|properties)|no-process-env/;

type Complaint = {
  readonly filename: string;
  readonly code?: string;
  readonly message: string;
  readonly help?: string;
};

/** Lints the files with this repository's settings; the import complaints about each, by file. */
function complaintsByFile(files: readonly Line[]): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "import-rules-"));
  copyFileSync("oxlint.config.ts", join(folder, "oxlint.config.ts"));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  for (const [file, line] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${line}\n`);
  }
  const oxlint = resolve("node_modules/oxlint/bin/oxlint");
  const run = spawnSync(process.execPath, [oxlint, "--format=json", "src", "sync-server", "tests"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  rmSync(folder, { recursive: true });
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: Complaint[] };
  const byFile = Map.groupBy(
    diagnostics.filter(({ code }) => rules.test(code ?? "")),
    ({ filename }) => filename.replaceAll("\\", "/"),
  );
  return new Map(
    [...byFile].map(([file, found]) => [
      file,
      found.map(({ message, help }) => `${message} ${help}`).join("\n"),
    ]),
  );
}

test("every forbidden import is complained about, in the words of its rule", () => {
  const complaints = complaintsByFile(breaches.map(([file, line]) => [file, line]));
  const silent = breaches.filter(([file, , words]) => !complaints.get(file)?.includes(words));
  expect(silent).toEqual([]);
});

test("an allowed import is not complained about", () => {
  expect(complaintsByFile(allowed)).toEqual(new Map());
});
