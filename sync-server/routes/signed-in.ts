/** Who asks: the session in the cookie, read before any route that needs it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { personHeader } from "#model/wire/protocol.ts";
import type { Hand } from "#server/sync/desk/kept.ts";
import type { Site } from "#server/sync/site.ts";
import { sessionOf } from "#server/sign-in/sessions.ts";
import type { SessionRow } from "#server/storage/account-storage.ts";
import { refuse } from "./answers.ts";

/** The name of the cookie that holds the session's token. */
export const sessionCookie = "waymark_session";

const sessions = new WeakMap<FastifyRequest, SessionRow>();

/** From here on in this part of the app, requests without a session are refused with `signed-out`. */
export function requireSession(app: FastifyInstance, site: Site): void {
  app.addHook("preParsing", async (request: FastifyRequest, reply: FastifyReply) => {
    const session = await readSession(request, site);
    if (!session || !isAskedFor(session, request)) return refuse(reply, { code: "signed-out" });
    sessions.set(request, session);
  });
}

/** Whether a device asks for the person whose session the browser sent along: in another tab somebody else may have signed in meanwhile. Source: RULES A20. */
const isAskedFor = ({ person }: SessionRow, { headers }: FastifyRequest): boolean =>
  headers[personHeader] === undefined || headers[personHeader] === person;

/** The session of a request, if it carries a good one. */
export async function readSession(
  request: FastifyRequest,
  { storage, surroundings }: Site,
): Promise<SessionRow | undefined> {
  const token = request.cookies[sessionCookie];
  return token === undefined ? undefined : sessionOf(storage, token, surroundings.clock());
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
