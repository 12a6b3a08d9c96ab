/** Who asks: the session in the cookie, read before any route that needs it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { personHeader } from "#model/wire/protocol.ts";
import type { Hand } from "#server/sync/desk/kept.ts";
import type { Site } from "#server/sync/site.ts";
import { sessionMs, sessionOf, type UsedSession } from "#server/sign-in/sessions.ts";
import type { SessionRow } from "#server/storage/account-storage.ts";
import { refuse } from "./answers.ts";

/**
 * The cookie that holds a session's token. Over https it has a name that browsers take from this very host alone, for the whole
 * of it: a page under a neighbouring name could otherwise lay a session of its own over somebody's, who would then write into
 * a stranger's account. Cookies from before that name are read where there is no other, and replaced within a month of use.
 */
const [ofThisHost, plain] = ["__Host-waymark_session", "waymark_session"] as const;

/** The token that a browser sent along. */
const tokenIn = ({ cookies }: FastifyRequest): string | undefined => cookies[ofThisHost] ?? cookies[plain];

/**
 * Gives the browser its token to keep, for as long as an unused session lives. The headers are set at once: an event stream is
 * written past the framework, which would add them last.
 */
export function giveToken({ protocol, server }: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = protocol === "https";
  const kept = { path: "/", httpOnly: true, sameSite: "strict", secure } as const;
  const maxAge = Math.floor(sessionMs / 1000);
  const given = server.serializeCookie(secure ? ofThisHost : plain, token, { ...kept, maxAge });
  const forgotten = server.serializeCookie(plain, "", { path: "/", expires: new Date(1) });
  reply.header("set-cookie", secure ? [given, forgotten] : given);
}

/** Has the browser forget it. */
export function takeToken({ protocol }: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(plain, { path: "/" });
  if (protocol === "https") reply.clearCookie(ofThisHost, { path: "/", secure: true });
}

const sessions = new WeakMap<FastifyRequest, SessionRow>();

/** From here on in this part of the app, requests without a session are refused with `signed-out`. */
export function requireSession(app: FastifyInstance, site: Site): void {
  app.addHook("preParsing", async (request: FastifyRequest, reply: FastifyReply) => {
    const used = await readSession(request, site);
    if (!used || !isAskedFor(used.session, request)) return refuse(reply, { code: "signed-out" });
    if (used.isCookieDue) giveToken(request, reply, used.token);
    sessions.set(request, used.session);
  });
}

/** Whether a device asks for the person whose session the browser sent along: in another tab somebody else may have signed in meanwhile. Source: RULES A20. */
const isAskedFor = ({ person }: SessionRow, { headers }: FastifyRequest): boolean =>
  headers[personHeader] === undefined || headers[personHeader] === person;

/** The session of a request, if it carries a good one. */
async function readSession(
  request: FastifyRequest,
  { storage, surroundings }: Site,
): Promise<(UsedSession & { readonly token: string }) | undefined> {
  const token = tokenIn(request);
  const used = token === undefined ? undefined : await sessionOf(storage, token, surroundings.clock());
  return token !== undefined && used ? { ...used, token } : undefined;
}

/** Whether the session of a request that is being answered still stands. Its cookie can no longer be given anew with that answer. */
export async function isStanding(request: FastifyRequest, { storage, surroundings }: Site): Promise<boolean> {
  const token = tokenIn(request);
  const now = surroundings.clock();
  return token !== undefined && (await sessionOf(storage, token, now, "no-cookie")) !== undefined;
}

/** The session of a request that passed {@link requireSession}. */
export function sessionIn(request: FastifyRequest): SessionRow {
  const session = sessions.get(request);
  if (!session) throw new Error("this route does not require a session");
  return session;
}

/** Who asks, and from which device. */
export const handOf = (request: FastifyRequest): Hand => {
  const { person, device } = sessionIn(request);
  return { person, device };
};
