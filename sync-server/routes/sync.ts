/** What devices ask: push, pull, audit, offer, recover, tray, and the doorbell. */
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { no, yes, type Outcome } from "#model/outcome.ts";
import { offer, recover } from "#server/sync/recovery.ts";
import type { Site } from "#server/sync/site.ts";
import { tray } from "#server/sync/tray.ts";
import { watchedAudit, watchedPull, watchedPush } from "#server/watching/watched.ts";
import { answersMessage, msgpack, refuse } from "./answers.ts";
import { ringAtDoor } from "./bell.ts";
import { handOf, requireSession } from "./signed-in.ts";

/** The most bytes of a sync body, as sent and again once unpacked: a push of the largest message and its largest record. */
export const syncBodyLimitBytes = 8 * 1_048_576;

const unzip = promisify(gunzip);

/** Registers the routes under `/api/sync`. */
export async function syncRoutes(
  app: FastifyInstance,
  { site, perMinute }: { readonly site: Site; readonly perMinute: number },
): Promise<void> {
  requireSession(app, site);
  readMsgpack(app);
  const rateLimit = {
    max: perMinute,
    hook: "preHandler" as const,
    keyGenerator: (request: FastifyRequest) => handOf(request).device,
  };
  const options = { bodyLimit: syncBodyLimitBytes, config: { rateLimit } };
  app.post(
    "/push",
    options,
    answersMessage(["push", "pushed"], (request, message) => watchedPush(site, handOf(request), message)),
  );
  app.post(
    "/pull",
    options,
    answersMessage(["pull", "pulled"], (request, message) =>
      watchedPull(site, handOf(request).person, message),
    ),
  );
  app.post(
    "/audit",
    options,
    answersMessage(["audit", "audited"], (request, message) =>
      watchedAudit(site, handOf(request).person, message),
    ),
  );
  app.post(
    "/offer",
    options,
    answersMessage(["offer", "wanted"], (request, message) => offer(site, handOf(request).person, message)),
  );
  app.post(
    "/recover",
    options,
    answersMessage(["recover", "recovered"], (request, message) => recover(site, handOf(request), message)),
  );
  app.post(
    "/tray",
    options,
    answersMessage(["tray", "trayed"], (request, message) => tray(site, handOf(request), message)),
  );
  // Its head alone would be an answer that never ends.
  app.get("/bell", { exposeHeadRoute: false, config: options.config }, (request, reply) =>
    ringAtDoor(site, request, reply),
  );
}

/** Bodies arrive whole, and are unpacked only up to the limit. */
function readMsgpack(app: FastifyInstance): void {
  app.addContentTypeParser(
    msgpack,
    { parseAs: "buffer", bodyLimit: syncBodyLimitBytes },
    async (request: FastifyRequest, body: Buffer) => {
      const unpacked = await unpack(body, request.headers["content-encoding"]);
      return unpacked.ok ? unpacked.value : undefined;
    },
  );
  app.addHook("preHandler", async (request, reply) => {
    if (request.method === "POST" && !(request.body instanceof Uint8Array))
      return refuse(reply, { code: "malformed", detail: "body" });
  });
}

async function unpack(body: Buffer, encoding: string | undefined): Promise<Outcome<Buffer>> {
  if (encoding === undefined || encoding === "identity") return yes(body);
  if (encoding !== "gzip") return no("malformed", "content-encoding");
  return unzip(body, { maxOutputLength: syncBodyLimitBytes }).then(yes, () => no("malformed", "gzip"));
}
