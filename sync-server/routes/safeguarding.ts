/** What a safeguarding lead asks: whose private entries they may open, and to open one learner's. Nothing of it is kept by a browser. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import * as v from "valibot";
import { isIdOf, type LearnerId } from "#model/id.ts";
import { yes } from "#model/outcome.ts";
import { openPrivate, safeguardedLearners } from "#server/people/private-entries.ts";
import type { Site } from "#server/sync/site.ts";
import { answersBody, answersJson } from "./answers.ts";
import { handOf, requireSession, sessionIn } from "./signed-in.ts";

const openBody = v.object({
  learner: v.custom<LearnerId>((text) => isIdOf("learner", text)),
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
});

/** Registers `/api/safeguarding`. */
export async function safeguardingRoutes(
  app: FastifyInstance,
  { site, perMinute }: { readonly site: Site; readonly perMinute: number },
): Promise<void> {
  requireSession(app, site);
  const by = (request: FastifyRequest) => sessionIn(request).person;
  const rateLimit = { max: perMinute, hook: "preHandler" as const, keyGenerator: by };
  app.get(
    "/learners",
    answersJson(async (request) =>
      site.storage.read(async (t) => yes(await safeguardedLearners(t, by(request)))),
    ),
  );
  app.post(
    "/open",
    { config: { rateLimit } },
    answersBody(openBody, (body, { request }) => openPrivate(site, handOf(request), body)),
  );
}
