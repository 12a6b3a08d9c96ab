/** What every storage must do with facts about access and with accounts; part of its suite. */
import { expect, test } from "vitest";
import type { ScopeRow, Storage } from "#server/storage/storage.ts";
import { learner, organisation, person } from "#tests/support/server.ts";
import { membership, record } from "./kept.ts";

/** Facts that access is read from, and what waits in the tray. */
export function facts(storage: () => Storage): void {
  test("standing memberships are found from every side, those that ended from none", async () => {
    const home = {
      ...membership("home"),
      role: "home",
      person: undefined,
      organisation: organisation("school"),
    } as const;
    const work = {
      id: `membership_${"work".padEnd(26, "z")}`,
      role: "staff",
      org: organisation("school"),
      person: person("tess"),
      organisation: undefined,
      ended: false,
    } as const;
    const taught = {
      ...membership("taught"),
      role: "provider",
      person: undefined,
      organisation: organisation("moorlane"),
    } as const;
    const teacher = {
      ...work,
      id: `membership_${"teacher".padEnd(26, "z")}`,
      org: organisation("moorlane"),
      person: person("pat"),
    } as const;
    const all = [membership("a"), membership("b", true), home, work, taught, teacher];
    await storage().write((t) => t.memberships.put(all));
    const sides = [
      { learners: [learner("ann")] },
      { people: [person("tess")] },
      { orgs: [organisation("school")] },
      { naming: [organisation("school")] },
      { teaching: [organisation("school"), organisation("moorlane")] },
      { around: [person("tess")] },
      { around: [person("pat")] },
    ];
    const found = await Promise.all(sides.map((side) => storage().read((t) => t.memberships.standing(side))));
    expect(found.map((rows) => rows.map(({ id }) => id))).toEqual([
      [membership("a").id, home.id, taught.id],
      [membership("a").id, work.id],
      [work.id],
      [home.id],
      [taught.id],
      [membership("a").id, home.id, taught.id],
      [membership("a").id, home.id, taught.id],
    ]);
  });

  test("of places of work that have ended, those are found that still stand with whoever worked there", async () => {
    const work = (name: string, ended: boolean) =>
      ({
        id: `membership_${name.padEnd(26, "z")}`,
        role: "staff",
        org: organisation("school"),
        person: person("tess"),
        organisation: undefined,
        ended,
      }) as const;
    const all = [work("stands", false), work("forgotten", true), work("gone", true), membership("a", true)];
    const rows = all.flatMap(({ id }, at) => [
      { scope: `own:${person("tess")}`, record: id, position: at + 1, left: id === work("gone", true).id },
      { scope: `people:${organisation("school")}`, record: id, position: at + 1, left: false },
    ]);
    await storage().write(async (t) => {
      await t.memberships.put(all);
      await t.scopes.putRows(rows as ScopeRow[]);
    });
    expect(await storage().read((t) => t.memberships.leftStanding())).toEqual([work("forgotten", true).id]);
  });

  test("who ever was around a learner is known after all of it has ended, and nobody else is", async () => {
    const [ended, org] = [true, organisation("moorlane")] as const;
    const taught = { ...membership("taught"), role: "provider", person: undefined } as const;
    const teacher = { role: "staff", org, person: person("pat"), organisation: undefined, ended } as const;
    await storage().write((t) =>
      t.memberships.put([
        membership("tutor", true),
        { ...taught, organisation: org, ended },
        { ...teacher, id: `membership_${"teacher".padEnd(26, "z")}` },
        {
          ...teacher,
          id: `membership_${"other".padEnd(26, "z")}`,
          org: organisation("other"),
          person: person("zak"),
        },
      ]),
    );
    const people = [person("tess"), person("pat"), person("zak")];
    const ask = (who: typeof people) => storage().read((t) => t.memberships.everAround(learner("ann"), who));
    expect([...(await ask(people))].toSorted()).toEqual([person("pat"), person("tess")].toSorted());
    expect([...(await ask([]))]).toEqual([]);
  });

  test("what is put in the tray twice lies there once, until it is emptied", async () => {
    const row = {
      id: record("a").id,
      learner: learner("ann"),
      person: person("tess"),
      device: "tablet",
      envelope: "{}",
      state: new Uint8Array([1, 2]),
      at: 5,
    };
    await storage().write((t) => t.facts.addToTray([row]));
    await storage().write((t) => t.facts.addToTray([{ ...row, at: 6 }]));
    expect(await storage().read((t) => t.facts.tray([learner("ann")]))).toEqual([row]);
    expect(await storage().read((t) => t.facts.trayBytes(person("tess")))).toBe(2);
    await storage().write((t) => t.facts.emptyTray(6));
    expect(await storage().read((t) => t.facts.tray([learner("ann")]))).toEqual([]);
  });

  test("choices, endings and closings come back as they were added, choices and endings once however often", async () => {
    const choice = {
      id: `sharing-choice_${"a".repeat(26)}`,
      entry: `log-entry_${"e".repeat(26)}`,
      learner: learner("ann"),
      value: { sharedWith: "tutor", replaces: [`sharing-choice_${"b".repeat(26)}`] },
    } as const;
    const closing = {
      learner: learner("ann"),
      series: organisation("school"),
      review: `review_${"r".repeat(26)}`,
      number: 1,
    } as const;
    const ending = {
      id: `membership-ended_${"a".repeat(26)}`,
      membership: membership("a").id,
      subject: learner("ann"),
    } as const;
    await storage().write((t) => t.facts.addClosings([closing]));
    for (const _ of ["once", "and again, from a journal"])
      await storage().write(async (t) => {
        await t.facts.addChoices([choice]);
        await t.memberships.addEndings([ending]);
      });
    expect(await storage().read((t) => t.memberships.endings([ending.membership]))).toEqual([ending]);
    expect(await storage().read((t) => t.facts.choices([choice.entry]))).toEqual([choice]);
    expect(await storage().read((t) => t.facts.closings(learner("ann")))).toEqual([closing]);
  });
}

