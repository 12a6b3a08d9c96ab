import { afterEach, beforeEach, expect, test } from "vitest";
import type { PeopleOverview, RosterImported, SignInCode } from "#model/wire/api.ts";
import { learnerOfPerson } from "#model/id.ts";
import type { RosterPreview } from "#model/wire/roster-preview.ts";
import { aRosterZip, aRosterZipWith, aZipOf } from "#server/roster/fixtures.ts";
import {
  aDevice,
  aServer,
  organisation,
  person,
  withPeople,
  type TestDevice,
  type TestServer,
} from "#tests/support/server.ts";

let server: TestServer;
let laptop: TestDevice;
const school = organisation("school");

beforeEach(async () => {
  server = await aServer();
  await withPeople(server, {
    organisations: [{ id: school, name: "Thornfield School", type: "school" }],
    people: [{ id: person("admin"), name: "Admin", org: school }],
    staff: [{ org: school, person: person("admin"), role: "administrator" }],
  });
  laptop = await aDevice(server, person("admin"));
});
afterEach(() => server.close());

const call = async <T>(method: "GET" | "POST", url: string, body?: object): Promise<T> => {
  const response = await server.app.inject({
    method,
    url,
    headers: { cookie: laptop.cookie },
    ...(body && { payload: body }),
  });
  return response.json();
};
const preview = async (zip: Uint8Array, ticked = ""): Promise<RosterPreview> => {
  const url = `/api/roster/preview?ticked=${ticked}`;
  const headers = { cookie: laptop.cookie, "content-type": "application/zip" };
  return (await server.app.inject({ method: "POST", url, headers, payload: Buffer.from(zip) })).json();
};
const csvOf = (...lines: readonly string[]): Uint8Array => Buffer.from(lines.join("\n"));
const confirm = (id: string, ticked: readonly string[] = []): Promise<RosterImported> =>
  call("POST", "/api/roster/import", { preview: id, ticked });
const bringIn = async (zip: Uint8Array): Promise<RosterImported> => confirm((await preview(zip)).id);
const join = (who: string, name: string, org = school): Promise<void> =>
  withPeople(server, {
    people: [{ id: person(who), name, org }],
    staff: [{ org, person: person(who), role: "staff" }],
  });
const namingTess = csvOf("name,role,tutors", "Maisie,learner,Tess Holt");
const overview = (): Promise<PeopleOverview> => call("GET", `/api/people?org=${school}`);

test("a preview imports nothing until it is confirmed", async () => {
  const seen = await preview(aRosterZip());
  expect(seen.counts.learners.toAdd).toBe(3);
  expect((await overview()).people).toHaveLength(1);
  expect((await confirm(seen.id)).added).toBe(5);
  expect((await overview()).learners).toHaveLength(3);
});

test("importing the same list again changes nothing", async () => {
  await bringIn(aRosterZip());
  const again = await preview(aRosterZip());
  expect(again.changesNothing).toBe(true);
  expect(await confirm(again.id)).toMatchObject({
    added: 0,
    changed: 0,
    left: 0,
    linksAdded: 0,
    linksEnded: 0,
  });
  expect((await overview()).people).toHaveLength(6);
});

test("[A4] the teacher of a homeroom class tutors its learners, another teacher joins the teaching team", async () => {
  await bringIn(aRosterZip());
  const { people } = await overview();
  expect(people.find(({ name }) => name === "Farida Iqbal")).toMatchObject({ tutorOf: 2, teaches: 0 });
  expect(people.find(({ name }) => name === "Denise Barr")).toMatchObject({ tutorOf: 0, teaches: 2 });
});

test("[A13] a list that changes what somebody does ends nothing of being safeguarding lead", async () => {
  await bringIn(aRosterZip());
  const found = async () => (await overview()).people.find(({ name }) => name === "Denise Barr");
  await call("POST", "/api/memberships", {
    role: "safeguarding-lead",
    org: school,
    person: (await found())?.person,
  });
  const changed = await bringIn(aRosterZipWith("classes.csv", "c2,English,scheduled", "c2,English,homeroom"));
  expect(changed.changed).toBe(1);
  expect((await found())?.roles).toContain("safeguarding-lead");
});

test("a learner's programme comes in with a plain list, and a later list changes it", async () => {
  const programmes = async () => (await overview()).learners.map(({ name, programme }) => [name, programme]);
  const list = csvOf("name,role,programme", "Maisie,learner,Joinery", "Kofi,learner,");
  expect((await preview(list)).programmes).toEqual([{ programme: "Joinery", learners: 1 }]);
  await bringIn(list);
  expect(await programmes()).toEqual([
    ["Kofi", undefined],
    ["Maisie", "Joinery"],
  ]);
  expect((await preview(list)).changesNothing).toBe(true);
  await bringIn(csvOf("name,role,programme", "Maisie,learner,Catering", "Kofi,learner,Joinery"));
  expect(await programmes()).toEqual([
    ["Kofi", "Joinery"],
    ["Maisie", "Catering"],
  ]);
});

