/** Long lists, through the real server: who else is answered meanwhile, and what stands if it stops in the middle. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PeopleOverview, RosterImported } from "#model/wire/api.ts";
import { listPeopleMax, type RosterPreview } from "#model/wire/roster-preview.ts";
import { learnerOfPerson } from "#model/id.ts";
import { StorageFailure, type Storage } from "#server/storage/storage.ts";
import {
  aDevice,
  aRecord,
  aSchoolServer,
  learner,
  organisation,
  person,
  type TestServer,
} from "#tests/support/server.ts";

let server: TestServer;
let cookie: string;
beforeEach(async () => {
  server = await aSchoolServer();
  ({ cookie } = await aDevice(server, person("coordinator")));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.close();
});

/** A list with so many learners in groups of thirty, each group with a tutor. */
function aList(learners: number): Buffer {
  const groups = Math.ceil(learners / 30);
  const lines = [
    ...Array.from({ length: groups }, (_none, group) => `Tutor Number${group},tutor,t${group},G${group}`),
    ...Array.from(
      { length: learners },
      (_none, one) => `Robin Number${one},learner,l${one},G${one % groups}`,
    ),
  ];
  return Buffer.from(["name,role,id,tutor group", ...lines].join("\n"));
}

const ask = (url: string, payload: Buffer | object) => {
  const type = Buffer.isBuffer(payload) ? { "content-type": "text/csv" } : {};
  return server.app.inject({ method: "POST", url, headers: { cookie, ...type }, payload });
};
const preview = async (list: Buffer): Promise<RosterPreview> =>
  (await ask("/api/roster/preview", list)).json();
const confirm = async (id: string): Promise<RosterImported> =>
  (await ask("/api/roster/import", { preview: id, ticked: [] })).json();
const overview = async (): Promise<PeopleOverview> =>
  (await server.app.inject({ url: `/api/people?org=${organisation("school")}`, headers: { cookie } })).json();

/** How many pushes are answered, one after the other, while something is done; and what came of that. */
async function pushedDuring<T>(work: () => Promise<T>): Promise<readonly [number, T]> {
  const phone = await aDevice(server, person("ann"));
  let pushed = 0;
  const over = new AbortController();
  const done = work().finally(() => over.abort());
  for (; !over.signal.aborted; pushed += 1) {
    const entry = aRecord("log-entry", { by: person("ann"), learner: learner("ann") }, (draft) =>
      draft.type("did", `Entry ${pushed}`),
    );
    expect(await phone.push(entry)).toMatchObject([{ id: entry.envelope.id }]);
  }
  return [pushed, await done];
}

test("whoever pushes is answered again and again while a long list is looked at, and while it is brought in", async () => {
  const [duringLook, looked] = await pushedDuring(() => preview(aList(6_000)));
  expect(looked.counts.learners.toAdd).toBe(6_000);
  expect(duringLook).toBeGreaterThan(10);
  const { id } = await preview(aList(300));
  const [duringImport, imported] = await pushedDuring(() => confirm(id));
  expect(imported).toMatchObject({ added: 310, linksAdded: 300 });
  expect(duringImport).toBeGreaterThan(10);
});

test("a list of more people than any college has is refused with why, and the server goes on", async () => {
  const answer = await ask("/api/roster/preview", aList(listPeopleMax));
  expect(answer.json()).toEqual({ problem: { code: "roster-unreadable", detail: "too-large" } });
  expect((await preview(aList(30))).counts.learners.toAdd).toBe(30);
});

test("a preview that is confirmed twice at once is brought in once", async () => {
  const { id } = await preview(aList(90));
  const answers = await Promise.all([confirm(id), confirm(id)]);
  expect(answers.filter((answer) => "added" in answer)).toHaveLength(1);
  expect((await overview()).learners).toHaveLength(2 + 90);
});

/** The database fails for good after so many more writes, until it is mended. */
function failingAfter(writes: number): () => void {
  const { storage } = server.site;
  const write = storage.write.bind(storage);
  let left = writes;
  const failing: Storage["write"] = async (work) => {
    left -= 1;
    if (left < 0) throw new StorageFailure("storage-failed", undefined);
    return write(work);
  };
  const spy = vi.spyOn(storage, "write").mockImplementation(failing);
  return () => {
    spy.mockRestore();
  };
}

