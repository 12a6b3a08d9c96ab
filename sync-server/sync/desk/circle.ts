/**
 * The facts that decide access, as one transaction sees them. `access.ts` asks for them at once and
 * a database answers later: so a question is asked, what it missed is fetched, and it is asked again, until
 * nothing is missing. What was fetched stays for the rest of the transaction.
 */
import type { Circle } from "#model/access.ts";
import { learnerOfPerson, type Id, type LearnerId, type OrganisationId, type PersonId } from "#model/id.ts";
import type { ChoiceRow, Transaction } from "#server/storage/storage.ts";
import type { MembershipRow } from "#server/storage/membership-storage.ts";
import { together } from "#server/storage/together.ts";

/** A circle whose memberships can be named. */
export interface CircleOfRows extends Circle {
  ofLearner(learner: LearnerId): readonly MembershipRow[];
  ofOrganisation(org: OrganisationId): readonly MembershipRow[];
  ofPerson(person: PersonId): readonly MembershipRow[];
  naming(org: OrganisationId): readonly MembershipRow[];
  teaching(org: OrganisationId): readonly MembershipRow[];
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

type Side = "learner" | "org" | "person" | "naming" | "teaching";

const sidesOf = ({ role, learner, org, person, organisation }: MembershipRow): readonly string[] => [
  ...(learner ? [`learner ${learner}`] : []),
  ...(org ? [`org ${org}`] : []),
  ...(person ? [`person ${person}`] : []),
  ...(organisation && learner ? [`naming ${organisation}`] : []),
  ...(organisation && learner && role === "provider" ? [`teaching ${organisation}`] : []),
];

/** These memberships as found from each of these sides. */
function bySide(
  rows: readonly MembershipRow[],
  asked: ReadonlySet<string>,
): ReadonlyMap<string, readonly MembershipRow[]> {
  const found = new Map([...asked].map((side) => [side, [] as MembershipRow[]]));
  for (const row of rows) for (const side of sidesOf(row)) found.get(side)?.push(row);
  return found;
}

/** A circle for one transaction. `known` are memberships that were fetched, all that stand of each side. */
export function openCircle(
  t: Transaction,
  known: ReadonlyMap<string, readonly MembershipRow[]> = new Map(),
): CircleOfTransaction {
  const memberships = new Map(known);
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
      teaching: (org) => find("teaching", org),
    },
    choicesOf: (entry) => {
      const found = choices.get(entry);
      if (!found) missing.entries.add(entry);
      return [...(found ?? []), ...(addedChoices.get(entry) ?? [])];
    },
  };
  const fetchMissing = async (): Promise<void> => {
    const asked = new Set(missing.sides);
    const entries = [...missing.entries];
    missing.sides.clear();
    missing.entries.clear();
    const [rows, chosen] = await together([
      asked.size > 0 ? t.memberships.standing(sidesAsked([...asked])) : [],
      entries.length > 0 ? t.facts.choices(entries) : [],
    ]);
    for (const [side, found] of bySide(rows, asked)) memberships.set(side, found);
    for (const entry of entries) choices.set(entry, []);
    for (const row of chosen) choices.get(row.entry)?.push(row);
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

/**
 * A circle with what most questions about what a person holds come to, fetched at once: who names them, and all about the
 * learners they are named about.
 */
export async function lookAround(t: Transaction, person: PersonId): Promise<CircleOfTransaction> {
  const own = learnerOfPerson(person);
  const rows = await t.memberships.standing({ people: [person], around: [person], learners: [own] });
  const sides = new Set([`person ${person}`, `learner ${own}`]);
  for (const row of rows) {
    if (row.learner) sides.add(`learner ${row.learner}`);
    if (row.person === person && row.org && row.role === "staff") sides.add(`teaching ${row.org}`);
  }
  return openCircle(t, bySide(rows, sides));
}

const sidesAsked = (sides: readonly string[]) => {
  const idsOf = (side: Side): string[] =>
    sides.filter((s) => s.startsWith(`${side} `)).map((s) => s.slice(side.length + 1));
  return {
    learners: idsOf("learner") as LearnerId[],
    orgs: idsOf("org") as OrganisationId[],
    people: idsOf("person") as PersonId[],
    naming: idsOf("naming") as OrganisationId[],
    teaching: idsOf("teaching") as OrganisationId[],
  };
};
