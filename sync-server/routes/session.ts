/** Signing in and out, and one's own devices and password. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as v from "valibot";
import { isIdOf, type PersonId } from "#model/id.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import type { Account, Device } from "#model/wire/api.ts";
import { looksAfter } from "#server/people/looking-after.ts";
import { accountOf } from "#server/sign-in/account.ts";
import type { NewSession } from "#server/sign-in/sessions.ts";
import { changePassword, greetByCode, signIn, signInByCode } from "#server/sign-in/signing-in.ts";
import { limitGuesses } from "#server/sign-in/tries.ts";
import type { Transaction } from "#server/storage/storage.ts";
import { openCircle } from "#server/sync/desk/circle.ts";
import type { Site } from "#server/sync/site.ts";
import { answersBody, answersJson } from "./answers.ts";
import { giveToken, requireSession, sessionIn, takeToken } from "./signed-in.ts";

const phrase = v.pipe(v.string(), v.maxLength(200));
const signingDevice = { device: v.exactOptional(v.pipe(v.string(), v.maxLength(64))), deviceName: phrase };
const signInBody = v.object({ userName: phrase, password: phrase, ...signingDevice });
const codeBody = v.object({ code: phrase, password: phrase, ...signingDevice });
const greetingBody = v.object({ code: phrase });
const passwordBody = v.object({ current: phrase, next: phrase });

/** Registers `/api/session` as a visitor sees it. `perMinute` is for one address. */
export async function signInRoutes(
  app: FastifyInstance,
  { site, perMinute }: { readonly site: Site; readonly perMinute: number },
): Promise<void> {
  const options = { config: { rateLimit: { max: perMinute, groupId: "sign-in" } } };
  app.post(
    "/session",
    options,
    answersBody(signInBody, async (body, { request, reply }) => {
      const signedIn = await limitGuesses(site, request.ip, () => signIn(site, body));
      return admit(site, { request, reply, signedIn });
    }),
  );
  app.post(
    "/session/code",
    options,
    answersBody(codeBody, async (body, { request, reply }) => {
      const signedIn = await limitGuesses(site, request.ip, () => signInByCode(site, body));
      return admit(site, { request, reply, signedIn });
    }),
  );
  const greet = (request: FastifyRequest, code: string) =>
    limitGuesses(site, request.ip, () => greetByCode(site, code));
  app.post(
    "/session/code/greeting",
    options,
    answersBody(greetingBody, ({ code }, { request }) => greet(request, code)),
  );
  // How apps asked before: they put the code into the address, which proxies write down.
  app.get<{ Params: { code: string } }>("/session/code/:code", options, async (request, reply) =>
    answersJson(() => greet(request, request.params.code))(request, reply),
  );
}

/** Gives the browser its cookie, and the screen its account. */
export async function admit(
  site: Site,
  {
    request,
    reply,
    signedIn,
  }: {
    readonly request: FastifyRequest;
    readonly reply: FastifyReply;
    readonly signedIn: Outcome<NewSession>;
  },
): Promise<Outcome<Account>> {
  if (!signedIn.ok) return signedIn;
  const { token, session } = signedIn.value;
  giveToken(request, reply, token);
  return yes(await site.storage.read((t) => accountOf(t, session)));
}

/** Registers `/api/session` and `/api/devices` for those who have signed in. */
export async function sessionRoutes(app: FastifyInstance, { site }: { readonly site: Site }): Promise<void> {
  requireSession(app, site);
  const { storage } = site;
  app.get(
    "/session",
    answersJson(async (request) => yes(await storage.read((t) => accountOf(t, sessionIn(request))))),
  );
  app.delete(
    "/session",
    answersJson(async (request, reply) => {
      const { tokenHash, device } = sessionIn(request);
      await storage.write(({ accounts }) => accounts.endSessions({ tokenHash }));
      site.bell.close({ device });
      takeToken(request, reply);
      return yes({});
    }),
  );
  app.post(
    "/session/password",
    answersBody(passwordBody, (body, { request }) => changePassword(site, sessionIn(request), body)),
  );
  app.get<{ Querystring: { person?: string } }>("/devices", async (request, reply) =>
    answersJson(() => devicesOf(site, sessionIn(request), request.query.person))(request, reply),
  );
  app.delete<{ Params: { id: string } }>("/devices/:id", async (request, reply) =>
    answersJson(() => revokeDevice(site, sessionIn(request).person, request.params.id))(request, reply),
  );
}

const devicesOf = (
  { storage, surroundings }: Site,
  { person: asker, device: current }: { readonly person: PersonId; readonly device: string },
  named: string | undefined,
): Promise<Outcome<readonly Device[]>> =>
  storage.read(async (t) => {
    const person = named ?? asker;
    if (!isIdOf("person", person)) return no("malformed", "person");
    if (person !== asker && !(await mayLookAfter(t, asker, person))) return no("not-allowed");
    const devices = await t.accounts.devicesOf([person], surroundings.clock());
    return yes(
      devices.map(({ id, name, lastSeenAt }) => ({ id, name, lastSeenAt, current: id === current })),
    );
  });

/** Signs a device out from afar, and ends its event stream at once. */
async function revokeDevice(site: Site, by: PersonId, id: string): Promise<Outcome<object>> {
  const revoked = await site.storage.write(async (t): Promise<Outcome<object>> => {
    const device = await t.accounts.device(id);
    if (!device || device.revokedAt !== undefined) return no("not-found");
    if (device.person !== by && !(await mayLookAfter(t, by, device.person))) return no("not-found");
    const at = site.surroundings.clock();
    await t.accounts.putDevice({ ...device, revokedAt: at });
    await t.accounts.endSessions({ device: id });
    await t.accounts.addActs([{ at, by, act: "device-revoked", about: device.person }]);
    return yes({});
  });
  if (revoked.ok) site.bell.close({ device: id });
  return revoked;
}

const mayLookAfter = (t: Transaction, by: PersonId, person: PersonId): Promise<boolean> =>
  openCircle(t).ask(({ circle }) => looksAfter(circle, by, person));
