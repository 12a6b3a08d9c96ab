/**
 * The facts that decide access, as one transaction sees them. `access.ts` asks for them at once and
 * a database answers later: so a question is asked, what it missed is fetched, and it is asked again, until
 * nothing is missing. What was fetched stays for the rest of the transaction.
 */
import type { Circle } from "#model/access.ts";
import type { Id, LearnerId, OrganisationId, PersonId } from "#model/id.ts";
import type { ChoiceRow, Transaction } from "#server/storage/storage.ts";
import type { MembershipRow } from "#server/storage/membership-storage.ts";

/** A circle whose memberships can be named. */
export interface CircleOfRows extends Circle {
  ofLearner(learner: LearnerId): readonly MembershipRow[];
  ofOrganisation(org: OrganisationId): readonly MembershipRow[];
  ofPerson(person: PersonId): readonly MembershipRow[];
  naming(org: OrganisationId): readonly MembershipRow[];
}

/** What may be asked. */
export interface AccessFacts {
  readonly circle: CircleOfRows;
  /** Every choice about an entry, whoever made it. */
  readonly choicesOf: (entry: Id<"log-entry">) => readonly ChoiceRow[];
}

/** Facts about access, fetched as they are asked for, with those of this transaction that are not stored yet. */
export interface CircleOfTransaction {
  /** The answer, once everything it depends on is there. The question may be asked several times. */
  ask<T>(question: (facts: AccessFacts) => T): Promise<T>;
  addMembership(row: MembershipRow): void;
  endMembership(id: Id<"membership">): void;
  addChoice(row: ChoiceRow): void;
}

type Side = "learner" | "org" | "person" | "naming";

const sidesOf = ({ learner, org, person, organisation }: MembershipRow): readonly string[] => [
  ...(learner ? [`learner ${learner}`] : []),
  ...(org ? [`org ${org}`] : []),
  ...(person ? [`person ${person}`] : []),
  ...(organisation && learner ? [`naming ${organisation}`] : []),
];

/** A circle for one transaction. */
export function openCircle(t: Transaction): CircleOfTransaction {
  const memberships = new Map<string, MembershipRow[]>();
  const choices = new Map<Id, ChoiceRow[]>();
  const added = new Map<string, MembershipRow[]>();
  const addedChoices = new Map<Id, ChoiceRow[]>();
  const ended = new Set<Id>();
  const missing = { sides: new Set<string>(), entries: new Set<Id<"log-entry">>() };

  const find = (side: Side, id: string): readonly MembershipRow[] => {
    const found = memberships.get(`${side} ${id}`);
    if (!found) missing.sides.add(`${side} ${id}`);
    const more = added.get(`${side} ${id}`);
    const all = more ? [...(found ?? []), ...more] : (found ?? []);
    return ended.size > 0 ? all.filter((membership) => !ended.has(membership.id)) : all;
  };
  const facts: AccessFacts = {
    circle: {
      ofLearner: (learner) => find("learner", learner),
      ofOrganisation: (org) => find("org", org),
      ofPerson: (person) => find("person", person),
      naming: (org) => find("naming", org),
    },
    choicesOf: (entry) => {
      const found = choices.get(entry);
      if (!found) missing.entries.add(entry);
      return [...(found ?? []), ...(addedChoices.get(entry) ?? [])];
    },
  };
  const fetchMissing = async (): Promise<void> => {
    const asked = new Set(missing.sides);
    const sides = [...asked];
    const entries = [...missing.entries];
    missing.sides.clear();
    missing.entries.clear();
    for (const side of sides) memberships.set(side, []);
    for (const entry of entries) choices.set(entry, []);
    for (const row of sides.length > 0 ? await t.memberships.standing(sidesAsked(sides)) : [])
      for (const side of sidesOf(row)) if (asked.has(side)) memberships.get(side)?.push(row);
    for (const row of entries.length > 0 ? await t.facts.choices(entries) : [])
      choices.get(row.entry)?.push(row);
  };
  return {
    ask: async (question) => {
      for (;;) {
        const answer = question(facts);
        if (missing.sides.size === 0 && missing.entries.size === 0) return answer;
        await fetchMissing();
      }
    },
    addMembership: (row) => {
      for (const side of sidesOf(row)) added.set(side, [...(added.get(side) ?? []), row]);
    },
    endMembership: (id) => void ended.add(id),
    addChoice: (row) => void addedChoices.set(row.entry, [...(addedChoices.get(row.entry) ?? []), row]),
  };
}

const sidesAsked = (sides: readonly string[]) => {
  const idsOf = (side: Side): string[] =>
    sides.filter((s) => s.startsWith(`${side} `)).map((s) => s.slice(side.length + 1));
  return {
    learners: idsOf("learner") as LearnerId[],
    orgs: idsOf("org") as OrganisationId[],
    people: idsOf("person") as PersonId[],
    naming: idsOf("naming") as OrganisationId[],
  };
};
