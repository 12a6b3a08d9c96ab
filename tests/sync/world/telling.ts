/** Steps of a world that is told rather than left to chance: who does what, and whose round it is. */
import { planIdOf } from "#model/kinds/plan.ts";
import type { Role } from "#model/kinds/membership.ts";
import { fact } from "#tests/sync/writing/doings.ts";
import { pageOf, typeWord } from "#tests/sync/writing/edits.ts";
import type { Intent } from "#tests/sync/writing/edits.ts";
import { learners } from "#tests/sync/writing/people.ts";
import type { Scribe } from "#tests/sync/writing/scribe.ts";
import { standingMemberships } from "#tests/sync/writing/truth.ts";
import { finishRound } from "./settle.ts";
import type { World } from "./world.ts";

/** The learner told worlds are about. */
export const [learner] = learners;

/** Whoever is at the device of this name. */
export const of = ({ scribes }: Pick<World, "scribes">, name: string): Scribe => {
  const scribe = scribes.find(({ device }) => device.name === name);
  if (!scribe) throw new Error(name);
  return scribe;
};

/** A whole round of their device with the server. */
export async function round(world: World, { device }: Scribe): Promise<void> {
  device.startRound();
  await finishRound(world, device);
}

/** Writes something that has to be saved. */
export async function saves(scribe: Scribe, intent: Intent | undefined): Promise<void> {
  const end = intent && (await scribe.write(intent));
  if (end !== "saved") throw new Error(`${scribe.device.name} ${intent?.what}: ${end}`);
}

/** Types a word in the learner's plan, and starts it where it is not there. */
export async function typeInPlan(scribe: Scribe): Promise<void> {
  const view = scribe.device.view();
  await saves(scribe, typeWord(view, pageOf(view, "plan", { learner, id: planIdOf(learner) })));
}

/** Ends what makes somebody part of the learner's care. */
export async function endMembership(office: Scribe, role: Role): Promise<void> {
  const view = office.device.view();
  const membership = standingMemberships(view.rows.values()).find(
    (one) => one.learner === learner && one.role === role,
  )?.id;
  await saves(office, fact(view, "membership-ended", learner, { narrows: true, fields: { membership } }));
}
