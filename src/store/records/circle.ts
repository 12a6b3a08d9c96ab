/** Who belongs to whom, as far as this device knows: the memberships on it that no end names, live. */
import type { ActiveMembership, Circle } from "#model/access.ts";
import type { Id } from "#model/id.ts";
import type { Value } from "#model/kinds.ts";
import type { StoredRecord } from "#store/store.ts";
import type { Watching } from "#store/database/watching.ts";

/** A circle that follows what is stored. */
export interface LiveCircle {
  /** Of nobody until the memberships have been read. */
  readonly now: () => Circle;
  /** Resolves when they have been read once. */
  readonly isRead: Promise<void>;
}

/** Follows the memberships for as long as questions are answered. */
export function openCircle(watching: Watching): LiveCircle {
  const { promise: isRead, resolve } = Promise.withResolvers<void>();
  let memberships: readonly StoredRecord[] | undefined;
  let ends: readonly StoredRecord[] | undefined;
  let circle = circleOf([]);
  const update = (): void => {
    if (!memberships || !ends) return;
    circle = circleAmong(memberships, ends);
    resolve();
  };
  watching.all("membership", {}, (records) => {
    memberships = records;
    update();
  });
  watching.all("membership-ended", {}, (records) => {
    ends = records;
    update();
  });
  return { now: () => circle, isRead };
}

/** The memberships that stand: an end beats a membership in whatever order they came. Source: RULES A3. */
function active(
  memberships: readonly StoredRecord<"membership">[],
  ends: readonly StoredRecord<"membership-ended">[],
): ActiveMembership[] {
  const ended = new Set<Id | undefined>(ends.map(({ value }) => value.membership));
  return memberships.flatMap(({ id, learner, org, value }) => {
    const { role, person, organisation }: Value<"membership"> = value;
    if (ended.has(id) || role === undefined) return [];
    return [{ role, person, organisation, ...(learner ? { learner } : {}), ...(org ? { org } : {}) }];
  });
}

/** The circle of all memberships and all ends of memberships. */
export const circleAmong = (memberships: readonly StoredRecord[], ends: readonly StoredRecord[]): Circle =>
  circleOf(active(memberships as StoredRecord<"membership">[], ends as StoredRecord<"membership-ended">[]));

/** A circle of these memberships, found from every side at once. */
function circleOf(memberships: readonly ActiveMembership[]): Circle {
  const byLearner = Map.groupBy(memberships, ({ learner }) => learner);
  const byOrganisation = Map.groupBy(memberships, ({ org }) => org);
  const byPerson = Map.groupBy(memberships, ({ person }) => person);
  const naming = Map.groupBy(
    memberships.filter(({ learner }) => learner !== undefined),
    ({ organisation }) => organisation,
  );
  return {
    ofLearner: (learner) => byLearner.get(learner) ?? [],
    ofOrganisation: (org) => byOrganisation.get(org) ?? [],
    ofPerson: (person) => byPerson.get(person) ?? [],
    naming: (org) => naming.get(org) ?? [],
    teaching: (org) => (naming.get(org) ?? []).filter(({ role }) => role === "provider"),
  };
}
