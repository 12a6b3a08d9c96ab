/** Serves a folder of built files, with the headers that decide about caching as the product's server sets them. */
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".webmanifest": "application/manifest+json",
};

/** A folder that is being served. */
export interface ServedFolder {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves a folder until it is closed. */
export async function serveFolder(folder: string): Promise<ServedFolder> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = extname(path) === "" ? "index.html" : path;
    readFile(join(folder, file)).then(
      (body) => {
        const caching = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
        const type = types[extname(file)] ?? "application/octet-stream";
        response.writeHead(200, { "content-type": type, "cache-control": caching }).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
