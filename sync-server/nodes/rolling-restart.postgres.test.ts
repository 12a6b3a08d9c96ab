/** Two real servers behind a balancer, restarted one after the other while devices go on. */
import { describe, expect, onTestFinished, test } from "vitest";
import { protocolVersion, readMessage, writeMessage } from "#model/wire/protocol.ts";
import { createServer } from "#server/server.ts";
import { createSession } from "#server/sign-in/sessions.ts";
import { openPostgres } from "#server/storage/postgres.ts";
import { startServer } from "#tests/e2e/support/running-server.ts";
import { startBalancer } from "#tests/support/balancer.ts";
import { aDatabase, isPostgresHere } from "#tests/support/postgres/postgres.ts";
import { aRecord, aSchool, learner, person, withPeople } from "#tests/support/server.ts";

const devices = ["phone", "tablet", "laptop"];

/** A database with the school in it, and the tokens of Ann's devices. */
async function aSchoolOn(url: string): Promise<readonly string[]> {
  const server = await createServer({ storage: await openPostgres({ url }) });
  await withPeople(server, aSchool);
  const tokens: string[] = [];
  for (const device of devices)
    tokens.push((await createSession(server.site, person("ann"), `device-${device}`)).token);
  await server.close();
  return tokens;
}

/** Pushes one entry after the other, each until it is acknowledged, as a device does. */
function writeForEver(url: string, tokens: readonly string[]) {
  const acknowledged: string[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const over = new AbortController();
  const write = async (token: string): Promise<void> => {
    while (!over.signal.aborted) {
      const entry = aRecord("log-entry", { learner: learner("ann"), by: person("ann") }, (draft) =>
        draft.type("did", "We built a wall"),
      );
      while (!(await push(url, token, entry)));
      acknowledged.push(entry.envelope.id);
      for (const { count, resolve } of waiting) if (acknowledged.length >= count) resolve();
    }
  };
  const all = Promise.all(tokens.map(write));
  return {
    acknowledged,
    /** Resolves when so many more were acknowledged. */
    more: (count: number) =>
      new Promise<void>((resolve) => waiting.push({ count: acknowledged.length + count, resolve })),
    end: async () => {
      over.abort();
      await all;
    },
  };
}

/** True when the server kept it. A device tries again after anything else. */
async function push(url: string, token: string, record: ReturnType<typeof aRecord>): Promise<boolean> {
  const body = writeMessage("push", {
    protocol: protocolVersion,
    epoch: null,
    records: [{ ...record, rev: 1 }] as never,
  });
  try {
    const response = await fetch(`${url}/api/sync/push`, {
      method: "POST",
      headers: { cookie: `waymark_session=${token}`, "content-type": "application/msgpack" },
      body: Buffer.from(body),
    });
    const answer = readMessage("pushed", new Uint8Array(await response.arrayBuffer()));
    return answer.ok && answer.value.answers[0]?.kept !== undefined;
  } catch {
    return false;
  }
}

describe.skipIf(!isPostgresHere)("two servers behind a balancer", () => {
  test("restarted one after the other while devices write, they keep everything that was acknowledged", async () => {
    const databaseUrl = await aDatabase();
    const tokens = await aSchoolOn(databaseUrl);
    const servers = await Promise.all([startServer({ databaseUrl }), startServer({ databaseUrl })]);
    onTestFinished(async () => void (await Promise.all(servers.map((server) => server.remove()))));
    const balancer = await startBalancer(servers.map(({ url }) => url));
    onTestFinished(() => balancer.close());
    const writing = writeForEver(balancer.url, tokens);
    await writing.more(20);
    for (const server of servers) {
      await server.stop();
      await writing.more(20);
      await server.start();
      await writing.more(20);
    }
    const [first] = servers;
    await first.kill();
    await writing.more(20);
    await writing.end();
    const storage = await openPostgres({ url: databaseUrl });
    const kept = await storage.read((t) => t.records.byIds(writing.acknowledged as never));
    await storage.close();
    expect(kept).toHaveLength(writing.acknowledged.length);
    expect(writing.acknowledged.length).toBeGreaterThanOrEqual(120);
  });
});
