/** One request to a node, sent as the plan has it, and whatever comes back. */
import { request } from "node:http";
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { ServerProcess } from "#tests/nemesis/server/server-process.ts";
import type { KillMoment } from "./plans.ts";

/** A request that came from a device, whole. */
export interface Asked {
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An answer as far as it came. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly isWhole: boolean;
}

/** What is done to the request on its way, or to the node meanwhile. */
export interface Passing {
  /** Breaks off after this share of the body. */
  readonly cutShare?: number;
  readonly kill?: KillMoment;
}

/** A request to the node at this port, as the device made it, whose body is still to come. */
export const askOf = (
  port: number | undefined,
  { path, method, headers }: Omit<Asked, "body">,
): ClientRequest =>
  request({ host: "127.0.0.1", port, path, method, headers: { ...headers, host: `127.0.0.1:${port}` } });

/** Passes a request on; undefined when nothing came back. */
export async function passOn(
  node: ServerProcess | undefined,
  { path, method, headers, body }: Asked,
  { cutShare, kill }: Passing = {},
): Promise<Answered | undefined> {
  const port = node?.port;
  if (node === undefined || port === undefined) return undefined;
  const asking = askOf(port, { path, method, headers });
  asking.setNoDelay(true);
  const coming = new Promise<IncomingMessage | undefined>((resolve) => {
    asking.on("response", resolve);
    asking.on("error", () => resolve(undefined));
    asking.on("close", () => resolve(undefined));
  });
  const share = cutShare ?? (kill?.at === "request" ? kill.share : undefined);
  if (share !== undefined) {
    asking.write(body.subarray(0, Math.floor(body.length * share)), () => {
      if (kill) node.kill();
      asking.destroy();
    });
    await coming;
    return undefined;
  }
  asking.end(body);
  if (kill?.at === "work") void pause(kill.afterMs).then(() => node.kill());
  const answer = await coming;
  if (kill?.at === "answer") node.kill();
  return answer && wholeAnswer(answer);
}

async function wholeAnswer(answer: IncomingMessage): Promise<Answered> {
  const parts: Buffer[] = [];
  let isWhole = true;
  try {
    for await (const part of answer) parts.push(part as Buffer);
  } catch {
    isWhole = false;
  }
  const { statusCode = 502, headers } = answer;
  return { status: statusCode, headers, body: Buffer.concat(parts), isWhole: isWhole && answer.complete };
}
