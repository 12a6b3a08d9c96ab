/** The page of numbers, on an address of its own, so that it is never open to those whom the app is. */
import { createServer, type Server } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Site } from "#server/sync/site.ts";
import type { Gauges } from "./metrics.ts";

/** How often the event loop is looked at, in milliseconds; what it takes beyond that is its delay. */
const lookMs = 10;

/** A page that is served. */
export interface MetricsPage {
  /** Where it listens. */
  readonly port: number;
  close(): Promise<void>;
}

/** Serves `GET /metrics`. */
export async function serveMetrics(
  { metrics, storage, bell }: Site,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<MetricsPage> {
  const delay = monitorEventLoopDelay({ resolution: lookMs });
  delay.enable();
  const gauges = async (): Promise<Gauges> => {
    const beyond = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - lookMs);
    const eventLoopDelayMs = {
      median: beyond(delay.percentile(50)),
      p99: beyond(delay.percentile(99)),
      max: beyond(delay.max),
    };
    delay.reset();
    return {
      openDoorbells: bell.count(),
      oldestTransactionMs: await storage.oldestTransactionMs().catch(() => undefined),
      eventLoopDelayMs,
      memoryBytes: process.memoryUsage.rss(),
    };
  };
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    void gauges().then((now) => {
      response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
      response.end(metrics.page(now));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    port: portOf(server),
    close: () =>
      new Promise((resolve) => {
        delay.disable();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}
