import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { learnerOfPerson, type Id } from "#model/id.ts";
import { reviewIdOf } from "#model/kinds/review.ts";
import { restoreFile } from "#server/backup/restore.ts";
import { openJournal, type JournalFile } from "#server/journal/journal-file.ts";
import { issueCodes } from "#server/sign-in/codes.ts";
import { signInByCode } from "#server/sign-in/signing-in.ts";
import { endRecovery } from "#server/sync/epoch.ts";
import { realSurroundings } from "#server/surroundings.ts";
import { isUnsent } from "#store/replicate/row.ts";
import {
  aDevice,
  aRecord,
  aSchool,
  aServer,
  edited,
  organisation,
  orThrow,
  person,
  withPeople,
  type TestServer,
} from "#tests/support/server.ts";
import { aHolder, asItWas, inject, round, write, type Holder } from "./device.ts";

// One school, one backup, and much after it. Then the server is gone, the backup is put in place, and devices come
// back in every order, with each of them lost in turn. What any of them held is there again; what was taken away is not.

const ann = person("ann");
const learner = learnerOfPerson(ann);
const series = organisation("school");
const names = ["phone", "tablet", "office"] as const;
type Name = (typeof names)[number];
const unwantedWords = "Something nobody should read";

const entry = (words: string) =>
  aRecord("log-entry", { learner, by: ann }, (draft) => draft.type("did", words));
const shared = (of: Id) =>
  aRecord("sharing-choice", { learner, by: ann }, (draft) => {
    draft.set("entry", of as Id<"log-entry">);
    draft.set("sharedWith", "tutor");
    draft.set("replaces", []);
  });
const comment = (words: string, about: Id, by = person("tess")) =>
  aRecord("comment", { learner, by }, (draft) => {
    draft.set("about", about as Id<"target">);
    draft.type("words", words);
  });
const firstReview = reviewIdOf({ learner, series });
const secondReview = reviewIdOf({ learner, series, previous: firstReview });
const review = (id: Id<"review">, previous?: Id<"review">) =>
  aRecord("review", { learner, id }, (draft) => {
    draft.set("series", series);
    if (previous) draft.set("previous", previous);
    draft.type("overall", `Went well ${id}`);
  });
const closing = (of: Id<"review">) =>
  aRecord("review-closed", { learner, by: person("tess") }, (draft) => {
    draft.set("review", of);
    draft.set("series", series);
    draft.set("content", "{}");
    draft.set("contentHash", "hash");
  });

/** Mo, too, who leads safeguarding. */
const withSafeguardingLead: typeof aSchool = {
  ...aSchool,
  people: [...(aSchool.people ?? []), { id: person("mo"), name: "Mo", org: series }],
  staff: [...(aSchool.staff ?? []), { org: series, person: person("mo"), role: "safeguarding-lead" }],
};

/** What is kept of the afternoon for every test. */
interface Past {
  readonly backup: string;
  readonly devices: Readonly<Record<Name, Holder>>;
  readonly erased: Id;
  readonly fromPhone: Id;
  readonly usedCode: string;
  readonly lostCookie: string;
}

let folder: string;
let journal: JournalFile;
let past: Past;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "waymark-restore-"));
  journal = await openJournal(join(folder, "journal"), "one");
  past = await afternoon();
}, 60_000);
afterAll(async () => {
  await journal.close();
  rmSync(folder, { recursive: true });
});

async function sendAll(server: TestServer, devices: readonly Holder[]): Promise<void> {
  for (const pass of [1, 2])
    for (const device of devices) {
      const { allSent, problem } = await round(device, inject(server));
      if (!allSent) throw new Error(`${device.name} in pass ${pass}: ${problem?.code}`);
    }
}

async function afternoon(): Promise<Past> {
  const server = await aServer({ file: join(folder, "server.db"), journal });
  await withPeople(server, withSafeguardingLead);
  const devices = {
    phone: await aHolder(server, { name: "phone-of-ann", person: ann }),
    tablet: await aHolder(server, { name: "tablet-of-tess", person: person("tess") }),
    office: await aHolder(server, {
      name: "office-computer",
      person: person("coordinator"),
      opened: [learner],
    }),
  };
  const { phone, tablet, office } = devices;
  const lost = await aDevice(server, person("bob"), "lost-device");
  const [code] = await server.storage.write(async (t) => {
    await t.accounts.putUsers([{ person: person("jo"), userName: "jo" }]);
    return issueCodes(t, server.site.surroundings, { people: [person("jo")], by: "server" });
  });
  const [early, unwanted] = [entry("Sanded the bench"), entry(unwantedWords)];
  await write(phone, early, shared(early.envelope.id), unwanted, shared(unwanted.envelope.id));
  await write(tablet, review(firstReview));
  await sendAll(server, Object.values(devices));
  const backup = join(folder, "backup.db");
  await server.storage.copyTo(backup);

  const late = entry("Cut the joints");
  await write(phone, late, shared(late.envelope.id));
  await write(
    phone,
    edited("log-entry", early, { by: ann, edit: (draft) => draft.type("learned", "Grain matters") }),
  );
  await sendAll(server, Object.values(devices));
  await write(tablet, comment("Well cut", late.envelope.id), closing(firstReview));
  await sendAll(server, Object.values(devices));
  await write(tablet, review(secondReview, firstReview), closing(secondReview));
  const erasure = aRecord("erasure", { learner, by: ann }, (draft) => {
    draft.set("record", unwanted.envelope.id as Id<"log-entry">);
    draft.set("author", ann);
  });
  await write(phone, erasure);
  const provider = (await server.storage.read((t) => t.memberships.standing({ learners: [learner] }))).find(
    ({ role }) => role === "provider",
  );
  await write(
    office,
    aRecord("membership-ended", { learner, by: person("coordinator") }, (draft) =>
      draft.set("membership", provider?.id),
    ),
  );
  await sendAll(server, Object.values(devices));
  const signIn = { code: code?.code ?? "", password: "words of jo", deviceName: "laptop" };
  orThrow(await signInByCode(server.site, signIn));
  const cut = await server.app.inject({
    method: "DELETE",
    url: `/api/devices/${lost.id}`,
    headers: { cookie: office.cookie },
  });
  expect(cut.statusCode).toBe(200);
  // The last thing of the day: no device of Ann's hears of it any more.
  const opened = await server.app.inject({
    method: "POST",
    url: "/api/safeguarding/open",
    headers: { cookie: (await aDevice(server, person("mo"))).cookie },
    payload: { learner, reason: "Her teacher saw a bruise" },
  });
  expect(opened.statusCode).toBe(200);
  await server.close();
  return {
    backup,
    devices,
    erased: unwanted.envelope.id,
    fromPhone: late.envelope.id,
    usedCode: signIn.code,
    lostCookie: lost.cookie,
  };
}

