/** What `npm run dev` stands on: the app with hot reload, and a server beside it that takes what it sends. */
import { createServer as createVite, loadConfigFromFile } from "vite";
import { expect, onTestFinished, test } from "vitest";
import { createServer } from "#server/server.ts";
import { openSqlite } from "#server/storage/sqlite.ts";

/** A running server, and Vite before it with the settings of `npm run dev`. Returns Vite's address. */
async function aDevServer(): Promise<string> {
  const server = await createServer({ storage: await openSqlite() });
  onTestFinished(() => server.close());
  const target = await server.app.listen({ port: 0, host: "localhost" });
  const serving = { command: "serve", mode: "development" } as const;
  const loaded = await loadConfigFromFile(
    serving,
    "vite.config.ts",
    undefined,
    "silent",
    undefined,
    "native",
  );
  const api = loaded?.config.server?.proxy?.["/api"];
  const vite = await createVite({
    configFile: false,
    root: "public",
    appType: "custom",
    logLevel: "silent",
    optimizeDeps: { noDiscovery: true },
    server: {
      port: 0,
      host: "localhost",
      ws: false,
      watch: null,
      proxy: { "/api": typeof api === "object" ? { ...api, target } : target },
    },
  });
  onTestFinished(() => vite.close());
  await vite.listen();
  const [address = ""] = vite.resolvedUrls?.local ?? [];
  return new URL(address).origin;
}

test("what a page of `npm run dev` sends is not taken for another origin's", async () => {
  const origin = await aDevServer();
  const answer = await fetch(`${origin}/api/session`, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify({ userName: "nobody", password: "nothing at all", deviceName: "laptop" }),
  });
  expect(await answer.json()).toEqual({ problem: { code: "wrong-password" } });
});
