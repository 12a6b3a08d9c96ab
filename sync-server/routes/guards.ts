/**
 * What every request passes: security headers, a secure address, nothing kept on the way of what the API answers, and
 * for anything that changes something an origin that is this server's own.
 */
import helmet from "@fastify/helmet";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { refuse } from "./answers.ts";
import { insecurePage } from "./insecure-page.ts";

const localHosts = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);

/** True when a browser at this address has no service worker, no cryptography and no microphone. */
export const isInsecure = ({ protocol, hostname }: Pick<FastifyRequest, "protocol" | "hostname">): boolean =>
  protocol !== "https" && !localHosts.has(hostname) && !hostname.endsWith(".localhost");

/** Adds the guards to the whole app. */
export async function addGuards(
  app: FastifyInstance,
  { publicUrl }: { readonly publicUrl: string | undefined },
): Promise<void> {
  await addHeaders(app, publicUrl?.startsWith("https:") === true);
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  app.addHook("onRequest", async (request, reply) => {
    const path = request.url.split("?")[0] ?? "/";
    if (path.startsWith("/api/")) reply.header("cache-control", "no-store");
    if (isInsecure(request) && path !== "/health" && path !== "/api/setup") {
      if (path.startsWith("/api/")) return refuse(reply, { code: "insecure-origin" });
      return reply.code(403).type("text/html").send(insecurePage(publicUrl));
    }
    if (!isFromHere(request, publicOrigin)) return refuse(reply, { code: "not-allowed", detail: "origin" });
  });
}

/** Browsers always say where a changing request comes from; programs that are no browser carry no one's cookies. */
function isFromHere(
  { method, headers, protocol, host }: FastifyRequest,
  publicOrigin: string | undefined,
): boolean {
  if (method === "GET" || method === "HEAD") return true;
  const { origin } = headers;
  if (origin === undefined)
    return headers["sec-fetch-site"] === undefined || headers["sec-fetch-site"] === "same-origin";
  return origin === publicOrigin || origin === `${protocol}://${host}`;
}

/** React Aria adds one style element of its own, so styles may stand inline; scripts may not. */
async function addHeaders(app: FastifyInstance, isHttps: boolean): Promise<void> {
  const self = ["'self'"];
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: self,
        workerSrc: self,
        connectSrc: self,
        manifestSrc: self,
        fontSrc: self,
        formAction: self,
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        mediaSrc: ["'self'", "blob:"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "no-referrer" },
    xFrameOptions: { action: "deny" },
  });
  app.addHook("onRequest", async (_request, reply) => {
    reply.header(
      "permissions-policy",
      "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()",
    );
  });
}
