/** For whom somebody makes codes, and whose devices they cut off. */
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  aDevice,
  aSchoolServer,
  learner,
  organisation,
  person,
  withPeople,
  type TestServer,
} from "#tests/support/server.ts";

let server: TestServer;
beforeEach(async () => {
  server = await aSchoolServer();
  await server.storage.write((t) =>
    t.accounts.putUsers(
      ["ann", "bob", "tess", "jo", "pat", "coordinator", "admin", "zoe"].map((name) => ({
        person: person(name),
        userName: name,
      })),
    ),
  );
});
afterEach(() => server.close());

const post = (url: string, payload: object, headers: Record<string, string>) =>
  server.app.inject({ method: "POST", url, payload, headers });
const codesBy = async (who: string, people: readonly string[]) =>
  post(
    "/api/people/codes",
    { people: people.map(person) },
    { cookie: (await aDevice(server, person(who))).cookie },
  );

test.each([
  ["coordinator", "ann", 200],
  ["coordinator", "tess", 200],
  ["coordinator", "pat", 200],
  ["coordinator", "admin", 403],
  ["admin", "coordinator", 200],
  ["coordinator", "zoe", 403],
  ["tess", "ann", 403],
  ["ann", "ann", 403],
])(
  "%s asking for a code for %s is answered %d: nobody takes over an account that can do more than theirs",
  async (by, whom, status) => {
    expect((await codesBy(by, [whom])).statusCode).toBe(status);
  },
);

test("staff of a provider that teaches learners of two homes get codes from neither: they see what each may not", async () => {
  await withPeople(server, {
    organisations: [],
    people: [{ id: person("yan"), name: "yan", org: organisation("other") }],
    staff: [],
    learners: [
      {
        person: person("yan"),
        home: organisation("other"),
        tutors: [person("zak")],
        providers: [organisation("moorlane")],
      },
    ],
  });
  for (const by of ["coordinator", "zed"]) expect((await codesBy(by, ["pat"])).statusCode).toBe(403);
});

const works = (name: string, org: string, role: "staff" | "coordinator" = "staff") =>
  withPeople(server, { staff: [{ org: organisation(org), person: person(name), role }] });
const elsewhere = (...names: readonly string[]) => ({
  problem: { code: "not-allowed", detail: names.map(person).join(" ") },
});

test("[A22] whoever works at two schools gets a code from neither, and from somebody who leads at both", async () => {
  await works("tess", "other");
  for (const by of ["coordinator", "zed"])
    expect((await codesBy(by, ["tess"])).json()).toEqual(elsewhere("tess"));
  await works("coordinator", "other", "coordinator");
  expect((await codesBy("coordinator", ["tess"])).statusCode).toBe(200);
});

test("[A22] nobody gets into an account by naming it as one of their own staff", async () => {
  for (const name of ["tess", "ann", "coordinator"]) {
    const { cookie } = await aDevice(server, person("zed"));
    const named = { role: "staff", org: organisation("other"), person: person(name) };
    expect((await post("/api/memberships", named, { cookie })).statusCode).toBe(200);
    expect((await codesBy("zed", [name])).statusCode).toBe(403);
  }
});

test("[A22] whoever tutors or teaches a learner of another home gets a code only from who leads that home, too", async () => {
  await withPeople(server, {
    learners: [
      { person: person("yan"), home: organisation("other"), tutors: [person("tess")] },
      { person: person("xan"), home: organisation("other"), teachingTeam: [person("jo")] },
    ],
  });
  const answer = await codesBy("coordinator", ["ann", "tess", "bob", "jo"]);
  expect(answer.json()).toEqual(elsewhere("tess", "jo"));
  expect((await codesBy("coordinator", ["ann", "bob"])).statusCode).toBe(200);
});

test("[A22] a learner between two homes gets a code from nobody until one takes them in", async () => {
  const ending = async (by: string) => {
    const standing = await server.storage.read((t) => t.memberships.standing({ learners: [learner("bob")] }));
    const membership = standing.find(({ role }) => role === "home")?.id;
    const { cookie } = await aDevice(server, person(by));
    return post("/api/memberships/end", { membership }, { cookie });
  };
  expect((await ending("coordinator")).statusCode).toBe(200);
  for (const by of ["coordinator", "admin", "zed"]) expect((await codesBy(by, ["bob"])).statusCode).toBe(403);
  // Nor does their tutor: whose the learner is now, nobody can be asked.
  expect((await codesBy("coordinator", ["tess"])).json()).toEqual(elsewhere("tess"));
  await withPeople(server, { learners: [{ person: person("bob"), home: organisation("other") }] });
  expect((await codesBy("coordinator", ["bob"])).statusCode).toBe(403);
  expect((await codesBy("zed", ["bob"])).statusCode).toBe(200);
});

test("a phone that is lost is cut off by whoever leads one of the places its person works at", async () => {
  await works("tess", "other");
  const phone = await aDevice(server, person("tess"), "device-phone");
  const { cookie } = await aDevice(server, person("coordinator"));
  const answer = await server.app.inject({
    method: "DELETE",
    url: "/api/devices/device-phone",
    headers: { cookie },
  });
  expect(answer.statusCode).toBe(200);
  await expect(phone.pull()).rejects.toThrow("signed-out");
});
