/** What people had written before their access ended, for those who lead the learner's home. */
import type { FastifyInstance } from "fastify";
import type { TrayItem } from "#model/wire/api.ts";
import { homeOf } from "#model/access.ts";
import type { Envelope } from "#model/record/envelope.ts";
import { isIdOf, personOfLearner, type LearnerId, type PersonId } from "#model/id.ts";
import { definitionOf } from "#model/kinds.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import { acceptUpdate } from "#model/record/record-limits.ts";
import { emptyState, project } from "#model/record/record.ts";
import { leads } from "#server/people/looking-after.ts";
import type { Transaction, TrayRow } from "#server/storage/storage.ts";
import { openCircle } from "#server/sync/desk/circle.ts";
import type { Site } from "#server/sync/site.ts";
import { answersJson } from "./answers.ts";
import { requireSession, sessionIn } from "./signed-in.ts";

/** Registers `/api/tray`. */
export async function trayRoutes(app: FastifyInstance, { site }: { readonly site: Site }): Promise<void> {
  requireSession(app, site);
  app.get<{ Querystring: { learner?: string } }>("/tray", async (request, reply) =>
    answersJson(async () => {
      const { learner } = request.query;
      if (!isIdOf("learner", learner)) return no("malformed", "learner");
      return trayOf(site, sessionIn(request).person, learner);
    })(request, reply),
  );
}

const trayOf = ({ storage }: Site, by: PersonId, learner: LearnerId): Promise<Outcome<readonly TrayItem[]>> =>
  storage.read(async (t) => {
    const mayRead = await openCircle(t).ask(({ circle }) => {
      const home = homeOf(circle, learner);
      return home !== undefined && leads(circle, by, home);
    });
    if (!mayRead) return no("not-allowed");
    return yes((await fromAround(t, learner)).map(itemOf));
  });

/**
 * What lies there from people who belong to the learner, or ever did. Anybody may leave something about anybody: whoever
 * would be refused would learn who is here, and a device whose facts the server has yet to hear again could not let go.
 */
async function fromAround(t: Transaction, learner: LearnerId): Promise<readonly TrayRow[]> {
  const rows = await t.facts.tray([learner]);
  const people = new Set(rows.map(({ person }) => person as PersonId));
  const around = await t.memberships.everAround(learner, [...people]);
  const self = personOfLearner(learner);
  return rows.filter(({ person }) => person === self || around.has(person as PersonId));
}

/** Nothing in the tray was ever checked; what is no such record is shown without words. */
function itemOf({ id, person, envelope, state, at }: TrayRow): TrayItem {
  const { kind } = JSON.parse(envelope) as Envelope;
  const definition = definitionOf(kind);
  const checked = acceptUpdate(definition, emptyState, state);
  return {
    id,
    kind,
    person: person as PersonId,
    at,
    value: checked.ok ? project(definition, checked.value.state) : {},
  };
}
