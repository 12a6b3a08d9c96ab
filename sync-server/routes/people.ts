/** The people screen of coordinators and administrators. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import * as v from "valibot";
import { addableRoles } from "#model/wire/api.ts";
import { isIdOf, type Id, type KindName } from "#model/id.ts";
import { learnerRoles, organisationRoles } from "#model/kinds/membership.ts";
import { no } from "#model/outcome.ts";
import { addByHand } from "#server/people/adding.ts";
import { codesFor } from "#server/people/codes.ts";
import { giveMembership, takeMembership } from "#server/people/memberships.ts";
import { peopleOverview } from "#server/people/overview.ts";
import type { Site } from "#server/sync/site.ts";
import { answersBody, answersJson } from "./answers.ts";
import { requireSession, sessionIn } from "./signed-in.ts";

const idOf = <K extends KindName>(kind: K) => v.custom<Id<K>>((text) => isIdOf(kind, text));
const phrase = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const personBody = v.object({
  org: idOf("organisation"),
  name: phrase,
  role: v.picklist(addableRoles),
  userName: v.exactOptional(phrase),
  programme: v.exactOptional(phrase),
  tutor: v.exactOptional(idOf("person")),
  provider: v.exactOptional(phrase),
});
const codesBody = v.object({ people: v.pipe(v.array(idOf("person")), v.minLength(1), v.maxLength(500)) });
const membershipBody = v.object({
  role: v.picklist([...learnerRoles, ...organisationRoles]),
  learner: v.exactOptional(idOf("learner")),
  org: v.exactOptional(idOf("organisation")),
  person: v.exactOptional(idOf("person")),
  organisation: v.exactOptional(idOf("organisation")),
});
const endBody = v.object({ membership: idOf("membership") });

/** Registers `/api/people` and `/api/memberships`. */
export async function peopleRoutes(
  app: FastifyInstance,
  { site, publicUrl }: { readonly site: Site; readonly publicUrl: string | undefined },
): Promise<void> {
  requireSession(app, site);
  const by = (request: FastifyRequest) => sessionIn(request).person;
  app.get<{ Querystring: { org?: string } }>("/people", async (request, reply) =>
    answersJson(async () => {
      const { org } = request.query;
      if (!isIdOf("organisation", org)) return no("malformed", "org");
      return site.storage.read((t) =>
        peopleOverview(t, by(request), { org, now: site.surroundings.clock() }),
      );
    })(request, reply),
  );
  app.post(
    "/people",
    answersBody(personBody, (body, { request }) => addByHand(site, by(request), body)),
  );
  app.post(
    "/people/codes",
    answersBody(codesBody, ({ people }, { request }) => {
      const address = (publicUrl ?? `${request.protocol}://${request.host}`).replace(/\/$/, "");
      return codesFor(site, by(request), { people, address });
    }),
  );
  app.post(
    "/memberships",
    answersBody(membershipBody, (body, { request }) => giveMembership(site, by(request), body)),
  );
  app.post(
    "/memberships/end",
    answersBody(endBody, ({ membership }, { request }) => takeMembership(site, by(request), membership)),
  );
}
