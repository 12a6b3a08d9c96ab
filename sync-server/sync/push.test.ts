import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { planIdOf } from "#model/kinds/plan.ts";
import { contributionIdOf, reviewIdOf, targetOutcomeIdOf } from "#model/kinds/review.ts";
import { createServer } from "#server/server.ts";
import { StorageFailure, type KeptRecord, type Storage } from "#server/storage/storage.ts";
import { createId, type Id } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import { openRecord } from "#model/record/record.ts";
import {
  aDevice,
  aRecord,
  aSchoolServer,
  edited,
  hashOfState,
  learner,
  organisation,
  person,
  type TestServer,
} from "#tests/support/server.ts";

let server: TestServer;
beforeEach(async () => {
  server = await aSchoolServer();
});
afterEach(() => server.close());

const ann = { learner: learner("ann") };
const anEntry = (words: string) =>
  aRecord("log-entry", { ...ann, by: person("ann") }, (draft) => draft.type("did", words));
const aTarget = (by: string, words: string) =>
  aRecord("target", { ...ann, by: person(by) }, (draft) => draft.type("what", words));

const aClosing = (by: string, review: Id<"review">, series = organisation("school")) =>
  aRecord("review-closed", { ...ann, by: person(by) }, (draft) => {
    draft.set("review", review);
    draft.set("series", series);
    draft.set("content", "{}");
  });
const anOutcome = (review: Id<"review">, target: Id, series = organisation("school")) =>
  aRecord("target-outcome", { ...ann, id: targetOutcomeIdOf(review, target as Id<"target">) }, (draft) => {
    draft.set("review", review);
    draft.set("target", target as Id<"target">);
    draft.set("series", series);
    draft.set("outcome", "reached");
  });

test("[S1] a push whose answer was lost is answered the same again, and nothing moves", async () => {
  const phone = await aDevice(server, person("ann"));
  const entry = anEntry("We built a wall");
  const [first] = await phone.push(entry);
  const before = await phone.pull();
  const [again] = await phone.push(entry);
  expect(first?.kept?.hash).toBe(hashOfState(entry.state));
  expect(again).toEqual(first);
  expect((await phone.pull()).highest.position).toBe(before.highest.position);
});

test("[S3] one poisoned record among fifty is refused and the other forty-nine are kept", async () => {
  const phone = await aDevice(server, person("ann"));
  const records = Array.from({ length: 50 }, (_, index) => anEntry(`entry ${index}`));
  const poisoned = records.map((record, index) =>
    index === 25 ? { ...record, state: new Uint8Array([1, 2, 3, 4, 255]) } : record,
  );
  const answers = await phone.push(...poisoned);
  expect(answers.filter(({ kept }) => kept)).toHaveLength(49);
  expect(answers[25]?.refused?.code).toBe("malformed");
});

test("[A5] another learner in the envelope of a kept record is refused", async () => {
  const tablet = await aDevice(server, person("tess"));
  const target = aTarget("tess", "Read a drawing");
  await tablet.push(target);
  const moved = {
    ...edited("target", target, { by: person("tess"), edit: (d) => d.type("why", "x") }),
    envelope: { ...target.envelope, learner: learner("bob") },
  };
  expect((await tablet.push(moved))[0]?.refused?.code).toBe("envelope-changed");
  const phone = await aDevice(server, person("ann"));
  expect((await phone.push(moved))[0]?.refused?.code).toBe("not-allowed");
});

test("[S12] a record is not written under a client id that is another device's", async () => {
  const phone = await aDevice(server, person("ann"), "device-phone");
  const laptop = await aDevice(server, person("ann"), "device-laptop");
  const entry = anEntry("first");
  await phone.push(entry);
  const open = openRecord(kindOf("log-entry"), entry.state, { person: person("ann"), random: Math.random });
  open.change((draft) => draft.type("how", "on the phone"));
  const one = open.state();
  open.change((draft) => draft.type("how", "on the phone, but sent from a copy"));
  await phone.push({ ...entry, state: one });
  const [answer] = await laptop.push({ ...entry, state: open.state() });
  expect(answer?.refused?.code).toBe("client-id-taken");
});

test("[A5] a teacher of the teaching team reads the plan and may not change it", async () => {
  const teacher = await aDevice(server, person("jo"));
  const [answer] = await teacher.push(aTarget("jo", "not mine to set"));
  expect(answer?.refused?.code).toBe("not-allowed");
});

test("[A5] nobody creates a record in another's name", async () => {
  const tutor = await aDevice(server, person("tess"));
  const [answer] = await tutor.push(aTarget("ann", "as if Ann had said it"));
  expect(answer?.refused?.code).toBe("not-allowed");
});

