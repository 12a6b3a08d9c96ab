/** What a device sends and hears, with as little as possible in between: bodies made beforehand, sockets kept open. */
import { Agent, request, type IncomingMessage } from "node:http";
import { gunzipSync } from "node:zlib";
import { buffer } from "node:stream/consumers";
import type { LearnerId, PersonId } from "#model/id.ts";
import { protocolVersion, readMessage, writeMessage, type Message } from "#model/wire/protocol.ts";
import { createSession } from "#server/sign-in/sessions.ts";
import type { Storage } from "#server/storage/storage.ts";
import { realSurroundings } from "#server/surroundings.ts";

/** A signed-in device. */
export interface Device {
  readonly person: PersonId;
  readonly learner?: LearnerId;
  readonly cookie: string;
}

/** Signs a device in, straight in the database. */
export async function signedIn(storage: Storage, who: Omit<Device, "cookie">): Promise<Device> {
  const { token } = await createSession({ storage, surroundings: realSurroundings }, who.person);
  return { ...who, cookie: `waymark_session=${token}` };
}

/** Sockets to one server. */
export interface Wire {
  readonly agent: Agent;
  readonly port: number;
}

/** Opens sockets as they are needed, at most so many, and keeps them. */
export const openWire = (port: number, sockets: number): Wire => ({
  agent: new Agent({ keepAlive: true, maxSockets: sockets, scheduling: "fifo" }),
  port,
});

/** An answer, with all that its socket has carried so far, both ways. */
interface Answer {
  readonly body: Buffer;
  readonly socketBytes: number;
}

/** Sends a message's body and resolves with the answer's, unpacked. Throws unless the server answered 200. */
export function send(
  { agent, port }: Wire,
  { cookie }: Pick<Device, "cookie">,
  path: "push" | "pull",
  body: Uint8Array,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const asking = request({
    agent,
    port,
    host: "127.0.0.1",
    path: `/api/sync/${path}`,
    method: "POST",
    headers: {
      cookie,
      "content-type": "application/msgpack",
      "content-length": body.length,
      "accept-encoding": "gzip",
    },
  });
  asking.once("error", reject);
  asking.once("response", (response) => void readAnswer(response, path).then(resolve, reject));
  asking.end(body);
  return promise;
}

async function readAnswer(response: IncomingMessage, path: string): Promise<Answer> {
  const { socket } = response;
  const read = await buffer(response);
  if (response.statusCode !== 200)
    throw new Error(`The server answered a ${path} with ${response.statusCode}.`);
  const body = response.headers["content-encoding"] === "gzip" ? gunzipSync(read) : read;
  return { body, socketBytes: socket.bytesRead + socket.bytesWritten };
}

/** The body of a push. */
export const pushBody = (records: Message<"push">["records"]): Uint8Array =>
  writeMessage("push", { protocol: protocolVersion, epoch: null, records });

/** The body of a pull from these positions. */
export const pullBody = (positions: Message<"pull">["positions"] = {}): Uint8Array =>
  writeMessage("pull", { protocol: protocolVersion, epoch: null, positions, opened: [] });

/** A page as pulled. */
export function readPage(body: Uint8Array): Message<"pulled"> {
  const page = readMessage("pulled", body);
  if (!page.ok) throw new Error("The server answered a pull with something else.");
  return page.value;
}

/** Throws unless every record of a push was kept. */
export function expectAllKept(body: Uint8Array): void {
  const answer = readMessage("pushed", body);
  const refused = answer.ok ? answer.value.answers.find(({ kept }) => !kept) : undefined;
  if (!answer.ok || refused)
    throw new Error(`The server refused a push: ${refused?.refused?.code ?? "malformed"}`);
}

/** Rings at the door of a device until it is closed. */
export interface OpenBell {
  close(): void;
}

/** Opens a device's event stream; resolves once the server has begun it. `rung` is called at each ring after the first. */
export function openBell(
  { agent, port }: Wire,
  { cookie }: Pick<Device, "cookie">,
  rung: () => void,
): Promise<OpenBell> {
  const { promise, resolve, reject } = Promise.withResolvers<OpenBell>();
  const asking = request({ agent, port, host: "127.0.0.1", path: "/api/sync/bell", headers: { cookie } });
  asking.once("error", reject);
  asking.once("response", (response) => {
    if (response.statusCode !== 200) return reject(new Error(`No bell: ${response.statusCode}`));
    let isFirst = true;
    response.on("error", () => undefined);
    response.on("data", (bytes: Buffer) => {
      if (!bytes.includes("event: ring")) return;
      if (isFirst) resolve({ close: () => asking.destroy() });
      else rung();
      isFirst = false;
    });
  });
  asking.end();
  return promise;
}
