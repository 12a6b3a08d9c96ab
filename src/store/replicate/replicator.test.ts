import { expect, test } from "vitest";
import { no } from "#model/outcome.ts";
import type { Message } from "#model/wire/protocol.ts";
import { aDevice, anotherTab, type } from "#tests/support/one-device.ts";
import { aRow, idsOf, maisieOwn, retyped, wordsIn } from "#tests/support/rows.ts";
import { maisie } from "#tests/support/written.ts";
import type { ToyServer } from "#tests/support/toy-server.ts";
import { written } from "./row-rules.ts";
import { isUnsent } from "./row.ts";
import type { Row } from "./row.ts";

/** What a server calls after answering: does something once, after the first push. */
const afterFirstPush = (action: () => Promise<void>): ToyServer["after"] => {
  let isDone = false;
  return async (name) => {
    if (!isDone && name === "push") {
      isDone = true;
      await action();
    }
    return undefined;
  };
};

test("a round sends what is unsent, fetches what others wrote, and knows that all is sent", async () => {
  const mine = aRow("Mine");
  const theirs = aRow("Theirs");
  const { server, disk, device } = aDevice(mine);
  server.keep(theirs.envelope, theirs.state);
  expect(await device.round()).toEqual({ sent: 1, fetched: 2, refused: 0, allSent: true });
  expect(wordsIn(disk.rows.get(theirs.id))).toBe("Theirs");
  expect(disk.rows.get(mine.id)).toMatchObject({ localRev: 1, ackedRev: 1, scopes: [maisieOwn] });
  expect(disk.marks).toMatchObject({
    epoch: "epoch-1",
    positions: { [maisieOwn]: 2 },
    allSentAt: 5000,
    isComplete: true,
  });
});

test("[S2] what is typed while a push is under way stays unsent until its own acknowledgement", async () => {
  const row = aRow("First");
  const { server, disk, storage, device } = aDevice(row);
  server.after = afterFirstPush(() => type(storage, row.id, "First and second"));
  expect((await device.round()).allSent).toBe(false);
  expect(disk.rows.get(row.id)).toMatchObject({ localRev: 2, ackedRev: 1 });
  expect((await device.round()).allSent).toBe(true);
  expect(disk.rows.get(row.id)).toMatchObject({ localRev: 2, ackedRev: 2 });
  expect(disk.rows.get(row.id)?.base).toBeUndefined();
});

test("[S1] an answer that is lost does no harm: the same push again is acknowledged", async () => {
  const row = aRow("Once only");
  const { server, disk, device } = aDevice(row);
  let isLost = true;
  server.after = async (name) => (isLost && name === "push" ? no("offline") : undefined);
  expect((await device.round()).problem).toEqual({ code: "offline" });
  isLost = false;
  expect((await device.round()).allSent).toBe(true);
  expect(wordsIn(disk.rows.get(row.id))).toBe("Once only");
});

test("[S3] a refused record goes to the tray with its words, and the others are sent", async () => {
  const [bad, good] = [aRow("Bad"), aRow("Good")];
  const { server, disk, device } = aDevice(bad, good);
  server.refuses = (id) => (id === bad.id ? { code: "not-allowed" } : undefined);
  expect(await device.round()).toMatchObject({ sent: 1, refused: 1, allSent: true });
  expect(disk.rows.has(bad.id)).toBe(false);
  expect(disk.refused.get(bad.id)).toMatchObject({
    state: bad.state,
    problem: { code: "not-allowed" },
    refusedAt: 5000,
  });
  expect(isUnsent(disk.rows.get(good.id) as Row)).toBe(false);
});

test("[S4] words refused one after the other are all in the tray, and the record is the server's again", async () => {
  const row = aRow("Agreed");
  const { server, disk, storage, device } = aDevice(row);
  await device.round();
  server.refuses = () => ({ code: "not-allowed" });
  await type(storage, row.id, "Agreed, then one");
  await device.round();
  await type(storage, row.id, "Two, and agreed");
  await device.round();
  expect(wordsIn(disk.rows.get(row.id))).toBe("Agreed");
  expect(disk.rows.get(row.id)?.resets).toBe(2);
  const kept = JSON.stringify(wordsIn(written(undefined, disk.refused.get(row.id) as never)));
  expect(kept).toMatch(/then one/);
  expect(kept).toMatch(/Two/);
});