test("[A1] a stranger who guesses the id of a plan learns nothing of it", async () => {
  const tutor = await aDevice(server, person("tess"));
  const plan = aRecord("plan", { ...ann, id: planIdOf(learner("ann")) }, (draft) =>
    draft.type("destination", "a joiner"),
  );
  await tutor.push(plan);
  const stranger = await aDevice(server, person("zak"));
  const [answer] = await stranger.push(aRecord("plan", { ...ann, id: planIdOf(learner("ann")) }, () => {}));
  expect(answer).toEqual({ id: plan.envelope.id, rev: 1, refused: { code: "not-allowed" } });
});

test("[M3] two people who start the same plan have one, stamped by who came first", async () => {
  const phone = await aDevice(server, person("ann"));
  const tablet = await aDevice(server, person("tess"));
  const id = planIdOf(learner("ann"));
  await phone.push(aRecord("plan", { ...ann, id }, (draft) => draft.type("goodAt", "making things")));
  const [answer] = await tablet.push(
    aRecord("plan", { ...ann, id }, (draft) => draft.type("destination", "a joiner")),
  );
  expect(answer?.kept?.stamps.createdBy).toBe(person("ann"));
  expect((await phone.pull()).records.filter(({ envelope }) => envelope.kind === "plan")).toHaveLength(1);
});

test("[M3] a derived id that does not follow from its parts is refused", async () => {
  const tablet = await aDevice(server, person("tess"));
  const [answer] = await tablet.push(
    aRecord("plan", { ...ann, id: createId("plan", 0, Math.random) }, (draft) => draft.type("goodAt", "x")),
  );
  expect(answer?.refused?.code).toBe("wrong-id");
});

test("[M13] the same fact again is nothing new, another under its id is refused", async () => {
  const phone = await aDevice(server, person("ann"));
  const entry = anEntry("x");
  const choose = (sharedWith: "tutor" | "only-me", id?: `sharing-choice_${string}`) =>
    aRecord("sharing-choice", { ...ann, by: person("ann"), ...(id && { id }) }, (draft) => {
      draft.set("entry", entry.envelope.id as never);
      draft.set("sharedWith", sharedWith);
    });
  const choice = choose("tutor");
  expect((await phone.push(entry, choice)).every(({ kept }) => kept)).toBe(true);
  expect((await phone.push(choice))[0]?.kept).toBeDefined();
  const [answer] = await phone.push({ ...choose("only-me"), envelope: choice.envelope });
  expect(answer?.refused?.code).toBe("already-written");
});

test("[R4] closings are numbered without gaps, and a second closing of a review is an addendum", async () => {
  const tablet = await aDevice(server, person("tess"));
  const series = organisation("school");
  const first = reviewIdOf({ learner: learner("ann"), series });
  const second = reviewIdOf({ learner: learner("ann"), series, previous: first });
  const third = reviewIdOf({ learner: learner("ann"), series, previous: second });
  const close = (review: Id<"review">) => aClosing("tess", review, series);
  const answers = await tablet.push(close(first), close(second), close(first), close(third));
  expect(answers.map(({ kept }) => kept?.stamps.number)).toEqual([1, 2, 1, 3]);
});

test("[A1] HTML in a name is kept as the letters it is", async () => {
  const admin = await aDevice(server, person("admin"));
  const pulled = await admin.pull();
  const record = pulled.records.find(({ envelope }) => envelope.id === person("tess"));
  if (!record) throw new Error("the administrator holds no person");
  const changed = edited(
    "person",
    { envelope: record.envelope, state: record.state },
    { by: person("admin"), edit: (d) => d.set("name", "<img src=x onerror=alert(1)>") },
  );
  expect((await admin.push(changed))[0]?.kept).toBeDefined();
});

test("[R5] provider staff cannot take an outcome of the home's review into their own series", async () => {
  const tablet = await aDevice(server, person("tess"));
  const target = aTarget("tess", "Read a drawing");
  const id = reviewIdOf({ learner: learner("ann"), series: organisation("school") });
  const review = aRecord("review", { ...ann, id }, (draft) => draft.set("series", organisation("school")));
  await tablet.push(target, review);
  const outcome = anOutcome(id, target.envelope.id, organisation("moorlane"));
  const [answer] = await (await aDevice(server, person("pat"))).push(outcome);
  expect(answer?.refused).toEqual({ code: "wrong-value", detail: "series" });
});

test("[R8] provider staff neither close a review of the home nor set an outcome of it before anybody has begun it", async () => {
  const [tablet, other] = [await aDevice(server, person("tess")), await aDevice(server, person("pat"))];
  const of = { learner: learner("ann"), series: organisation("school") };
  const first = reviewIdOf(of);
  const second = reviewIdOf({ ...of, previous: first });
  const target = aTarget("tess", "Read a drawing");
  await tablet.push(target);
  const moorlane = organisation("moorlane");
  for (const review of [first, second])
    expect(
      await other.push(aClosing("pat", review, moorlane), anOutcome(review, target.envelope.id, moorlane)),
    ).toMatchObject([
      { refused: { code: "wrong-value", detail: "series" } },
      { refused: { code: "wrong-value", detail: "series" } },
    ]);
  const theirs = await tablet.push(
    aClosing("tess", first),
    anOutcome(second, target.envelope.id),
    aClosing("tess", second),
  );
  expect(theirs.map(({ kept }) => kept?.stamps.number)).toEqual([1, undefined, 2]);
});

