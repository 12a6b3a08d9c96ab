import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { personHeader, protocolVersion, readMessage, writeMessage } from "#model/wire/protocol.ts";
import type { Message } from "#model/wire/protocol.ts";
import { aRow } from "#tests/support/rows.ts";
import { farida } from "#tests/support/written.ts";
import { createTransport } from "./transport.ts";

interface Asked {
  readonly path: string;
  readonly body: Uint8Array;
  readonly encoding: string | undefined;
  readonly person: string | null;
}

const asked: Asked[] = [];
let answer: () => Response;

const pull: Message<"pull"> = { protocol: protocolVersion, epoch: "one", positions: {}, opened: [] };
const pulled: Message<"pulled"> = {
  epoch: "one",
  serverTime: 5,
  records: [],
  rows: [],
  positions: {},
  forget: [],
  highest: { position: 0, proof: "p" },
  more: false,
};
const msgpack = { "content-type": "application/msgpack" };

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    const body = new Uint8Array(await new Response(init.body ?? null).arrayBuffer());
    const headers = new Headers(init.headers);
    const encoding = headers.get("content-encoding") ?? undefined;
    asked.push({ path, body, encoding, person: headers.get(personHeader) });
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

test("a message goes to its address as msgpack, and its answer comes back", async () => {
  answer = () => new Response(writeMessage("pulled", pulled), { headers: msgpack });
  expect(await createTransport(farida).ask("pull", pull)).toEqual({ ok: true, value: pulled });
  expect(asked[0]).toMatchObject({ path: "/api/sync/pull", encoding: undefined });
  expect(readMessage("pull", asked[0]?.body ?? new Uint8Array())).toEqual({ ok: true, value: pull });
});

test("[A20] every question says for whom it asks", async () => {
  answer = () => new Response(writeMessage("pulled", pulled), { headers: msgpack });
  await createTransport(farida).ask("pull", pull);
  expect(asked[0]?.person).toBe(farida);
});

test("a large message is compressed", async () => {
  answer = () =>
    new Response(writeMessage("pushed", { epoch: "one", serverTime: 5, answers: [] }), { headers: msgpack });
  const { envelope, state } = aRow("a long story ".repeat(500));
  const push: Message<"push"> = { protocol: 1, epoch: "one", records: [{ envelope, state, rev: 1 }] };
  expect(await createTransport(farida).ask("push", push)).toMatchObject({ ok: true });
  const [{ body, encoding } = { body: new Uint8Array(), encoding: "" }] = asked;
  expect(encoding).toBe("gzip");
  expect(readMessage("push", new Uint8Array(gunzipSync(body)))).toMatchObject({ ok: true });
  expect(body.length).toBeLessThan(state.length / 5);
});

const whole = writeMessage("pulled", pulled);

test.for<[string, () => Response]>([
  [
    "a page of a captive portal",
    () => new Response("<html>Log in</html>", { headers: { "content-type": "text/html" } }),
  ],
  ["an HTML error", () => new Response("<h1>502</h1>", { status: 502 })],
  ["half an answer", () => new Response(whole.slice(0, whole.length / 2), { headers: msgpack })],
  [
    "an answer to another question",
    () =>
      new Response(writeMessage("trayed", { epoch: "one", serverTime: 1, ids: [] }), { headers: msgpack }),
  ],
  ["an empty body", () => new Response(null, { headers: msgpack })],
  ["a body that breaks off", () => new Response(breakingOff(), { headers: msgpack })],
  ["a problem nobody knows", () => new Response('{"problem":{"code":"no-such"}}', { status: 400 })],
])("%s counts as a failing server", async ([, give]) => {
  answer = give;
  expect(await createTransport(farida).ask("pull", pull)).toMatchObject({
    ok: false,
    problem: { code: "server-failed" },
  });
});

const breakingOff = (): ReadableStream =>
  new ReadableStream({
    start: (controller) => {
      controller.enqueue(whole.slice(0, 5));
      controller.error(new Error("connection lost"));
    },
  });

test("no connection is offline", async () => {
  answer = () => {
    throw new TypeError("Failed to fetch");
  };
  expect(await createTransport(farida).ask("pull", pull)).toEqual({
    ok: false,
    problem: { code: "offline" },
  });
});

test("what the server refuses is its problem, with the new epoch where that changed", async () => {
  const refusal = (problem: Message<"problem">): Response =>
    new Response(writeMessage("problem", problem), { status: 409, headers: msgpack });
  answer = () => refusal({ problem: { code: "epoch-changed" }, epoch: "two" });
  expect(await createTransport(farida).ask("pull", pull)).toEqual({
    ok: false,
    problem: { code: "epoch-changed", detail: "two" },
  });
  answer = () => new Response('{"problem":{"code":"signed-out"}}', { status: 401 });
  expect(await createTransport(farida).ask("pull", pull)).toEqual({
    ok: false,
    problem: { code: "signed-out" },
  });
});
