/** Whether this server works, for whatever watches it. */
import type { FastifyInstance } from "fastify";
import type { Site } from "#server/sync/site.ts";

/** Adds `GET /health`: asks the database too. */
export function addHealth(app: FastifyInstance, { storage, bell, surroundings }: Site): void {
  app.get("/health", { logLevel: "silent" }, async (_request, reply) => {
    const highest = await storage.read(({ scopes }) => scopes.highest());
    return reply
      .header("cache-control", "no-store")
      .send({ ok: true, serverTime: surroundings.clock(), highest, listening: bell.count() });
  });
}