test("[R8] a push may bring a closing after what follows from it: a clock was set back between them", async () => {
  const tablet = await aDevice(server, person("tess"));
  const of = { learner: learner("ann"), series: organisation("school") };
  const first = reviewIdOf(of);
  const second = reviewIdOf({ ...of, previous: first });
  const target = aTarget("tess", "Read a drawing");
  const third = reviewIdOf({ ...of, previous: second });
  const answers = await tablet.push(
    anOutcome(third, target.envelope.id),
    aClosing("tess", second),
    target,
    aClosing("tess", first),
  );
  expect(answers.map(({ refused, kept }) => refused ?? kept?.stamps.number)).toEqual([
    undefined,
    2,
    undefined,
    1,
  ]);
});

test("[A1] whoever is around one learner says nothing to a review of another", async () => {
  const tablet = await aDevice(server, person("tess"));
  const series = organisation("school");
  const id = reviewIdOf({ learner: learner("bob"), series });
  await tablet.push(
    aRecord("review", { learner: learner("bob"), id }, (draft) => draft.set("series", series)),
  );
  const by = person("jo");
  const words = aRecord("contribution", { ...ann, by, id: contributionIdOf(id, by) }, (draft) => {
    draft.set("review", id);
    draft.type("words", "About somebody else");
  });
  const [answer] = await (await aDevice(server, by)).push(words);
  expect(answer?.refused).toEqual({ code: "wrong-value", detail: "review" });
});

/** The server on a storage that throws for one record. */
const withTrouble = async (trouble: Id, error: Error) => {
  const { storage } = server;
  const failing: Storage = {
    ...storage,
    write: (work) =>
      storage.write((t) => {
        const put = async (records: readonly KeptRecord[]): Promise<void> => {
          if (records.some(({ id }) => id === trouble)) throw error;
          await t.records.put(records);
        };
        return work({ ...t, records: { ...t.records, put } });
      }),
  };
  return createServer({ storage: failing, clock: server.now });
};

test("[S3] a record that brings the program down is refused, and those beside it are kept", async () => {
  const records = [anEntry("one"), anEntry("two"), anEntry("three")];
  const phone = await aDevice(
    await withTrouble(records[1]?.envelope.id as Id, new TypeError("a bug")),
    person("ann"),
  );
  const answers = await phone.push(...records);
  expect(answers.map(({ kept, refused }) => refused?.code ?? (kept && "kept"))).toEqual([
    "kept",
    "server-failed",
    "kept",
  ]);
});

test("[S4] when the disk is full nothing is refused: the device asks again later", async () => {
  const entry = anEntry("one");
  const trouble = await withTrouble(entry.envelope.id, new StorageFailure("storage-full", undefined));
  const phone = await aDevice(trouble, person("ann"));
  await expect(phone.push(anEntry("two"), entry)).rejects.toThrow("storage-full");
  const again = await (await aDevice(server, person("ann"))).push(entry);
  expect(again[0]?.kept).toBeDefined();
});

test("[A1] who guesses a record to the byte is still told nothing of it", async () => {
  const phone = await aDevice(server, person("ann"));
  const entry = anEntry("Only for me");
  await phone.push(entry);
  const [answer] = await (await aDevice(server, person("zak"))).push(entry);
  expect(answer?.refused?.code).toBe("not-allowed");
  expect(answer?.kept).toBeUndefined();
});

test("[S3] what was kept of a push is told to others, though the disk failed before all of it was", async () => {
  const [kept, lost] = [anEntry("one"), anEntry("two")];
  const { storage } = server;
  const failing: Storage = {
    ...storage,
    write: (work) =>
      storage.write((t) => {
        const put = async (records: readonly KeptRecord[]): Promise<void> => {
          if (records.length > 1) throw new TypeError("a bug");
          if (records[0]?.id === lost.envelope.id) throw new StorageFailure("storage-full", undefined);
          await t.records.put(records);
        };
        return work({ ...t, records: { ...t.records, put } });
      }),
  };
  const other = await createServer({ storage: failing, clock: server.now });
  const phone = await aDevice(other, person("ann"));
  const ring = vi.spyOn(other.site.bell, "ring");
  const records = [kept, lost].map((record, place) => ({ ...record, rev: place + 1 }));
  expect(await phone.ask("push", ["push", "pushed"], { records })).toMatchObject({
    problem: { code: "storage-full" },
  });
  const rung = ring.mock.calls.flatMap(([{ scopes }]) => [...scopes]);
  expect(rung).toEqual([`own:${person("ann")}`]);
});