/** Puts the backup in place, as an operator does or behind everybody's back. */
async function setBack(isAnnounced: boolean): Promise<TestServer> {
  const dataFolder = mkdtempSync(join(folder, "restored-"));
  const databaseFile = join(dataFolder, "waymark.db");
  const places = { dataFolder, databaseFile, databaseUrl: undefined, journalFolder: join(folder, "journal") };
  if (!isAnnounced) copyFileSync(past.backup, databaseFile);
  else {
    const done = await restoreFile(past.backup, { places, surroundings: realSurroundings });
    if ("wrong" in done) throw new Error(done.wrong);
  }
  return aServer({ file: databaseFile, journal });
}

const orders: readonly (readonly Name[])[] = names.flatMap((first) =>
  names
    .filter((name) => name !== first)
    .flatMap((second) => {
      const third = names.find((name) => name !== first && name !== second);
      return [third ? [first, second, third] : [], [first, second]];
    }),
);

const cases = orders.flatMap((order) =>
  [true, false].map((isAnnounced) => ({
    order,
    isAnnounced,
    who: order.join(", "),
    how: isAnnounced ? "told" : "not told",
  })),
);

test.for(cases)(
  "[S11] [S13] [S15] $who come back to a server $how that it was set back: nothing held is lost, nothing taken away is back",
  { timeout: 30_000 },
  async ({ order, isAnnounced }) => {
    const server = await setBack(isAnnounced);
    const devices = order.map((name) => asItWas(past.devices[name]));
    const held = new Map(devices.flatMap(({ disk }) => [...disk.rows.values()].map((row) => [row.id, row])));
    for (const pass of [1, 2, 3]) {
      for (const device of devices)
        expect([pass, device.name, (await round(device, inject(server))).problem]).toEqual([
          pass,
          device.name,
          undefined,
        ]);
      if (pass === 2) await endRecovery(server.storage);
    }
    const ids = [...held.keys()];
    const kept = new Map(
      (await server.storage.read((t) => t.records.byIds(ids))).map((one) => [one.id, one]),
    );
    expect(ids.filter((id) => kept.get(id)?.hash !== held.get(id)?.serverHash)).toEqual([]);
    // The phone may be the one that is lost: its entry is on the tablet, too.
    expect(kept.has(past.fromPhone)).toBe(true);
    await expectNumbered(server);
    await expectTakenAway(server, devices);
    await expectTold(server, devices);
    for (const device of devices) {
      expect((await round(device, inject(server))).allSent).toBe(true);
      expect([...device.disk.rows.values()].filter(isUnsent)).toEqual([]);
      expect([...device.disk.refused.values()]).toEqual([]);
    }
    await server.close();
  },
);

async function expectNumbered(server: TestServer): Promise<void> {
  const closings = await server.storage.read((t) => t.facts.closings(learner));
  expect(closings.map(({ review: of, number }) => [of, number])).toEqual([
    [firstReview, 1],
    [secondReview, 2],
  ]);
}

/** That private entries were opened is told, also where the backup knows nothing of it. */
async function expectTold(server: TestServer, devices: readonly Holder[]): Promise<void> {
  expect(await server.storage.read((t) => t.records.count("private-opened"))).toBe(1);
  for (const { name, disk } of devices) {
    const openings = [...disk.rows.values()].filter(({ envelope }) => envelope.kind === "private-opened");
    expect(openings).toHaveLength(name === "phone-of-ann" ? 1 : 0);
  }
}

async function expectTakenAway(server: TestServer, devices: readonly Holder[]): Promise<void> {
  const { erased, usedCode, lostCookie } = past;
  expect(await server.storage.read((t) => t.records.byIds([erased]))).toEqual([]);
  for (const { disk } of devices) {
    // Where it was erased its row stays without a word, in the way of a page that another tab asked for before.
    expect(disk.rows.get(erased) ?? { erased: true }).toMatchObject({ erased: true });
    for (const { state, base = state } of disk.rows.values())
      for (const bytes of [state, base]) expect(Buffer.from(bytes).includes(unwantedWords)).toBe(false);
  }
  const pulled = await (await aDevice(server, person("pat"), "another-device")).pull();
  expect(pulled.records.filter((one) => one.envelope.learner === learner)).toEqual([]);
  const asked = await server.app.inject({ url: "/api/session", headers: { cookie: lostCookie } });
  expect(asked.statusCode).toBe(401);
  const again = await signInByCode(server.site, {
    code: usedCode,
    password: "others' words",
    deviceName: "x",
  });
  expect(again).toMatchObject({ problem: { code: "code-used" } });
}
