import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Scope } from "#model/access.ts";
import type { PersonId } from "#model/id.ts";
import { openSqlite } from "#server/storage/sqlite.ts";
import { createBell, type Bell } from "./bell.ts";

const school: Scope = "org:organisation_school";
const everyMs = 4;
const rung = new Map<PersonId, number>();
let bell: Bell;

/** People who wait, each of whom holds only what is their own. */
async function waiting(count: number): Promise<readonly PersonId[]> {
  const people = Array.from({ length: count }, (_none, place): PersonId => `person_${place}`);
  for (const person of people)
    await bell.listen({
      person,
      device: `device-${person}`,
      ring: () => void rung.set(person, (rung.get(person) ?? 0) + 1),
      close: () => undefined,
      isWelcome: async () => true,
    });
  await vi.advanceTimersByTimeAsync(count * everyMs);
  rung.clear();
  return people;
}

const ring = (people: readonly PersonId[]): void =>
  bell.ring({
    scopes: new Set([school, ...people.map((person): Scope => `own:${person}`)]),
    people: new Set(),
    commits: [],
  });

beforeEach(async () => {
  bell = createBell(await openSqlite(), { atOnce: 10, everyMs });
  rung.clear();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test("a change that concerns few rings all of them at once", async () => {
  const people = await waiting(60);
  ring(people.slice(0, 10));
  expect([...rung.keys()]).toEqual(people.slice(0, 10));
});

test("a change that concerns many rings the first at once and the others one soon after the other", async () => {
  const people = await waiting(60);
  ring(people);
  expect(rung.size).toBe(10);
  await vi.advanceTimersByTimeAsync(20 * everyMs);
  expect(rung.size).toBe(30);
  await vi.advanceTimersByTimeAsync(30 * everyMs);
  expect([...rung.values()]).toEqual(people.map(() => 1));
});

test("while many are being rung, whoever something else concerns is rung at once", async () => {
  const people = await waiting(60);
  ring(people);
  const last = people.slice(59);
  ring(last);
  expect(rung.get(last[0] as PersonId)).toBe(1);
});

test("many whose rights may have changed are rung one soon after the other too, and all are rung", async () => {
  const people = await waiting(60);
  bell.ring({ scopes: new Set(), people: new Set(people), commits: [] });
  await vi.advanceTimersByTimeAsync(60 * everyMs);
  await vi.waitFor(() => expect(rung.size).toBe(60));
});

test("devices that come back all at once are rung one soon after the other", async () => {
  const people = await waiting(0);
  expect(people).toEqual([]);
  const opened = Array.from({ length: 60 }, (_none, place) => {
    const person: PersonId = `person_${place}`;
    return bell.listen({
      person,
      device: `device-${place}`,
      ring: () => void rung.set(person, 1),
      close: () => undefined,
      isWelcome: async () => true,
    });
  });
  await Promise.all(opened);
  expect(rung.size).toBe(10);
  await vi.advanceTimersByTimeAsync(50 * everyMs);
  expect(rung.size).toBe(60);
});

test("whoever comes to the door of a server that is stopping is sent away, so that it can stop", async () => {
  const closed: string[] = [];
  const comes = (name: string) =>
    bell.listen({
      person: `person_${name}`,
      device: name,
      ring: () => undefined,
      close: () => void closed.push(name),
      isWelcome: async () => true,
    });
  const coming = comes("on the way");
  bell.closeAll();
  await coming;
  await comes("late");
  expect(closed).toEqual(["on the way", "late"]);
  expect(bell.count()).toBe(0);
});
