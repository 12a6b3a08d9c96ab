import { expect, test } from "vitest";
import { createMemoryRows } from "#tests/support/memory-rows.ts";
import { attempted, isStorageFailure, problemOf, watchedStorage } from "./storage-failure.ts";

const full = new DOMException("no room", "QuotaExceededError");

test.for<[string, unknown, string]>([
  ["said plainly", full, "storage-full"],
  [
    "as the reason a transaction was aborted",
    Object.assign(new Error("aborted"), { inner: full }),
    "storage-full",
  ],
  [
    "of one write among many",
    Object.assign(new Error("bulk"), { failures: [new Error("other"), full] }),
    "storage-full",
  ],
  ["as a cause", new Error("outer", { cause: new Error("inner", { cause: full }) }), "storage-full"],
  ["not at all", new Error("connection lost"), "storage-failed"],
])("a full disk is recognised %s", ([, error, code]) => {
  expect(problemOf(error)).toEqual({ code });
});

test("an error that names itself as its reason is looked at once", () => {
  const error = new Error("round");
  expect(problemOf(Object.assign(error, { inner: error }))).toEqual({ code: "storage-failed" });
});

test("what a storage rejects with is an outcome, and a bug stays a bug", async () => {
  const storage = watchedStorage({ ...createMemoryRows(), readMarks: () => Promise.reject(full) });
  await expect(storage.readMarks()).rejects.toSatisfy(isStorageFailure);
  expect(await attempted(() => storage.readMarks())).toEqual({
    ok: false,
    problem: { code: "storage-full" },
  });
  const bug = new TypeError("a bug");
  await expect(attempted(() => Promise.reject(bug))).rejects.toBe(bug);
});
