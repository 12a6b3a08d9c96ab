/** What a whole test run came to, read from Vitest's JSON report. */

/** Numbers of tests. A file that could not run at all counts as one failed test. */
export type Totals = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** The part of Vitest's JSON report that is read here. */
export type Report = {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};

/** Adds up the tests of every file and project. A report without tests is all zeros, not an error. */
export function totalsOf(report: Report): Totals {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const count = (status: string) => tests.filter((test) => test.status === status).length;
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const passed = count("passed");
  const failed = count("failed");
  return { passed, failed: failed + brokenFiles.length, skipped: tests.length - passed - failed };
}
