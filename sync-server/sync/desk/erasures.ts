/**
 * Whose words an id was erased as. An erasure names its author and learner, and is found by what it erases; those that an
 * older server kept are not, so of what they erased nobody can say whose it was, and it stays erased. Source: RULES A18, A23.
 */
import type { Id, LearnerId, PersonId } from "#model/id.ts";
import { isIdOf } from "#model/id.ts";
import { erasure } from "#model/kinds/erasure.ts";
import { project } from "#model/record/record.ts";
import type { Instant } from "#model/time.ts";
import type { Desk } from "./desk.ts";

/** As whose something was erased, and when the server heard so. */
export interface ErasedAs {
  readonly learner: LearnerId | undefined;
  readonly author: PersonId | undefined;
  readonly arrivedAt: Instant;
}

/** As whose this id was erased; empty where nobody has, or nobody can say. */
export async function erasedAs(desk: Desk, id: Id): Promise<readonly ErasedAs[]> {
  const ids = (await aboutIt(desk, id)).filter((about) => isIdOf("erasure", about));
  await desk.fetch(ids);
  const records = await Promise.all(ids.map((about) => desk.record(about)));
  return records.flatMap((record) => {
    if (!record) return [];
    const { author } = project(erasure, record.state);
    return [{ learner: record.learner, author, arrivedAt: record.stamps.arrivedAt }];
  });
}

/** False for what was erased by an erasure that is not found by it: those that come after it say nothing of why it is gone. */
export const knowsWhoErased = async (desk: Desk, id: Id): Promise<boolean> =>
  !(await desk.isErased(id)) || (await aboutIt(desk, id)).some((about) => isIdOf("erasure", about));

const aboutIt = async (desk: Desk, id: Id): Promise<readonly Id[]> => [
  ...new Set([...(await desk.t.records.idsAbout(id)), ...desk.idsAbout(id)]),
];
