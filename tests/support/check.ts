/**
 * The gate: everything a change must pass, the same here and in CI.
 * Runs every step even after one failed, so that one run tells all; the last line is the tests' total.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { type Report, totalsOf } from "./totals.ts";

const steps = ["lint", "format:check", "types", "knip", "build", "test"];
const reportFile = "test-results/tests.json";

function run(step: string): boolean {
  console.log(`\n— ${step}`);
  const { status } = spawnSync("npm", ["run", "--silent", step], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return status === 0;
}

rmSync(reportFile, { force: true });
const failedSteps = steps.filter((step) => !run(step));
const report: Report = existsSync(reportFile)
  ? (JSON.parse(readFileSync(reportFile, "utf8")) as Report)
  : { testResults: [] };
const { passed, failed, skipped } = totalsOf(report);

console.log(failedSteps.length > 0 ? `\nFailed: ${failedSteps.join(", ")}` : "\nEvery step passed.");
if (skipped > 0) console.log(`Left out here, each with its reason above: ${skipped}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failedSteps.length > 0 || failed > 0 || passed === 0 ? 1 : 0;
