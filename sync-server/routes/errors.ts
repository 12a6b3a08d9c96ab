/** The one place where what goes wrong becomes an answer: a problem code, and nothing about the inside. */
import type { FastifyError, FastifyInstance } from "fastify";
import type { Problem } from "#model/outcome.ts";
import { StorageFailure } from "#server/storage/storage.ts";
import type { Site } from "#server/sync/site.ts";
import { refuse } from "./answers.ts";

/** Makes every error an answer that both sides know. */
export function answerErrors(app: FastifyInstance, { metrics }: Pick<Site, "metrics">): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error);
    if (error instanceof StorageFailure) metrics.storageFailed(error.code);
    if (problem.code === "server-failed" || error instanceof StorageFailure)
      request.log.error({ err: error }, problem.code);
    return refuse(reply, problem);
  });
}

function problemOf(error: FastifyError): Problem {
  if (error instanceof StorageFailure) return { code: error.code };
  if (error.statusCode === 429) return { code: "too-many-tries" };
  if (error.statusCode === 413) return { code: "record-too-large", detail: "body" };
  if (error.statusCode !== undefined && error.statusCode < 500) return { code: "malformed", detail: "body" };
  return { code: "server-failed" };
}
