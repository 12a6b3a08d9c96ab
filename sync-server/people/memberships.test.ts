import { afterEach, beforeEach, expect, test } from "vitest";
import { createId } from "#model/id.ts";
import {
  aDevice,
  aSchoolServer,
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

const asks = async (who: string, url: string, payload: object) => {
  const { cookie } = await aDevice(server, person(who));
  const { statusCode, body } = await server.app.inject({ method: "POST", url, payload, headers: { cookie } });
  return { statusCode, body };
};

test("whoever may not give a membership does not learn whether the person or organisation they name is here", async () => {
  const tutor = (who: string) =>
    asks("zed", "/api/memberships", { role: "tutor", learner: learner("ann"), person: person(who) });
  const provider = (name: string) =>
    asks("tess", "/api/memberships", {
      role: "provider",
      learner: learner("ann"),
      organisation: organisation(name),
    });
  expect(await tutor("nobody")).toEqual(await tutor("tess"));
  expect(await provider("nowhere")).toEqual(await provider("other"));
  expect((await tutor("tess")).statusCode).toBe(403);
});

test("[A2] access given twice is one membership: whoever ends it has ended it", async () => {
  const give = async () => {
    const tutoring = { role: "tutor", learner: learner("ann"), person: person("jo") };
    const { statusCode, body } = await asks("coordinator", "/api/memberships", tutoring);
    return [statusCode, body];
  };
  const first = await give();
  expect(first[0]).toBe(200);
  expect(await give()).toEqual(first);
  const rows = await server.storage.read((t) => t.memberships.standing({ learners: [learner("ann")] }));
  expect(rows.filter((row) => row.role === "tutor" && row.person === person("jo"))).toHaveLength(1);
});

test("whoever may not end a membership does not learn whether there is one", async () => {
  const [tutoring] = await server.storage.read((t) => t.memberships.standing({ learners: [learner("ann")] }));
  const end = (membership: string | undefined) => asks("zed", "/api/memberships/end", { membership });
  expect((await end(tutoring?.id)).statusCode).toBe(404);
  expect(await end(tutoring?.id)).toEqual(await end(createId("membership", 1, Math.random)));
});
