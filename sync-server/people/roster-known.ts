/** What earlier imports of an organisation's list left behind: whom each of its ids means, and the links it made. */
import { hashOf, canonicalJson, type Hash } from "#model/record/bytes.ts";
import { learnerOfPerson, type Id, type OrganisationId, type PersonId } from "#model/id.ts";
import type { StaffHere } from "#server/roster/named-staff.ts";
import type { KnownFromRoster, KnownPerson } from "#server/roster/preview.ts";
import type { RosterLink } from "#server/roster/preview-links.ts";
import type { MembershipRow } from "#server/storage/membership-storage.ts";
import type { Transaction } from "#server/storage/storage.ts";

/** What an import starts from. */
export interface KnownRoster extends KnownFromRoster {
  /** The membership behind each link that stands, by {@link linkKey}. */
  readonly memberships: ReadonlyMap<string, Id<"membership">>;
  /** Changes whenever anybody is added, changes, leaves or returns. */
  readonly fingerprint: Hash;
}

/** Where the ids of a list's people are kept. */
export const peopleSource = (org: OrganisationId): string => `roster people ${org}`;
/** Where the links of a list are kept. */
export const linksSource = (org: OrganisationId): string => `roster links ${org}`;
/** A link in one text. */
export const linkKey = ({ learner, staff, as }: RosterLink): string => JSON.stringify([learner, staff, as]);

/** What is known of an organisation's list. */
export async function knownRoster(t: Transaction, org: OrganisationId): Promise<KnownRoster> {
  const ids = await t.accounts.outsideIds(peopleSource(org));
  const everyone = ids.map(({ id }) => id as PersonId);
  const standing = await t.memberships.standing({
    people: everyone,
    learners: everyone.map(learnerOfPerson),
  });
  const users = new Map((await t.accounts.usersByPerson(everyone)).map((user) => [user.person, user]));
  const orgs = standing.flatMap(({ org: at, organisation }) => [
    ...(at ? [at] : []),
    ...(organisation ? [organisation] : []),
  ]);
  const names = await t.records.summaries([...everyone, ...everyone.map(learnerOfPerson), ...new Set(orgs)]);
  const nameOf = (id: string): string => String(names.get(id as Id)?.summary?.["name"] ?? "");
  const programmeOf = (person: PersonId): Pick<KnownPerson, "programme"> => {
    const programme = names.get(learnerOfPerson(person))?.summary?.["programme"];
    return typeof programme === "string" ? { programme } : {};
  };
  const people = new Map(
    ids.map(({ outsideId, id }): [string, KnownPerson] => {
      const person = id as PersonId;
      return [
        outsideId,
        {
          personId: person,
          name: nameOf(person),
          active: users.get(person)?.leftAt === undefined,
          ...programmeOf(person),
          ...standingOf(person, { org, standing, nameOf }),
        },
      ];
    }),
  );
  const links = await knownLinks(t, org);
  const staff = await staffHere(t, org, new Set(everyone));
  const userNames = await t.accounts.userNames();
  const fingerprint = hashOf(
    canonicalJson({
      people: [...people].map(([id, known]) => [id, { ...known }]),
      links: [...links.keys()].toSorted(),
      staff: staff.map((one) => ({ ...one })),
    }),
  );
  return {
    people,
    staff,
    userNames,
    fingerprint,
    links: [...links.keys()].map(linkOfKey),
    memberships: links,
  };
}

function standingOf(
  person: PersonId,
  {
    org,
    standing,
    nameOf,
  }: {
    readonly org: OrganisationId;
    readonly standing: readonly MembershipRow[];
    readonly nameOf: (id: string) => string;
  },
): Pick<KnownPerson, "role" | "provider"> {
  const learner = learnerOfPerson(person);
  const about = standing.filter((row) => row.learner === learner);
  const own = standing.filter((row) => row.person === person);
  const taughtAt = about.find(({ role }) => role === "provider")?.organisation;
  if (about.some(({ role }) => role === "home"))
    return { role: "learner", ...(taughtAt && { provider: nameOf(taughtAt) }) };
  const here = own.filter(({ org: at }) => at === org).map(({ role }) => role);
  if (here.includes("administrator")) return { role: "administrator" };
  if (here.includes("coordinator")) return { role: "coordinator" };
  const worksAt = own.find(({ role, org: at }) => role === "staff" && at !== org)?.org;
  if (worksAt && here.length === 0) return { role: "provider-staff", provider: nameOf(worksAt) };
  return { role: own.some(({ role }) => role === "tutor") ? "tutor" : "teacher" };
}

/** Who works at the organisation itself and came by no list, by person; nobody who only works at one of its providers. */
async function staffHere(
  t: Transaction,
  org: OrganisationId,
  fromList: ReadonlySet<PersonId>,
): Promise<readonly StaffHere[]> {
  const roles = new Map<PersonId, Set<string>>();
  for (const { person, role } of await t.memberships.standing({ orgs: [org] }))
    if (person && !fromList.has(person) && role !== "safeguarding-lead")
      roles.set(person, (roles.get(person) ?? new Set()).add(role));
  const persons = [...roles.keys()];
  const users = new Map((await t.accounts.usersByPerson(persons)).map((user) => [user.person, user]));
  const names = await t.records.summaries(persons);
  return persons
    .filter((person) => users.get(person)?.leftAt === undefined)
    .toSorted()
    .map((personId) => ({
      personId,
      name: String(names.get(personId)?.summary?.["name"] ?? ""),
      role: roles.get(personId)?.has("administrator")
        ? "administrator"
        : roles.get(personId)?.has("coordinator")
          ? "coordinator"
          : "teacher",
      ...(users.has(personId) && { userName: users.get(personId)?.userName ?? "" }),
    }));
}

/** Links whose membership still stands, by their key. */
async function knownLinks(t: Transaction, org: OrganisationId): Promise<Map<string, Id<"membership">>> {
  const rows = await t.accounts.outsideIds(linksSource(org));
  const memberships = await t.memberships.byIds([...new Set(rows.map(({ id }) => id as Id<"membership">))]);
  const standing = new Set(memberships.filter(({ ended }) => !ended).map(({ id }) => id));
  return new Map(
    rows
      .filter(({ id }) => standing.has(id as Id<"membership">))
      .map(({ outsideId, id }) => [outsideId, id as Id<"membership">]),
  );
}

function linkOfKey(key: string): RosterLink {
  const [learner, staff, as] = JSON.parse(key) as [string, string, RosterLink["as"]];
  return { learner, staff, as };
}