test("a preview that people have overtaken is refused", async () => {
  const first = await preview(aRosterZip());
  await confirm(first.id);
  const second = await preview(aRosterZipWith("users.csv", "Kofi,Mensah", "Kofi,Mensah-Owusu"));
  await confirm(second.id);
  expect(await confirm(second.id)).toMatchObject({ problem: { code: "not-found" } });
  expect((await overview()).people.some(({ name }) => name === "Kofi Mensah-Owusu")).toBe(true);
});

test("a leaver loses access at once, and what they wrote stays", async () => {
  await bringIn(aRosterZip());
  const farida = (await overview()).people.find(({ name }) => name === "Farida Iqbal");
  if (!farida) throw new Error("Farida was not imported");
  const tablet = await aDevice(server, farida.person);
  expect((await tablet.pull()).records.length).toBeGreaterThan(4);
  const gone = aRosterZipWith(
    "users.csv",
    "t1,active,true,s1,teacher,,Farida,Iqbal",
    "t1,tobedeleted,false,s1,teacher,,Farida,Iqbal",
  );
  expect((await bringIn(gone)).left).toBe(1);
  await expect(tablet.pull()).rejects.toThrow("signed-out");
  expect((await overview()).people.find(({ person: id }) => id === farida.person)?.tutorOf ?? 0).toBe(0);
  expect(await server.storage.read((t) => t.records.byIds([farida.person]))).toHaveLength(1);
});

/** Maisie, whom a list brought in and who has gone to another school since. */
async function maisieGoesElsewhere() {
  await bringIn(csvOf("name,role,id", "Maisie,learner,m1", "Kofi,learner,k1"));
  const maisie = (await overview()).people.find(({ name }) => name === "Maisie");
  if (!maisie) throw new Error("Maisie was not brought in");
  const ended = maisie.memberships.find(({ role }) => role === "home")?.id;
  await call("POST", "/api/memberships/end", { membership: ended });
  await withPeople(server, {
    organisations: [{ id: organisation("other"), name: "Other School", type: "school" }],
    learners: [{ person: maisie.person, home: organisation("other") }],
  });
  return maisie;
}

test("[A4] a list that still has a learner who went to another school gives nobody access to them, and changes nothing of theirs", async () => {
  const maisie = await maisieGoesElsewhere();
  const header = "name,role,id,tutors,programme,provider";
  const rows = ["Maisie M,learner,m1,Iqbal,Joinery,Moor Lane", "Kofi,learner,k1,Iqbal,Joinery,Moor Lane"];
  await bringIn(csvOf(header, ...rows, "Iqbal,tutor,t1,,,"));
  const around = (who: string) => {
    const learner = learnerOfPerson(who as typeof maisie.person);
    return server.storage.read(async (t) => ({
      roles: (await t.memberships.standing({ learners: [learner] })).map(({ role }) => role).toSorted(),
      programme: (await t.records.summaries([learner])).get(learner)?.summary?.["programme"],
    }));
  };
  const kofi = (await overview()).people.find(({ name }) => name === "Kofi");
  expect(await around(kofi?.person ?? "")).toEqual({
    roles: ["home", "provider", "tutor"],
    programme: "Joinery",
  });
  expect(await around(maisie.person)).toEqual({ roles: ["home"], programme: undefined });
  const names = await server.storage.read((t) => t.records.summaries([maisie.person]));
  expect(names.get(maisie.person)?.summary?.["name"]).toBe("Maisie");
});

test("a learner who went to another school keeps their account when the first one's list no longer has them", async () => {
  const maisie = await maisieGoesElsewhere();
  expect((await bringIn(csvOf("name,role,id", "Kofi,learner,k1"))).left).toBe(1);
  const [account] = await server.storage.read((t) => t.accounts.usersByPerson([maisie.person]));
  expect(account?.leftAt).toBeUndefined();
});

test("whoever comes back in a later list has their account and their learners again", async () => {
  await bringIn(aRosterZip());
  await bringIn(aRosterZipWith("users.csv", "t1,active,true,s1,teacher", "t1,tobedeleted,false,s1,teacher"));
  expect((await bringIn(aRosterZip())).changed).toBe(1);
  expect((await overview()).people.find(({ name }) => name === "Farida Iqbal")).toMatchObject({
    tutorOf: 2,
    left: false,
  });
});

test("codes are made for those who were imported, and each signs in once", async () => {
  const { people } = await bringIn(aRosterZip());
  const codes = await call<SignInCode[]>("POST", "/api/people/codes", { people });
  expect(new Set(codes.map(({ code }) => code)).size).toBe(5);
  const [first] = codes;
  const payload = {
    code: first?.code.toLowerCase().replace("-", " "),
    password: "a long enough one",
    deviceName: "phone",
  };
  expect((await server.app.inject({ method: "POST", url: "/api/session/code", payload })).statusCode).toBe(
    200,
  );
  const again = await server.app.inject({ method: "POST", url: "/api/session/code", payload });
  expect(again.json()).toMatchObject({ problem: { code: "code-used" } });
});

