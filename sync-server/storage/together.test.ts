import { expect, test } from "vitest";
import { Aftermath, together } from "./together.ts";

test("what is asked together is answered together, in the order of the list", async () => {
  expect(await together([Promise.resolve(1), "two", Promise.resolve([3])])).toEqual([1, "two", [3]]);
});

test("[S3] where one fails, nothing is still under way when that is told", async () => {
  const slow = Promise.withResolvers<void>();
  let isDone = false;
  const others = slow.promise.then(() => {
    isDone = true;
  });
  const all = together([Promise.reject(new Error("no")), others]);
  slow.resolve();
  await expect(all).rejects.toThrow("no");
  expect(isDone).toBe(true);
});

test("the cause is told rather than what failed because of it", async () => {
  const all = together([Promise.reject(new Aftermath("after it")), Promise.reject(new Error("the cause"))]);
  await expect(all).rejects.toThrow("the cause");
});
