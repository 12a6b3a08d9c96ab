/**
 * The built app. Files with a hash in their name never change and are kept for ever, also those of
 * earlier releases that are still in the folder; everything else is asked for anew each time. Any other address
 * is a deep link, which the app itself opens.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import staticFiles from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { refuse } from "./answers.ts";

/** Adds the files of a folder; says so plainly where the app was not built yet. */
export async function addAppFiles(app: FastifyInstance, folder: string): Promise<void> {
  const root = resolve(folder);
  const isBuilt = existsSync(join(root, "index.html"));
  if (isBuilt)
    await app.register(staticFiles, {
      root,
      wildcard: true,
      cacheControl: false,
      index: ["index.html"],
      setHeaders: (response, path) => void response.header("cache-control", cachingOf(path)),
    });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0] ?? "/";
    const isPage = request.method === "GET" && !path.startsWith("/api/") && !/\.\w+$/.test(path);
    if (!isPage) return refuse(reply, { code: "not-found" });
    if (!isBuilt)
      return reply.code(503).type("text/plain").send("The app has not been built yet: npm run build\n");
    return reply.header("cache-control", "no-cache").sendFile("index.html", { cacheControl: false });
  });
}

/** Vite puts what has a hash in its name under assets/. */
const cachingOf = (path: string): string =>
  /[/\\]assets[/\\]/.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
