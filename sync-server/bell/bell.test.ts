import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Scope } from "#model/access.ts";
import type { PersonId } from "#model/id.ts";
import { openSqlite } from "#server/storage/sqlite.ts";
import type { Storage } from "#server/storage/storage.ts";
import { aSchoolServer, learner, person as named } from "#tests/support/server.ts";
import { patience } from "#tests/support/patience.ts";
import { createBell, type Bell, type Listener } from "./bell.ts";

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
  await vi.waitFor(() => expect(rung.size).toBe(60), patience);
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

const aListener = (of: Partial<Listener> = {}): Listener => ({
  person: named("tess"),
  device: "phone",
  ring: () => undefined,
  close: () => undefined,
  isWelcome: async () => true,
  ...of,
});

/** A storage whose answers come when they are let go. */
function slowly(storage: Storage) {
  const answers: (() => void)[] = [];
  const read: Storage["read"] = async (work) => {
    const found = await storage.read(work);
    await new Promise<void>((resolve) => answers.push(resolve));
    return found;
  };
  const isAsked = (place: number) => vi.waitFor(() => expect(answers[place]).toBeDefined(), patience);
  const letGo = async (place: number): Promise<void> => {
    await isAsked(place);
    answers[place]?.();
  };
  return { storage: { ...storage, read }, isAsked, letGo };
}

test("whoever cannot be let in, since it cannot be looked up what they hold, is not waited for", async () => {
  const storage = await openSqlite();
  const broken = createBell({ ...storage, read: () => Promise.reject(new Error("no answer")) });
  await expect(broken.listen(aListener())).rejects.toThrow("no answer");
  expect(broken.count()).toBe(0);
});

test("whoever goes while it is asked whether they may still be here is gone", async () => {
  const [asked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<boolean>()];
  const isWelcome = (): Promise<boolean> => {
    asked.resolve();
    return answered.promise;
  };
  const leave = await bell.listen(aListener({ isWelcome }));
  const all = bell.ringAll();
  await asked.promise;
  leave();
  answered.resolve(true);
  await all;
  expect(bell.count()).toBe(0);
});

test.each([
  ["in order", [0, 1]],
  ["the later one first", [1, 0]],
] as const)(
  "[A8] whoever no longer holds something is not rung for it, though they were looked up twice at once, %s",
  async (_how, order) => {
    vi.useRealTimers();
    const server = await aSchoolServer();
    const { storage, isAsked, letGo } = slowly(server.storage);
    const slow = createBell(storage);
    let rings = 0;
    const listening = slow.listen(aListener({ ring: () => void (rings += 1) }));
    await isAsked(0);
    await server.site.storage.write(async (t) => {
      const rows = await t.memberships.standing({ people: [named("tess")] });
      await t.memberships.put(rows.map((row) => ({ ...row, ended: true })));
    });
    slow.ring({ scopes: new Set(), people: new Set([named("tess")]), commits: [] });
    for (const place of order) await letGo(place);
    const leave = await listening;
    await vi.waitFor(() => expect(rings).toBe(2), patience);
    slow.ring({ scopes: new Set<Scope>([`plan:${learner("ann")}`]), people: new Set(), commits: [] });
    expect(rings).toBe(2);
    slow.ring({ scopes: new Set<Scope>([`own:${named("tess")}`]), people: new Set(), commits: [] });
    expect(rings).toBe(3);
    leave();
    await server.close();
  },
);

test("when everybody is to be rung, one who cannot be asked about is to come back, and the others are rung", async () => {
  const closed = vi.fn<() => void>();
  const listener = { person: "person_unasked" as const, device: "d", ring: () => undefined, close: closed };
  await bell.listen({ ...listener, isWelcome: () => Promise.reject(new Error("no database")) });
  const people = await waiting(3);
  await bell.ringAll();
  expect(closed).toHaveBeenCalledTimes(1);
  expect([...rung.keys()]).toEqual(people);
});
