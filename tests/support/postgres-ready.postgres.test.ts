import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const file = fileURLToPath(new URL("postgres-ready.ts", import.meta.url));

test("a run that failed still says so when it had a PostgreSQL", () => {
  const program = `
    import { binaries } from ${JSON.stringify(file)};
    process.exitCode = 3;
    await binaries().catch(() => undefined);`;
  const { status } = spawnSync(process.execPath, ["--input-type=module", "--eval", program]);
  expect(status).toBe(3);
});
