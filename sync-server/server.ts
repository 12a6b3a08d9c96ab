/**
 * The server: takes what devices send, keeps it, and gives each person what they may hold. Built from
 * what it is given, so that tests start the real one in process, with a clock and a database of their own.
 */
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyInstance } from "fastify";
import { addGuards } from "./routes/guards.ts";
import { addAppFiles } from "./routes/app-files.ts";
import { addHealth } from "./routes/health.ts";
import { shareBell } from "./nodes/shared-bell.ts";
import { answerErrors } from "./routes/errors.ts";
import { peopleRoutes } from "./routes/people.ts";
import { rosterRoutes } from "./routes/roster.ts";
import { safeguardingRoutes } from "./routes/safeguarding.ts";
import { sessionRoutes, signInRoutes } from "./routes/session.ts";
import { setUpRoutes } from "./routes/set-up.ts";
import { syncRoutes } from "./routes/sync.ts";
import { trayRoutes } from "./routes/tray.ts";
import { createMemoryJournal, type Journal } from "./journal/journal.ts";
import { journaled } from "./journal/journaled-storage.ts";
import { replayJournal } from "./journal/replay.ts";
import { keepHouse } from "./housekeeping.ts";
import { placeEnded } from "./sync/desk/place-ended.ts";
import { loggerOptions } from "./logging.ts";
import type { Storage } from "./storage/storage.ts";
import { createMetrics } from "./watching/metrics.ts";
import { realSurroundings, type Surroundings } from "./surroundings.ts";
import { createBell } from "./bell/bell.ts";
import { beginEpoch } from "./sync/epoch.ts";
import type { Site } from "./sync/site.ts";
import { openSignet } from "./sync/signet.ts";

/** Requests a minute: of one address to sign in, of one device to sync, and of one person to open private entries. */
export interface RequestLimits {
  readonly signIn: number;
  readonly sync: number;
  readonly openPrivate: number;
}

/** A class of thirty signs in from one address within a minute, each with a try or two; a device syncs once a second at most. */
const usualLimits: RequestLimits = { signIn: 120, sync: 1200, openPrivate: 10 };

/** What a server is made of. Everything but the storage has a default. */
export interface ServerOptions extends Partial<Surroundings> {
  readonly storage: Storage;
  /** Where everything that takes access away is written beside the storage; gone with the process when absent. */
  readonly journal?: Journal;
  /** Which structured lines to write to the standard output; none when absent. */
  readonly log?: "errors" | "all";
  /** Where they go instead. */
  readonly logTo?: { write(line: string): void };
  /** The address that people use, which codes and links carry. */
  readonly publicUrl?: string;
  /** Addresses of proxies whose word on protocol and address is believed; `true` for any. */
  readonly trustProxy?: boolean | string;
  /** Certificate and key, as PEM. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Folder of the built app. */
  readonly appFolder?: string;
  /** What the people of the demo share; made when it is loaded without one. */
  readonly demoPassword?: string;
  readonly limits?: Partial<RequestLimits>;
  /** How often to look for what other servers on this storage changed without a word, in milliseconds. */
  readonly lookMs?: number;
  /** How old a transaction may be before the server says that it is not well, in milliseconds. */
  readonly transactionLimitMs?: number;
}

/** A server, not yet listening: `app.listen` for a port, `app.inject` for a test. */
export interface Server {
  readonly app: FastifyInstance;
  readonly site: Site;
  /** Finishes what is being answered, ends event streams, then closes the storage. */
  close(): Promise<void>;
}

/** Builds a server on a storage. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { storage, journal = createMemoryJournal() } = options;
  const surroundings: Surroundings = { ...realSurroundings, ...given(options) };
  await beginEpoch(storage, surroundings);
  const app = createApp(options);
  const takeAwayAgain = async () => replayJournal(storage, surroundings, await journal.entries());
  const { replayed } = await takeAwayAgain();
  if (replayed > 0) app.log.warn({ entries: replayed }, "the journal knew what the database had forgotten");
  await placeEnded({ storage, log: app.log }, surroundings.clock());
  const { lookMs = 5000 } = options;
  const bell = shareBell(createBell(storage), { storage, log: app.log, lookMs, ...surroundings });
  const site: Site = {
    storage: journaled(storage, { journal, ...surroundings }),
    surroundings,
    signet: await openSignet(storage, surroundings),
    bell,
    metrics: createMetrics(),
    takeAwayAgain,
    log: app.log,
  };
  await addParts(app, site, options);
  const stopHousekeeping = await keepHouse(site);
  app.addHook("preClose", async () => site.bell.closeAll());
  return {
    app,
    site,
    close: async () => {
      await app.close();
      await bell.leave();
      await stopHousekeeping();
      await storage.close();
    },
  };
}

const given = ({ clock, random, secrets }: ServerOptions): Partial<Surroundings> => ({
  ...(clock && { clock }),
  ...(random && { random }),
  ...(secrets && { secrets }),
});

/** How long a request may take to arrive whole, in milliseconds: a device gives up after two minutes. Fastify would wait for ever. */
const requestMs = 300_000;

function createApp({ log, logTo, tls, trustProxy = false }: ServerOptions): FastifyInstance {
  const settings = {
    logger: log ? { ...loggerOptions(log), ...(logTo && { stream: logTo }) } : false,
    trustProxy,
    bodyLimit: 64 * 1024,
    requestTimeout: requestMs,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 200 },
  } as const;
  return tls ? fastify({ ...settings, https: tls }) : fastify(settings);
}

async function addParts(app: FastifyInstance, site: Site, options: ServerOptions): Promise<void> {
  const limits = { ...usualLimits, ...options.limits };
  letGoWhenClosing(app);
  answerErrors(app, site);
  await app.register(cookie);
  await app.register(rateLimit, {
    global: false,
    hook: "onRequest",
    errorResponseBuilder: () => tooManyTries,
  });
  await app.register(compress, {
    global: true,
    encodings: ["gzip"],
    customTypes: worthCompressing,
    threshold: 1024,
    globalDecompression: false,
  });
  await addGuards(app, { publicUrl: options.publicUrl });
  addHealth(app, { site, transactionLimitMs: options.transactionLimitMs ?? 30_000 });
  await app.register(syncRoutes, { prefix: "/api/sync", site, perMinute: limits.sync });
  await app.register(signInRoutes, { prefix: "/api", site, perMinute: limits.signIn });
  await app.register(sessionRoutes, { prefix: "/api", site });
  await app.register(peopleRoutes, { prefix: "/api", site, publicUrl: options.publicUrl });
  await app.register(trayRoutes, { prefix: "/api", site });
  await app.register(safeguardingRoutes, {
    prefix: "/api/safeguarding",
    site,
    perMinute: limits.openPrivate,
  });
  await app.register(rosterRoutes, { prefix: "/api", site });
  await app.register(setUpRoutes, {
    prefix: "/api",
    site,
    demoPassword: options.demoPassword,
    perMinute: limits.signIn,
  });
  await addAppFiles(app, options.appFolder ?? "dist");
}

/** A connection that still has an answer to come is not closed with the idle ones: it ends with that answer, and nobody waits for it. */
function letGoWhenClosing(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook("preClose", async () => {
    isClosing = true;
  });
  app.addHook("onSend", async (_request, reply) => {
    if (isClosing) reply.header("connection", "close");
  });
}

const worthCompressing =
  /^(?:text\/(?!event-stream)|application\/(?:json|msgpack|javascript|manifest\+json)|image\/svg\+xml)/;

const tooManyTries = { statusCode: 429, problem: { code: "too-many-tries" } };
