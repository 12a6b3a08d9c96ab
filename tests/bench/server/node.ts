/**
 * One server process under measurement: the product's own server on a database that is already filled, without
 * limits on requests a minute. Its parent asks it for its memory and ends it.
 */
import type { AddressInfo } from "node:net";
import { createServer } from "#server/server.ts";
import { openDatabase, type DatabasePlace } from "./databases.ts";

const place = JSON.parse(process.argv[2] ?? "") as DatabasePlace;
const server = await createServer({
  storage: await openDatabase(place),
  log: "errors",
  limits: { sync: 1_000_000_000, signIn: 1_000_000_000 },
});
await server.app.listen({ port: 0, host: "127.0.0.1" });

process.on("message", (asked) => {
  if (asked === "memory") tellMemory();
  if (asked === "stop") void server.close().then(() => process.exit(0));
});
process.once("disconnect", () => process.exit(0));
process.send?.({ port: (server.app.server.address() as AddressInfo).port });

function tellMemory(): void {
  // This one also gives back to the system what it collected, so that only what is held is left.
  globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
  process.send?.({ memoryBytes: process.memoryUsage.rss() });
}
