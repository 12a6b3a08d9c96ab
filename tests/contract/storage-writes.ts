/** What every storage must do with writes that fail and writes that come together; part of its suite. */
import { expect, test } from "vitest";
import { hashOf } from "#model/record/bytes.ts";
import type { Storage } from "#server/storage/storage.ts";
import { learner, organisation, person } from "#tests/support/server.ts";
import { membership, record } from "./kept.ts";

/** A write is all or nothing, and positions rise. */
export function transactions(storage: () => Storage): void {
  test("a write that throws keeps nothing", async () => {
    const failing = storage().write(async (t) => {
      await t.records.put([record("a")]);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await storage().read((t) => t.records.byIds([record("a").id]))).toEqual([]);
  });

  test.each(["a", "b", "c"])(
    "[S3] of writes that come together one that throws takes back its own work and nobody else's: %s",
    async (throwing) => {
      const names = ["a", "b", "c"];
      const told = await Promise.allSettled(
        names.map((name) =>
          storage().write(async (t) => {
            await t.records.put([record(name)]);
            if (name === throwing) throw new Error("no");
            return name;
          }),
        ),
      );
      expect(told.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))).toEqual(
        names.filter((name) => name !== throwing),
      );
      const found = await storage().read((t) => t.records.byIds(names.map((name) => record(name).id)));
      expect(found.map(({ id }) => id).toSorted()).toEqual(
        names.filter((name) => name !== throwing).map((name) => record(name).id),
      );
    },
  );

  test("nobody reads what a write has done before it is kept", async () => {
    const [begun, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const writing = storage().write(async (t) => {
      await t.records.put([record("a")]);
      begun.resolve();
      await goOn.promise;
      throw new Error("no");
    });
    await begun.promise;
    const reading = storage().read((t) => t.records.byIds([record("a").id]));
    goOn.resolve();
    await expect(writing).rejects.toThrow("no");
    expect(await reading).toEqual([]);
  });

  test("writes that come together lose nothing of each other", async () => {
    const add = () =>
      storage().write(async ({ meta }) => {
        const before = Number((await meta.get("count")) ?? 0);
        await meta.put("count", String(before + 1));
      });
    await Promise.all(Array.from({ length: 20 }, add));
    expect(await storage().read(({ meta }) => meta.get("count"))).toBe("20");
  });

  test("[S7] positions rise without a double, across writes that come together", async () => {
    const firsts = await Promise.all(
      [3, 1, 5].map((count) =>
        storage().write(async (t) => {
          const first = await t.scopes.reserve(count);
          await t.scopes.addCommit({ position: first + count - 1, mark: "a mark" });
          return { first, count };
        }),
      ),
    );
    const taken = firsts.flatMap(({ first, count }) =>
      Array.from({ length: count }, (_, index) => first + index),
    );
    expect(taken.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await storage().read(({ scopes: s }) => s.highest())).toBe(9);
    const commits = await storage().read(({ scopes: s }) => s.commitsAfter(0));
    expect(commits).toHaveLength(3);
    expect(await storage().read(({ scopes: s }) => s.commitsAfter(8))).toEqual([9]);
  });

  test("a write that throws after reserving positions leaves the order as it was", async () => {
    await storage().write((t) => t.scopes.reserve(2));
    await expect(
      storage().write(async (t) => Promise.reject(new Error(String(await t.scopes.reserve(5))))),
    ).rejects.toThrow("3");
    expect(await storage().write((t) => t.scopes.reserve(1))).toBeGreaterThan(2);
  });
}

/** Writers that come together, each with a number of its own from 1 on. */
const writers = Array.from({ length: 12 }, (_, index) => index + 1);

/** Writes that come together have the effect of one after the other. */
export function togetherness(storage: () => Storage): void {
  const addByte = (byte: number) =>
    storage().write(async (t) => {
      const [known] = await t.records.byIds([record("a").id]);
      const state = new Uint8Array([...(known?.state ?? []), byte]);
      await t.records.put([record("a", { state, hash: hashOf(state) })]);
    });
  const bytes = async () => {
    const [found] = await storage().read((t) => t.records.byIds([record("a").id]));
    return [...(found?.state ?? [])].toSorted((a, b) => a - b);
  };

  test("[M1] of writes to one record that come together each builds on the one before", async () => {
    await addByte(0);
    await Promise.all(writers.map(addByte));
    expect(await bytes()).toEqual([0, ...writers]);
  });

  test("[M3] of writes that come together to make one record the first makes it and the others build on it", async () => {
    await Promise.all(writers.map(addByte));
    expect(await bytes()).toEqual(writers);
  });

  test("[R4] closings that come together are numbered one after the other", async () => {
    const close = (review: number) =>
      storage().write(async (t) => {
        const closings = await t.facts.closings(learner("ann"));
        const number = closings.length + 1;
        const id = `review_${String(review).padEnd(26, "z")}` as const;
        await t.facts.addClosings([
          { learner: learner("ann"), series: organisation("school"), review: id, number },
        ]);
      });
    await Promise.all(writers.map(close));
    const closings = await storage().read((t) => t.facts.closings(learner("ann")));
    expect(closings.map(({ number }) => number)).toEqual(writers);
  });

  test("[A3] a fact and what it must not overlook, written together, do not both overlook the other", async () => {
    const seen = await Promise.all([
      storage().write(async (t) => {
        const endings = await t.memberships.endings([membership("a").id]);
        await t.memberships.put([membership("a", endings.length > 0)]);
      }),
      storage().write(async (t) => {
        const id = `membership-ended_${"a".padEnd(26, "z")}` as const;
        await t.memberships.addEndings([{ id, membership: membership("a").id, subject: learner("ann") }]);
        const [known] = await t.memberships.byIds([membership("a").id]);
        if (known) await t.memberships.put([{ ...known, ended: true }]);
      }),
    ]);
    expect(seen).toHaveLength(2);
    expect(await storage().read((t) => t.memberships.standing({ learners: [learner("ann")] }))).toEqual([]);
  });

  test("a session that is ended while it is used stays ended", async () => {
    const session = {
      tokenHash: "t",
      person: person("ann"),
      device: "phone",
      signedInAt: 1,
      expiresAt: 9,
      lastSeenAt: 1,
    };
    await storage().write((t) => t.accounts.putSession(session));
    const use = () =>
      storage().write(async (t) => {
        if (await t.accounts.session("t")) await t.accounts.putSession({ ...session, lastSeenAt: 2 });
      });
    await Promise.all([use(), storage().write((t) => t.accounts.endSessions({ device: "phone" })), use()]);
    expect(await storage().read((t) => t.accounts.session("t"))).toBeUndefined();
  });
}
