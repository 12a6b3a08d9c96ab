import { afterEach, beforeEach, expect, test } from "vitest";
import { no } from "#model/outcome.ts";
import { aServer, type TestServer } from "#tests/support/server.ts";
import { limitGuesses } from "./tries.ts";

const guessesLimit = 500;

let server: TestServer;
beforeEach(async () => {
  server = await aServer();
});
afterEach(() => server.close());

const guess = async (address: string): Promise<string | undefined> => {
  const answer = await limitGuesses(server.site, address, async () => no("wrong-code"));
  return answer.ok ? undefined : answer.problem.code;
};

async function guessOften(addressOf: (place: number) => string): Promise<void> {
  for (let place = 0; place < guessesLimit; place += 1) await guess(addressOf(place));
}

test("whoever guesses from many addresses of one IPv6 network guesses from one", async () => {
  await guessOften((place) => `2001:db8:7:9::${place.toString(16)}`);
  for (const same of ["2001:db8:7:9:1:2:3:4", "2001:0DB8:0007:0009::1"])
    expect(await guess(same)).toBe("too-many-tries");
  for (const other of ["2001:db8:7:a::1", "2001:db8:7::9", "2001:db8::7:9", "192.0.2.1", "::ffff:192.0.2.1"])
    expect(await guess(other)).toBe("wrong-code");
});

test("guesses from one address of IPv4 say nothing of the one beside it, however it is written", async () => {
  await guessOften(() => "::ffff:192.0.2.1");
  expect(await guess("::ffff:192.0.2.1")).toBe("too-many-tries");
  expect(await guess("::ffff:192.0.2.2")).toBe("wrong-code");
});