test("[A4] a tutor who is here without a row in the list is found by name, and sees the learner", async () => {
  await join("tess", "Tess Holt");
  const seen = await preview(namingTess);
  expect(seen.problems).toMatchObject([{ code: "name-from-school", effect: "read-as" }]);
  expect(seen.whoSeesWhom).toMatchObject([{ name: "Tess Holt", tutorOf: 1 }]);
  await confirm(seen.id);
  expect((await overview()).learners).toMatchObject([{ name: "Maisie", tutors: ["Tess Holt"] }]);
  expect((await preview(namingTess)).changesNothing).toBe(true);
});

test("[A4] staff of another organisation are never found by name, nor are those of a provider", async () => {
  await withPeople(server, {
    organisations: [
      { id: organisation("other"), name: "Other School", type: "school" },
      { id: organisation("lane"), name: "Moor Lane", type: "provider" },
    ],
  });
  await join("tess", "Tess Holt", organisation("other"));
  await join("pat", "Pat Holt", organisation("lane"));
  await bringIn(csvOf("name,role,tutors", "Maisie,learner,Tess Holt; Pat Holt"));
  expect((await overview()).learners).toMatchObject([{ name: "Maisie", tutors: [] }]);
});

test("[A4] nobody is found by name who has stopped working here", async () => {
  await join("tess", "Tess Holt");
  const [standing] = await server.storage.read((t) => t.memberships.standing({ people: [person("tess")] }));
  await call("POST", "/api/memberships/end", { membership: standing?.id });
  expect((await preview(namingTess)).problems).toMatchObject([{ code: "name-unknown", effect: "left-out" }]);
  await bringIn(namingTess);
  expect((await overview()).learners).toMatchObject([{ tutors: [] }]);
});

test("a second of the same name who joins after the preview leaves the first without access, too", async () => {
  await join("tess", "Tess Holt");
  const seen = await preview(namingTess);
  await join("double", "Tess Holt");
  expect(await confirm(seen.id)).toMatchObject({ problem: { code: "roster-changed" } });
  expect((await preview(namingTess)).problems).toMatchObject([{ code: "name-shared", effect: "left-out" }]);
  await bringIn(namingTess);
  expect((await overview()).learners).toMatchObject([{ tutors: [] }]);
});

test("whatever stands in the address of a preview is refused with what is wrong there", async () => {
  const headers = { cookie: laptop.cookie, "content-type": "text/csv" };
  for (const [query, detail] of [
    ["ticked=a&ticked=b", "ticked"],
    ["org=a&org=b", "org"],
    ["org=school", "org"],
  ] as const) {
    const url = `/api/roster/preview?${query}`;
    const answer = await server.app.inject({ method: "POST", url, headers, payload: "name,role" });
    expect(answer.json()).toEqual({ problem: { code: "malformed", detail } });
  }
});

test("[A5] only those who lead an organisation bring in its list", async () => {
  await join("tess", "Tess");
  laptop = await aDevice(server, person("tess"));
  expect(await preview(aRosterZip())).toMatchObject({ problem: { code: "not-allowed" } });
});

test("what cannot be read says why: a workbook, a picture or a document, a zip without a list, no header, nobody, too large", async () => {
  const oldWorkbook = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);
  const workbook = aZipOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" });
  const openWorkbook = aZipOf({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" });
  const why = async (list: Uint8Array): Promise<unknown> =>
    ((await preview(list)) as { problem?: object }).problem;
  const unreadable = (detail: string) => ({ code: "roster-unreadable", detail });
  for (const list of [oldWorkbook, workbook, openWorkbook])
    expect(await why(list)).toEqual(unreadable("workbook"));
  const letter = aZipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>" });
  const openLetter = aZipOf({ mimetype: "application/vnd.oasis.opendocument.text" });
  const oldLetter = Buffer.concat([oldWorkbook, Buffer.alloc(5000), Buffer.from("WordDocument", "utf16le")]);
  const portable = Buffer.from("%PDF-1.7\n1 0 obj\nname,role", "latin1");
  const drawing = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1");
  const photos = ["\xff\xd8\xff\xe0\0\x10JFIF\0", "\0\0\0\x18ftypheic", "GIF89a\x01", "RIFF\0\0\0\0WEBPVP8 "];
  for (const list of [letter, openLetter, oldLetter, portable, drawing])
    expect(await why(list)).toEqual(unreadable("not-a-list"));
  for (const photo of photos)
    expect(await why(Buffer.from(photo, "latin1"))).toEqual(unreadable("not-a-list"));
  expect(await why(aZipOf({ "inner.zip": "PK" }))).toEqual(unreadable("no-people-file"));
  expect(await why(csvOf("Name,Rolle", "Zoë,Schüler"))).toEqual(unreadable("no-people"));
  expect(await why(csvOf("A letter to parents"))).toEqual(unreadable("no-header"));
  expect(await why(Buffer.alloc(17 * 1_048_576, "name,role\n"))).toEqual(unreadable("too-large"));
});
