import { expect, test } from "vitest";
import { aDevice, aSchool, aServer, person, withPeople } from "#tests/support/server.ts";

test("a doorbell that is opened while the server stops is an empty stream, and no mistake", async () => {
  const server = await aServer();
  await withPeople(server, aSchool);
  const { cookie } = await aDevice(server, person("ann"));
  server.site.bell.closeAll();
  const answer = await server.app.inject({ url: "/api/sync/bell", headers: { cookie } });
  expect([answer.statusCode, answer.body]).toEqual([200, ""]);
  await server.close();
});
