import { expect, test } from "vitest";
import { type Report, totalsOf } from "./totals.ts";

const file = (status: string, ...tests: string[]): Report["testResults"][number] => ({
  status,
  assertionResults: tests.map((outcome) => ({ status: outcome })),
});

test("tests of all files are added up", () => {
  const report = { testResults: [file("passed", "passed", "passed"), file("failed", "passed", "failed")] };
  expect(totalsOf(report)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test("a file that could not run counts as one failed test", () => {
  expect(totalsOf({ testResults: [file("failed"), file("failed", "passed")] })).toMatchObject({ failed: 2 });
});

test("what was left out is neither passed nor failed", () => {
  const report = { testResults: [file("passed", "passed", "pending", "todo")] };
  expect(totalsOf(report)).toEqual({ passed: 1, failed: 0, skipped: 2 });
});

test("a run of no tests has passed nothing", () => {
  expect(totalsOf({ testResults: [] })).toEqual({ passed: 0, failed: 0, skipped: 0 });
});