test("a list that is cut off has ended what it ends before it gave anybody anything, and the same list does the rest", async () => {
  await confirm((await preview(Buffer.from("name,role,id,tutor group\nOld Tutor,tutor,o1,G0\n"))).id);
  const old = (await overview()).people.find(({ name }) => name === "Old Tutor");
  if (!old) throw new Error("the tutor was not brought in");
  const tablet = await aDevice(server, old.person);
  const { id } = await preview(aList(90));
  const mend = failingAfter(3);
  expect(await confirm(id)).toMatchObject({ problem: { code: "storage-failed" } });
  mend();
  await expect(tablet.pull()).rejects.toThrow("signed-out");
  const half = await overview();
  expect(half.learners.length).toBeGreaterThan(2);
  expect(half.learners.length).toBeLessThan(2 + 90);
  const brought = half.people.filter(({ name }) => name.startsWith("Tutor Number"));
  expect(brought.map(({ tutorOf }) => tutorOf)).toEqual(brought.map(() => 0));

  // While it may still be going on elsewhere, no other begins.
  const early = await preview(aList(90));
  expect(await confirm(early.id)).toMatchObject({ problem: { code: "roster-changed" } });
  server.later(61_000);
  await confirm((await preview(aList(90))).id);
  const whole = await overview();
  expect(whole.learners).toHaveLength(2 + 90);
  expect(new Set(whole.learners.map(({ learner: one }) => one)).size).toBe(2 + 90);
  const tutors = whole.people.filter(({ name }) => name.startsWith("Tutor Number"));
  expect(tutors.map(({ tutorOf }) => tutorOf)).toEqual([30, 30, 30]);
});

/** Before the next write somebody does something else. */
function beforeNextWrite(meanwhile: () => Promise<unknown>): void {
  const { storage } = server.site;
  const write = storage.write.bind(storage);
  vi.spyOn(storage, "write").mockImplementationOnce(async (work) => {
    await meanwhile();
    return write(work);
  });
}

test("a user name that somebody is given meanwhile stays theirs, and the list's person has another", async () => {
  const { id } = await preview(Buffer.from("name,role,id\nMorwenna Trevithick,learner,m1\n"));
  const asked = {
    org: organisation("school"),
    name: "Morwenna Tregear",
    role: "learner",
    userName: "morwenna.t",
  };
  beforeNextWrite(async () => expect((await ask("/api/people", asked)).statusCode).toBe(200));
  const { people } = await confirm(id);
  const users = await server.storage.read(({ accounts }) => accounts.usersByPerson(people));
  expect(users.map(({ userName }) => userName)).toEqual(["morwenna.tr"]);
});

test("[A4] whoever is named without a row and stops working here meanwhile is given nobody", async () => {
  const { id } = await preview(Buffer.from("name,role,id,tutors\nMorwenna Trevithick,learner,m1,jo\n"));
  const standing = await server.storage.read((t) => t.memberships.standing({ people: [person("jo")] }));
  const membership = standing.find(({ org }) => org !== undefined)?.id;
  const admin = await aDevice(server, person("admin"));
  const { storage } = server.site;
  // The first write is the claim, the second brings the learner in.
  const write = storage.write.bind(storage);
  vi.spyOn(storage, "write")
    .mockImplementationOnce(write)
    .mockImplementationOnce(async (work) => {
      const headers = { cookie: admin.cookie };
      const payload = { membership };
      const ended = await server.app.inject({
        method: "POST",
        url: "/api/memberships/end",
        headers,
        payload,
      });
      expect(ended.statusCode).toBe(200);
      return write(work);
    });
  const { people } = await confirm(id);
  expect(people).toHaveLength(1);
  const around = await server.storage.read((t) =>
    t.memberships.standing({ learners: people.map(learnerOfPerson) }),
  );
  expect(around.map(({ role }) => role)).toEqual(["home"]);
});

test("a list that was cut off while the server's clock was years ahead holds no other up once it is right again", async () => {
  const years = 5 * 365 * 24 * 3600 * 1000;
  server.later(years);
  ({ cookie } = await aDevice(server, person("coordinator")));
  const cut = await preview(aList(90));
  const mend = failingAfter(3);
  expect(await confirm(cut.id)).toMatchObject({ problem: { code: "storage-failed" } });
  mend();
  server.later(-years);
  expect(await confirm((await preview(aList(90))).id)).toMatchObject({ linksAdded: 90 });
});