test.for(["putRefused", "rewrite"] as const)(
  "[S4] a disk that fails at %s leaves refused words readable",
  async (call) => {
    const row = aRow("Do not lose me");
    const { server, disk, device, failNext } = aDevice(row);
    await device.round();
    const other = aRow("New");
    disk.rows.set(other.id, other);
    server.refuses = () => ({ code: "not-allowed" });
    failNext(call, call === "rewrite" ? 2 : 1);
    expect((await device.round()).problem).toEqual({ code: "storage-full" });
    expect(disk.rows.has(other.id) || disk.refused.has(other.id)).toBe(true);
    expect(await device.round()).toMatchObject({ allSent: true });
    expect(disk.refused.has(other.id)).toBe(true);
  },
);

test("one record on which the server fails does not hold up the others, nor what others wrote", async () => {
  const poison = aRow("Poison");
  const rows = [aRow("a"), poison, aRow("b"), aRow("c")];
  const { server, disk, device } = aDevice(...rows);
  const theirs = aRow("Theirs");
  server.keep(theirs.envelope, theirs.state);
  server.before = async (name, message) =>
    name === "push" && (message as Message<"push">).records.some(({ envelope }) => envelope.id === poison.id)
      ? no("server-failed")
      : undefined;
  for (let round = 0; round < 6; round += 1) await device.round();
  expect(idsOf([...disk.rows.values()].filter(isUnsent))).toEqual([poison.id]);
  expect(disk.rows.has(theirs.id)).toBe(true);
});

test("words written on both sides are both in the record, and it is sent again", async () => {
  const row = aRow("Start");
  const { server, disk, storage, device } = aDevice(row);
  await device.round();
  server.keep(row.envelope, retyped(row.state, "Start over there"));
  await type(storage, row.id, "Here start");
  expect(await device.round()).toMatchObject({ allSent: true });
  expect(wordsIn(disk.rows.get(row.id))).toBe("Here start over there");
  expect(server.held.get(row.id)?.record.state).toEqual(disk.rows.get(row.id)?.state);
});

test("[A10] a record that left every scope is dropped; an erased one too, with what was refused of it", async () => {
  const [left, erased] = [aRow("Left"), aRow("Erased")];
  const { server, disk, device } = aDevice(left, erased);
  await device.round();
  server.end(left.id, "left");
  server.end(erased.id, "erased");
  disk.refused.set(erased.id, { ...erased, problem: { code: "not-allowed" }, refusedAt: 1 });
  expect(await device.round()).toMatchObject({ allSent: true });
  expect([disk.rows.size, disk.refused.size]).toEqual([0, 0]);
});

test("[S6] what is unsent when a scope is forgotten reaches the server's tray before it is dropped", async () => {
  const row = aRow("Sent");
  const { server, disk, storage, device } = aDevice(row);
  server.scope = `plan:${maisie}`;
  await device.round();
  server.forget = [server.scope];
  server.before = async (name) => {
    if (name === "pull" && server.tray.size === 0) await type(storage, row.id, "Sent, and typed since");
    return name === "tray" && server.asked.filter((each) => each === "tray").length === 1
      ? no("offline")
      : undefined;
  };
  server.refuses = () => ({ code: "not-allowed" });
  expect((await device.round()).problem).toEqual({ code: "offline" });
  expect(disk.rows.has(row.id)).toBe(true);
  expect(disk.marks.positions).toEqual({ [server.scope]: 0 });
  await device.round();
  expect([disk.rows.size, disk.refused.size, server.tray.size]).toEqual([0, 0, 1]);
  expect(disk.marks.positions).toEqual({});
});

test("what was sent but is given to this person by no scope does not stay", async () => {
  const row = aRow("About somebody else");
  const { server, disk, device } = aDevice(row);
  server.after = async (name) => {
    if (name === "push") server.end(row.id, "left");
    return undefined;
  };
  await device.round();
  expect(disk.rows.size).toBe(0);
});

test("[S11] what was acknowledged by a server that lost it before giving it back is offered before it goes", async () => {
  const mine = aRow("Mine");
  const { server, storage, device } = aDevice(mine);
  server.after = afterFirstPush(async () => {
    server.held.delete(mine.id);
  });
  await device.round();
  await device.round();
  expect(server.held.has(mine.id)).toBe(true);
  expect((await storage.read([mine.id])).has(mine.id)).toBe(true);
});

