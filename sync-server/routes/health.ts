/** Whether this server works, for whatever watches it: whether its database reads, writes, and lets go. */
import type { FastifyInstance } from "fastify";
import { StorageFailure } from "#server/storage/storage.ts";
import type { Site } from "#server/sync/site.ts";

/** Why a server is not well. */
export type Ailment = StorageFailure["code"] | "transaction-too-old";

/** How long the database may take to answer, in milliseconds. */
const answerMs = 5000;

/** Each asking writes to the database, so nobody asks without end. */
const asksPerMinute = 120;

/** Adds `GET /health`: 200 when all is well, else 503 with the reason. Whoever asks meanwhile has the same answer. */
export function addHealth(
  app: FastifyInstance,
  { site, transactionLimitMs }: { readonly site: Site; readonly transactionLimitMs: number },
): void {
  let examining: Promise<object> | undefined;
  const config = { rateLimit: { max: asksPerMinute, groupId: "health" } };
  app.get("/health", { logLevel: "silent", config }, async (_request, reply) => {
    examining ??= examine(site, transactionLimitMs).finally(() => {
      examining = undefined;
    });
    const found = await examining;
    return reply
      .header("cache-control", "no-store")
      .code("reason" in found ? 503 : 200)
      .send(found);
  });
}

async function examine(site: Site, transactionLimitMs: number): Promise<object> {
  const facts = { serverTime: site.surroundings.clock(), listening: site.bell.count() };
  const timeout = AbortSignal.timeout(answerMs);
  const late = new Promise<Ailment>((resolve) => {
    timeout.addEventListener("abort", () => resolve("storage-failed"));
  });
  const found = await Promise.race([examineStorage(site, transactionLimitMs), late]);
  return typeof found === "string"
    ? { ok: false, reason: found, ...facts }
    : { ok: true, highest: found, ...facts };
}

/** How far the storage has come, or what ails it. */
async function examineStorage(
  { storage, surroundings }: Site,
  transactionLimitMs: number,
): Promise<number | Ailment> {
  try {
    if ((await storage.oldestTransactionMs()) > transactionLimitMs) return "transaction-too-old";
    return await storage.write(async ({ meta, scopes }) => {
      await meta.put("last-examined", String(surroundings.clock()));
      return scopes.highest();
    });
  } catch (error) {
    if (error instanceof StorageFailure) return error.code;
    throw error;
  }
}
