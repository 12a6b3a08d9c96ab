/**
 * Stands between the devices and the nodes, as a school's network and somebody's reverse proxy do: passes each
 * request on as its plan says, and the answer as far as the plan lets it.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Chance } from "#tests/sync/world/chance.ts";
import type { ServerProcess } from "#tests/nemesis/server/server-process.ts";
import { bellPath, passBell } from "./bell-stream.ts";
import { draw, noServer } from "./plans.ts";
import type { Page, Plan, WayFault, Weather } from "./plans.ts";
import { passOn } from "./upstream.ts";
import type { Answered, Asked } from "./upstream.ts";

/** The header in which a device tells this proxy its name. */
export const deviceHeader = "x-nemesis-device";

/** What the proxy is told, and whom it tells. */
export interface ProxyParts {
  readonly chanceOf: (device: string) => Chance;
  /** Of what happens on event streams, which come and go with time. */
  readonly bellChance: Chance;
  readonly weather: () => Weather;
  /** One of the nodes that listen; undefined when none does. */
  readonly node: (chance: Chance) => ServerProcess | undefined;
  readonly onFault: (fault: WayFault, line: string) => void;
  /** Sees every whole answer of a node before its device does, which gets it when this is done; or a page, to show in its place. */
  readonly onAnswer: (device: string, path: string, answer: Answered) => Promise<Page | undefined>;
}

/** A proxy, listening. */
export interface Proxy {
  readonly url: string;
  /** Resolves when nothing is on its way any more, requests included that their devices gave up on. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** How long a late request is on its way after its device gave up, at most, in milliseconds. */
const lateMs = 1500;

/** Opens one on a free port. */
export async function openProxy(parts: ProxyParts): Promise<Proxy> {
  const underWay = new Set<Promise<unknown>>();
  const track = <T>(work: Promise<T>): Promise<T> => {
    const tracked = work.finally(() => underWay.delete(tracked));
    underWay.add(tracked);
    return tracked;
  };
  const server = createServer((coming, reply) => {
    coming.socket.setNoDelay(true);
    // A device that is gone takes its connection with it.
    reply.on("error", () => undefined);
    track(serve(parts, track, { coming, reply })).catch(() => reply.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    quiet: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

interface Served {
  readonly coming: IncomingMessage;
  readonly reply: ServerResponse;
}

async function serve(
  parts: ProxyParts,
  track: (work: Promise<unknown>) => Promise<unknown>,
  { coming, reply }: Served,
): Promise<void> {
  const device = String(coming.headers[deviceHeader]);
  const asked = await wholeRequest(coming);
  if (!asked) return void reply.destroy();
  if (asked.path === bellPath) return serveBell(parts, asked, reply);
  const chance = parts.chanceOf(device);
  const plan = draw(chance, parts.weather(), asked.path === "/api/sync/push");
  const { fault } = plan;
  if (fault) parts.onFault(fault, `${asked.path} of ${device}`);
  const pass = async (way: Parameters<typeof passOn>[2] = {}): Promise<Answered | undefined> => {
    const answer = await passOn(parts.node(chance), asked, way);
    const page = answer?.isWhole && (await parts.onAnswer(device, asked.path, answer));
    return page ? answerWith(page) : answer;
  };
  await pause(plan.delayMs[0]);
  if (fault === "connection reset") return void reply.destroy();
  if (fault === "late request") {
    reply.destroy();
    void track(pause(Math.floor(plan.cutShare * lateMs)).then(() => pass()));
    return;
  }
  if (fault === "HTML error page" && !plan.isAfter) return show(reply, plan.page);
  const answer = await answerOf(plan, pass);
  await pause(plan.delayMs[1]);
  give(reply, plan, answer);
}

/** Streams are open as long as they like: nobody waits for their end. */
function serveBell(
  { bellChance: chance, node, weather, onFault }: ProxyParts,
  asked: Asked,
  reply: ServerResponse,
): void {
  const up = node(chance);
  if (!up) return show(reply, noServer);
  const share = () => weather().share;
  passBell({ node: up, asked, reply }, { chance, share, onFault: (fault) => onFault(fault, bellPath) });
}

async function answerOf(
  { fault, cutShare, kill, isAfter }: Plan,
  pass: (way?: Parameters<typeof passOn>[2]) => Promise<Answered | undefined>,
): Promise<Answered | undefined> {
  if (fault === "request cut in mid-body") return pass({ cutShare });
  if (fault === "server killed in a push") return pass({ kill });
  if (fault !== "doubled request") return pass();
  const [one, other] = await Promise.all([pass(), pass()]);
  return isAfter ? one : other;
}

function give(reply: ServerResponse, { fault, cutShare, page }: Plan, answer: Answered | undefined): void {
  if (fault === "lost answer" || fault === "request cut in mid-body") return void reply.destroy();
  if (fault === "HTML error page") return show(reply, page);
  if (!answer) return show(reply, noServer);
  const { status, headers, body, isWhole } = answer;
  const { "transfer-encoding": _chunked, connection: _connection, ...rest } = headers;
  const part = body.subarray(0, Math.floor(body.length * cutShare));
  if (fault === "answer cut and called whole") {
    reply.writeHead(status, { ...rest, "content-length": part.length }).end(part);
  } else if (fault === "answer cut in mid-body" || !isWhole) {
    // More is promised than ever comes.
    reply.writeHead(status, { ...rest, "content-length": body.length + 1 });
    reply.write(isWhole ? part : body, () => reply.destroy());
  } else reply.writeHead(status, { ...rest, "content-length": body.length }).end(body);
}

const answerWith = ({ status, body, type }: Page): Answered => ({
  status,
  headers: { "content-type": type },
  body: Buffer.from(body),
  isWhole: true,
});

const show = (reply: ServerResponse, { status, body, type }: Page): void =>
  void reply.writeHead(status, { "content-type": type }).end(body);

async function wholeRequest(coming: IncomingMessage): Promise<Asked | undefined> {
  const parts: Buffer[] = [];
  try {
    for await (const part of coming) parts.push(part as Buffer);
  } catch {
    return undefined;
  }
  const { url: path = "/", method = "GET", headers } = coming;
  const { [deviceHeader]: _device, connection: _connection, ...rest } = headers;
  return { path, method, headers: rest, body: Buffer.concat(parts) };
}
