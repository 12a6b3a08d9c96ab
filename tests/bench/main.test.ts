import { execFile } from "node:child_process";
import { expect, test } from "vitest";

// The two commands, as somebody calls them.

const [bench, benchServer] = ["tests/bench/main.ts", "tests/bench/server/main.ts"];

test.for([
  [bench, ["--typo"], "not known here", "npm run bench -- ["],
  [bench, ["--full"], "not known here", "npm run bench -- ["],
  [bench, ["--runs"], "not known here", "npm run bench -- ["],
  [bench, ["--runs", "ten"], "no number of runs", "npm run bench -- ["],
  [bench, ["a-slip"], "No measurement is called “a-slip”", "npm run bench -- ["],
  [benchServer, ["--typo"], "not known here", "npm run bench:server -- ["],
  [benchServer, ["cold-list"], "No measurement is called “cold-list”", "npm run bench:server -- ["],
] as const)(
  "what cannot be meant is answered with how it is called, and nothing is measured: %s %s",
  async ([file, words, why, usage]) => {
    const { promise, resolve } = Promise.withResolvers<{ code: unknown; out: string; said: string }>();
    execFile(process.execPath, [file, ...words], { timeout: 60_000 }, (error, out, said) =>
      resolve({ code: error?.code, out, said }),
    );
    const { code, out, said } = await promise;
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(said).toContain(why);
    expect(said).toContain(usage);
    expect(said).not.toContain("    at ");
    expect(said).not.toContain("measuring");
  },
);
