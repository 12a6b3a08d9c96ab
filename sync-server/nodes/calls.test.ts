import { expect, test } from "vitest";
import type { Scope } from "#model/access.ts";
import { callLimitBytes } from "#server/storage/storage.ts";
import { learner, person } from "#tests/support/server.ts";
import { callsOf, closingCall, readCall } from "./calls.ts";

const scopes = (count: number): readonly Scope[] =>
  Array.from({ length: count }, (_, index): Scope => `plan:${learner(`l${index}`)}`);

test("what many changes touched is said in calls that each fit, with nothing left out", () => {
  const touched = {
    scopes: new Set(scopes(1000)),
    people: new Set([person("ann"), person("bob")]),
    commits: [7, 9],
  };
  const calls = callsOf("me", touched);
  expect(calls.length).toBeGreaterThan(1);
  for (const call of calls) expect(Buffer.byteLength(call)).toBeLessThanOrEqual(callLimitBytes);
  const read = calls.map(readCall);
  expect(new Set(read.flatMap((call) => call?.scopes ?? []))).toEqual(touched.scopes);
  expect(new Set(read.flatMap((call) => call?.people ?? []))).toEqual(touched.people);
  expect(read.flatMap((call) => call?.commits ?? [])).toEqual(touched.commits);
});

test("where it would take very many calls everybody is rung, and the commits are still named", () => {
  const calls = callsOf("me", { scopes: new Set(scopes(20_000)), people: new Set(), commits: [3] });
  expect(calls).toHaveLength(2);
  const read = calls.map(readCall);
  expect(read[0]).toMatchObject({ from: "me", everybody: true });
  expect(read[1]).toMatchObject({ commits: [3] });
});

test("a call that this version does not understand says nothing", () => {
  for (const text of ["", "{", "[]", "null", '{"scopes":3}', '{"from":"x","close":{"tail":1}}'])
    expect(readCall(text)).toBeUndefined();
  expect(readCall(closingCall("me", { device: "phone" }))).toMatchObject({ close: { device: "phone" } });
});
