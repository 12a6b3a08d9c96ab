import { readFileSync } from "node:fs";
import { decode } from "@msgpack/msgpack";
import * as v from "valibot";
import { afterEach, beforeEach, expect, test } from "vitest";
import { columnsToPulled } from "#model/wire/pulled-columns.ts";
import { readMessage, type MessageName } from "#model/wire/protocol.ts";
import { createServer, type Server } from "#server/server.ts";
import { openSqlite } from "#server/storage/sqlite.ts";
import { aDevice, aSchool, person, withPeople, type TestDevice } from "#tests/support/server.ts";
import { messagesOfVersion1 } from "./version-1.ts";

// Bytes that devices and the server of version 1 wrote, and what must still come of them.
const recorded = JSON.parse(readFileSync("tests/compat/version-1.json", "utf8")) as Readonly<
  Record<MessageName, string>
>;
const bytesOf = (name: MessageName): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(recorded[name], "base64"));

const exchanges = [
  ["push", "pushed"],
  ["pull", "pulled"],
  ["audit", "audited"],
  ["offer", "wanted"],
  ["recover", "recovered"],
  ["tray", "trayed"],
] as const;

let server: Server;
let phone: TestDevice;
beforeEach(async () => {
  const storage = await openSqlite();
  await storage.write(async ({ meta }) => {
    await meta.put("key", "0123456789abcdef".repeat(4));
    await meta.put("epoch", "first-epoch");
  });
  server = await createServer({ storage, clock: () => Date.parse("2026-11-02T09:00:00Z") });
  await withPeople(server, aSchool);
  phone = await aDevice(server, person("ann"));
});
afterEach(() => server.close());

const ask = (name: MessageName) =>
  server.app.inject({
    method: "POST",
    url: `/api/sync/${name}`,
    headers: { cookie: phone.cookie, "content-type": "application/msgpack" },
    payload: Buffer.from(bytesOf(name)),
  });

test("[P2] a device of version 1 is answered in shapes it knows", async () => {
  for (const [question, answer] of exchanges) {
    const { statusCode, rawPayload } = await ask(question);
    const decoded = decode(rawPayload);
    const read = v.safeParse(
      messagesOfVersion1[answer],
      answer === "pulled" ? columnsToPulled(decoded) : decoded,
    );
    expect([question, statusCode, read.success]).toEqual([question, 200, true]);
  }
});

test("[P6] a proof of version 1 still shows that a server was set back, and one it has reached does not", async () => {
  await ask("push");
  expect((await ask("pull")).statusCode).toBe(200);
  const empty = await openSqlite();
  await empty.write(async ({ meta }) => {
    await meta.put("key", "0123456789abcdef".repeat(4));
    await meta.put("epoch", "first-epoch");
  });
  const setBack = await createServer({ storage: empty });
  const { cookie } = await aDevice(setBack, person("ann"));
  const answer = await setBack.app.inject({
    method: "POST",
    url: "/api/sync/pull",
    headers: { cookie, "content-type": "application/msgpack" },
    payload: Buffer.from(bytesOf("pull")),
  });
  const problem = readMessage("problem", new Uint8Array(answer.rawPayload));
  expect(problem).toMatchObject({ value: { problem: { code: "epoch-changed" } } });
  await setBack.close();
});

test("[P2] this version reads every answer of a server of version 1, which gives no proof but with a page", () => {
  for (const [, answer] of exchanges) {
    const read = readMessage(answer, bytesOf(answer));
    const hasProof = read.ok && read.value.highest !== undefined;
    expect([answer, read.ok, hasProof]).toEqual([answer, true, answer === "pulled"]);
  }
});

test("[P3] this version understands a refusal of a server of version 1", () => {
  expect(readMessage("problem", bytesOf("problem"))).toMatchObject({
    value: { problem: { code: "epoch-changed", detail: "first-epoch" } },
  });
});
