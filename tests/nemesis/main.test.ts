import { execFile } from "node:child_process";
import { expect, test } from "vitest";

// The command, as somebody calls it.

test.for([
  [["--typo"], "not known here"],
  [["ten"], "not known here"],
  [["--minutes"], "not known here"],
  [["--minutes", "ten"], "“ten” is no number of minutes"],
  [["--seed", "one"], "“one” is no seed"],
  [["--plant", "a slip"], "No mistake called “a slip”"],
] as const)(
  "what cannot be meant is answered with how it is called, and nothing is begun: %s",
  async ([words, why]) => {
    const { promise, resolve } = Promise.withResolvers<{ code: unknown; out: string; said: string }>();
    execFile(process.execPath, ["tests/nemesis/main.ts", ...words], { timeout: 60_000 }, (error, out, said) =>
      resolve({ code: error?.code, out, said }),
    );
    const { code, out, said } = await promise;
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(said).toContain(why);
    expect(said).toContain("npm run nemesis -- [--minutes 60]");
    expect(said).not.toContain("    at ");
  },
);
