/**
 * Asks the server over HTTP: one POST a message, msgpack both ways, large bodies compressed. Whatever
 * comes back that is not a whole answer of the right shape counts as `server-failed`, so that
 * a captive portal's page or half a body moves nothing.
 */
import type { PersonId } from "#model/id.ts";
import { no } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import { personHeader, readMessage, writeMessage } from "#model/wire/protocol.ts";
import type { Message, MessageName } from "#model/wire/protocol.ts";
import { answerTo } from "#store/ports.ts";
import type { Transport } from "#store/ports.ts";
import { refusalIn } from "#store/server-call.ts";

const contentType = "application/msgpack";
/** Below this a compressed body is hardly smaller. */
const compressFromBytes = 2048;
const timeoutMs = 120_000;

/** Sends a request and waits for the head of its answer; rejects when there is none. */
export type Send = (path: string, request: RequestInit) => Promise<Response>;

/** A transport for this person to the server the app came from; `send` is how a program that is no browser reaches it. */
export const createTransport = (
  person: PersonId,
  send: Send = (path, request) => fetch(path, request),
): Transport => ({
  async ask(name, message) {
    const response = await post(writeMessage(name, message), { person, name, send });
    return response ? readAnswer(answerTo[name], response) : no("offline");
  },
});

/** The server's response; undefined when it cannot be reached. */
async function post(
  bytes: Uint8Array<ArrayBuffer>,
  { person, name, send }: { readonly person: PersonId; readonly name: MessageName; readonly send: Send },
): Promise<Response | undefined> {
  const isLarge = bytes.length >= compressFromBytes && "CompressionStream" in globalThis;
  try {
    return await send(`/api/sync/${name}`, {
      method: "POST",
      headers: {
        "content-type": contentType,
        [personHeader]: person,
        ...(isLarge ? { "content-encoding": "gzip" } : {}),
      },
      body: isLarge ? await compressed(bytes) : bytes,
      cache: "no-store",
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch {
    return undefined;
  }
}

const compressed = (bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> =>
  new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();

async function readAnswer<N extends MessageName>(name: N, response: Response): Promise<Outcome<Message<N>>> {
  const body = await wholeBody(response);
  if (!body) return no("server-failed", "body");
  const isMsgpack = response.headers.get("content-type")?.startsWith(contentType) ?? false;
  if (!response.ok) return isMsgpack ? readProblem(body) : refusalIn(new TextDecoder().decode(body));
  const answer = isMsgpack ? readMessage(name, body) : no("server-failed", "type");
  return answer.ok ? answer : no("server-failed", answer.problem.detail);
}

async function wholeBody(response: Response): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    return undefined;
  }
}

function readProblem(body: Uint8Array): Outcome<never> {
  const refusal = readMessage("problem", body);
  if (!refusal.ok) return no("server-failed", "problem");
  const { problem, epoch } = refusal.value;
  return problem.code === "epoch-changed" && epoch !== undefined
    ? no("epoch-changed", epoch)
    : { ok: false, problem };
}
