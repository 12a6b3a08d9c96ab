import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const file = fileURLToPath(new URL("postgres-ready.ts", import.meta.url));

test.for([0, 3])("a run that had a PostgreSQL ends with its own verdict, %i", (verdict) => {
  const program = `
    import { startPostgres } from ${JSON.stringify(file)};
    process.exitCode = ${verdict};
    const server = await startPostgres().catch(() => undefined);
    await server?.remove();`;
  const ended = spawnSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" });
  expect(ended.stderr).toBe("");
  expect(ended.status).toBe(verdict);
});
