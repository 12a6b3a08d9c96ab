/** What the proxy does to one request and its answer, drawn from the chance of the device that asks. */
import type { Chance } from "#tests/sync/world/chance.ts";

/** Everything that happens on the way. */
export const wayFaults = [
  "slow network",
  "request cut in mid-body",
  "answer cut in mid-body",
  "answer cut and called whole",
  "lost answer",
  "late request",
  "doubled request",
  "HTML error page",
  "connection reset",
  "server killed in a push",
  "ring lost",
  "ring doubled",
  "event stream cut in mid-event",
] as const;

/** One of {@link wayFaults}. */
export type WayFault = (typeof wayFaults)[number];

/** How the network is at a time. */
export interface Weather {
  /** How many of the requests meet with something. */
  readonly share: number;
  /** The longest either way may take, in milliseconds. */
  readonly slowMs: number;
  /** How many of the pushes kill the server. */
  readonly killShare: number;
}

/** Nothing goes wrong. */
export const fairWeather: Weather = { share: 0, slowMs: 0, killShare: 0 };

/** Where in a push the server is killed: after a share of the request's bytes, a while after all of them, or when it begins to answer. */
export type KillMoment =
  | { readonly at: "request"; readonly share: number }
  | { readonly at: "work"; readonly afterMs: number }
  | { readonly at: "answer" };

/** One request's fate. */
export interface Plan {
  readonly fault: WayFault | undefined;
  /** How long each way takes, in milliseconds. */
  readonly delayMs: readonly [number, number];
  /** Where something is cut, as a share of its bytes. */
  readonly cutShare: number;
  readonly kill: KillMoment;
  readonly page: Page;
  /** A page in the place of the answer rather than of the request. */
  readonly isAfter: boolean;
}

/** Something that is no answer. */
export interface Page {
  readonly status: number;
  readonly body: string;
  readonly type: string;
}

const html = "text/html; charset=utf-8";
const pages: readonly Page[] = [
  { status: 502, body: "<html><h1>502 Bad Gateway</h1></html>", type: html },
  { status: 503, body: "<html><h1>503 Service Unavailable</h1></html>", type: html },
  { status: 504, body: "<html><h1>504 Gateway Time-out</h1></html>", type: html },
  { status: 200, body: "<html>Welcome to the library's wireless network</html>", type: html },
  { status: 200, body: "<html>Sign in to this network</html>", type: "application/msgpack" },
  { status: 500, body: "", type: "application/msgpack" },
];

/** The answer of a proxy that does not reach the server, or not back. */
export const noServer: Page = pages[0] as Page;

const weights: readonly { readonly fault: WayFault; readonly weight: number }[] = [
  { fault: "slow network", weight: 4 },
  { fault: "request cut in mid-body", weight: 2 },
  { fault: "answer cut in mid-body", weight: 2 },
  { fault: "answer cut and called whole", weight: 1 },
  { fault: "lost answer", weight: 2 },
  { fault: "late request", weight: 2 },
  { fault: "doubled request", weight: 3 },
  { fault: "HTML error page", weight: 3 },
  { fault: "connection reset", weight: 1 },
];

/** Draws as much for every request, so that one fate more or less leaves the next ones as they were. */
export function draw(chance: Chance, { share, slowMs, killShare }: Weather, isPush: boolean): Plan {
  const [isMet, isKilled] = [chance.hits(share), chance.hits(killShare)];
  const fault = chance.weigh(weights)?.fault;
  const kills: readonly KillMoment[] = [
    { at: "request", share: chance.random() },
    { at: "work", afterMs: chance.below(25) },
    { at: "answer" },
  ];
  const delays = [chance.below(slowMs + 1), chance.below(slowMs + 1)] as const;
  const [cutShare, isAfter] = [chance.random(), chance.hits(0.5)];
  const [kill = { at: "answer" } as const, page = noServer] = [chance.pick(kills), chance.pick(pages)];
  const met = isKilled && isPush ? "server killed in a push" : isMet ? fault : undefined;
  return { fault: met, delayMs: met === "slow network" ? delays : [0, 0], cutShare, kill, page, isAfter };
}
