/** Setting up a fresh server. */
import type { FastifyInstance } from "fastify";
import * as v from "valibot";
import { organisationTypes } from "#model/kinds/organisation.ts";
import { yes } from "#model/outcome.ts";
import { loadDemo } from "#server/people/demo/demo.ts";
import { checkToken, setUp, setUpState } from "#server/people/set-up.ts";
import type { Site } from "#server/sync/site.ts";
import { answersBody, answersJson } from "./answers.ts";
import { isInsecure } from "./guards.ts";
import { admit } from "./session.ts";

const phrase = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const setUpBody = v.object({
  token: phrase,
  organisation: phrase,
  type: v.picklist(organisationTypes),
  name: phrase,
  userName: phrase,
  password: v.pipe(v.string(), v.maxLength(200)),
  deviceName: v.pipe(v.string(), v.maxLength(200)),
  device: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
});
const demoBody = v.object({ token: phrase });

/** Registers `/api/setup`. `demoPassword` is what the demo's people share; `perMinute` is for one address. */
export async function setUpRoutes(
  app: FastifyInstance,
  {
    site,
    demoPassword,
    perMinute,
  }: { readonly site: Site; readonly demoPassword: string | undefined; readonly perMinute: number },
): Promise<void> {
  const options = { config: { rateLimit: { max: perMinute, groupId: "set-up" } } };
  app.get(
    "/setup",
    answersJson(async (request) => {
      const state = await site.storage.read(setUpState);
      return yes({ ...state, ...(isInsecure(request) && { insecure: true }) });
    }),
  );
  app.post(
    "/setup",
    options,
    answersBody(setUpBody, async (body, asked) =>
      admit(site, { ...asked, signedIn: await setUp(site, body) }),
    ),
  );
  app.post(
    "/setup/demo",
    options,
    answersBody(demoBody, async ({ token }) => {
      const open = await site.storage.read((t) => checkToken(t, token));
      return open.ok ? loadDemo(site, demoPassword) : open;
    }),
  );
}