/** Accounts and their sessions. */
export function accounts(storage: () => Storage): void {
  test("asking for a name with a sign that no database holds finds nobody and harms nothing", async () => {
    expect(await storage().read((t) => t.accounts.userByName("ann\0"))).toBeUndefined();
    await storage().write((t) => t.accounts.putTries({ name: "ann\0", count: 1, since: 2 }));
    expect(await storage().read((t) => t.accounts.tries("ann\0"))).toMatchObject({ count: 1 });
  });

  test("a user is found whatever the case of the name, and no two names differ by case alone", async () => {
    await storage().write((t) => t.accounts.putUsers([{ person: person("ann"), userName: "Ann.Thornton" }]));
    expect(await storage().read((t) => t.accounts.userByName("ann.THORNTON"))).toMatchObject({
      person: person("ann"),
      userName: "Ann.Thornton",
    });
    await expect(
      storage().write((t) => t.accounts.putUsers([{ person: person("bob"), userName: "ANN.thornton" }])),
    ).rejects.toThrow(/unique/i);
  });

  test("sessions end one by one, by device, or for a person but for one device", async () => {
    const session = (token: string, device: string) => ({
      tokenHash: token,
      person: person("ann"),
      device,
      signedInAt: 1,
      expiresAt: 9,
      lastSeenAt: 1,
    });
    const left = async () =>
      (
        await Promise.all(["a", "b", "c"].map((token) => storage().read((t) => t.accounts.session(token))))
      ).flatMap((row) => row?.tokenHash ?? []);
    await storage().write(async ({ accounts: a }) => {
      for (const [token, device] of [
        ["a", "phone"],
        ["b", "laptop"],
        ["c", "tablet"],
      ] as const)
        await a.putSession(session(token, device));
      expect(await a.endSessions({ device: "phone" })).toEqual(["a"]);
      expect(await a.endSessions({ device: "phone" })).toEqual([]);
    });
    expect(await left()).toEqual(["b", "c"]);
    await storage().write(({ accounts: a }) => a.endSessions({ people: [person("ann")], except: "tablet" }));
    expect(await left()).toEqual(["c"]);
  });

  test("of people's devices those are listed that have a live session, last seen first", async () => {
    const tablet = { id: "tablet", person: person("ann"), name: "Tablet", addedAt: 1, lastSeenAt: 4 };
    const names = ["signed-out", "expired", "phone", "revoked"];
    await storage().write(async ({ accounts: a }) => {
      for (const [at, id] of names.entries()) await a.putDevice({ ...tablet, id, lastSeenAt: at });
      await a.putDevice(tablet);
      await a.putDevice({ ...tablet, id: "bobs", person: person("bob") });
      for (const device of [...names, "tablet", "bobs"])
        await a.putSession({
          tokenHash: `token of ${device}`,
          person: person(device === "bobs" ? "bob" : "ann"),
          device,
          signedInAt: 1,
          expiresAt: device === "expired" ? 5 : 6,
          lastSeenAt: 1,
        });
      await a.endSessions({ tokenHash: "token of signed-out" });
      await a.putDevice({ ...tablet, id: "revoked", revokedAt: 3 });
    });
    const listed = await storage().read((t) => t.accounts.devicesOf([person("ann")], 5));
    expect(listed.map(({ id }) => id)).toEqual(["tablet", "phone"]);
  });

  test("sessions and codes that expired before an instant go, so many at once, and no others", async () => {
    const expiring = [1, 2, 3, 4, 5, 6];
    await storage().write(async ({ accounts: a }) => {
      for (const expiresAt of expiring)
        await a.putSession({
          tokenHash: `token-${expiresAt}`,
          person: person("ann"),
          device: `device-${expiresAt}`,
          signedInAt: 0,
          expiresAt,
          lastSeenAt: 0,
        });
      await a.putCodes(
        expiring.map((expiresAt) => ({
          hash: `code-${expiresAt}`,
          person: person("ann"),
          issuedBy: "server",
          issuedAt: 0,
          expiresAt,
          ...(expiresAt % 2 === 0 && { usedAt: 1 }),
        })),
      );
    });
    const drop = () => storage().write(({ accounts: a }) => a.dropExpired(5, 3));
    expect([await drop(), await drop(), await drop()]).toEqual([6, 2, 0]);
    const there = await storage().read(({ accounts: a }) =>
      Promise.all(
        expiring.map(async (expiresAt) => [
          (await a.session(`token-${expiresAt}`)) !== undefined,
          (await a.codeByHash(`code-${expiresAt}`)) !== undefined,
        ]),
      ),
    );
    expect(there.map(String)).toEqual([
      ...expiring.slice(0, 4).map(() => "false,false"),
      "true,true",
      "true,true",
    ]);
  });

  test("words are found by how their names begin, but for empty ones", async () => {
    await storage().write(async ({ meta }) => {
      for (const [name, text] of [
        ["list a", "words"],
        ["list b", ""],
        ["list_c", "words"],
        ["a list d", "words"],
        ["List e", "words"],
      ] as const)
        await meta.put(name, text);
    });
    expect(await storage().read(({ meta }) => meta.names("list "))).toEqual(["list a"]);
  });
}