test("[S10] what was sent in a round that broke off is not said to be all sent, until a round agrees", async () => {
  const row = aRow("First");
  const { server, disk, storage, device } = aDevice(row);
  await device.round();
  await type(storage, row.id, "First and second");
  server.after = async (name) => (name === "pull" ? no("offline") : undefined);
  expect((await device.round()).problem).toEqual({ code: "offline" });
  expect(disk.rows.get(row.id)).toMatchObject({ localRev: 2, ackedRev: 2 });
  expect(disk.marks.allSentAt).toBeUndefined();
  server.after = async () => undefined;
  await device.round();
  expect(disk.marks.allSentAt).toBe(5000);
});

test("[S10] a row that went missing here is found by the audit and fetched", async () => {
  const [one, two] = [aRow("One"), aRow("Two")];
  const { disk, device, server, storage } = aDevice(one, two);
  await device.round();
  disk.rows.delete(one.id);
  expect(await anotherTab({ storage, server }).round()).toMatchObject({ allSent: true });
  expect(wordsIn(disk.rows.get(one.id))).toBe("One");
});

test("[S10] a row the server does not list is offered to it before it is let go", async () => {
  const [one, two] = [aRow("One"), aRow("Two")];
  const { disk, device, server } = aDevice(one, two);
  await device.round();
  server.held.delete(one.id);
  const again = aRow("Three");
  server.keep(again.envelope, again.state);
  await device.round();
  expect(server.held.has(one.id)).toBe(true);
  expect(wordsIn(disk.rows.get(one.id))).toBe("One");
});

test("[S11] a restored server gets back what it lost before anything else is asked", async () => {
  const [lost, kept, mine] = [aRow("Lost"), aRow("Kept"), aRow("Typed since")];
  const { server, disk, device } = aDevice(lost, kept);
  await device.round();
  server.restoreWithout([lost.id]);
  disk.rows.set(mine.id, mine);
  server.asked.length = 0;
  expect(await device.round()).toMatchObject({ allSent: true });
  expect(server.asked.slice(0, 3)).toEqual(["push", "offer", "recover"]);
  expect([...server.held.keys()].toSorted()).toEqual(idsOf([lost, kept, mine]).toSorted());
  expect(disk.marks).toMatchObject({ epoch: "epoch-1'" });
  expect(disk.marks.recoveringTo).toBeUndefined();
});

test("[P4] the first contact names no epoch, and all after it the one that answered, until another begins recovery", async () => {
  const row = aRow("Lost");
  const { server, device } = aDevice(row);
  const named: [string, unknown][] = [];
  server.before = async (name, message) => {
    named.push([name, (message as Message<"pull">).epoch]);
    return undefined;
  };
  await device.round();
  const [first, ...later] = named.splice(0);
  expect(first?.[1]).toBeNull();
  expect(new Set(later.map(([, epoch]) => epoch))).toEqual(new Set(["epoch-1"]));
  server.restoreWithout([row.id]);
  await device.round();
  const [noticed, recovering] = named;
  expect(noticed).toEqual(["pull", "epoch-1"]);
  expect(recovering).toEqual(["offer", "epoch-1'"]);
});

test("[S11] recovery that stopped half way begins again, and forgets nothing meanwhile", async () => {
  const lost = aRow("Lost");
  const { server, disk, device } = aDevice(lost);
  await device.round();
  server.restoreWithout([lost.id]);
  server.forget = [maisieOwn];
  server.before = async (name) => (name === "recover" ? no("offline") : undefined);
  expect((await device.round()).problem).toEqual({ code: "offline" });
  expect(disk.marks).toMatchObject({ epoch: "epoch-1", recoveringTo: "epoch-1'" });
  expect(disk.rows.has(lost.id)).toBe(true);
  server.before = async () => undefined;
  server.forget = [];
  await device.round();
  expect(server.held.has(lost.id)).toBe(true);
});

test("rounds never overlap, and a round with nothing new asks for little", async () => {
  const row = aRow("Calm");
  const { server, device } = aDevice(row);
  await Promise.all([device.round(), device.round()]);
  expect(server.asked).toEqual(["pull", "push", "pull", "audit", "pull"]);
});
