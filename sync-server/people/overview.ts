/**
 * An organisation's people and learners as a table: from memberships, accounts and summaries, never
 * from words anybody typed. For those who lead the organisation.
 */
import type { MembershipOverview, PeopleOverview, PersonOverview } from "#model/wire/api.ts";
import type { LearnerId, OrganisationId, PersonId } from "#model/id.ts";
import { learnerOfPerson, personOfLearner } from "#model/id.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import { localDateOf, type Instant } from "#model/time.ts";
import type { DeviceRow, UserRow } from "#server/storage/account-storage.ts";
import type { MembershipRow } from "#server/storage/membership-storage.ts";
import type { SummaryRow, Transaction } from "#server/storage/storage.ts";
import { openCircle } from "#server/sync/desk/circle.ts";
import { learnerOverviews } from "./learner-overview.ts";
import { leads } from "./looking-after.ts";
import { providersOf } from "./providers.ts";

/** What the table is made of. */
interface Found {
  readonly org: OrganisationId;
  readonly names: ReadonlyMap<string, SummaryRow>;
  readonly users: ReadonlyMap<PersonId, UserRow>;
  readonly devices: ReadonlyMap<PersonId, readonly DeviceRow[]>;
  readonly withCode: ReadonlySet<PersonId>;
  readonly byPerson: ReadonlyMap<PersonId, readonly MembershipRow[]>;
}

/** Problem: `not-allowed`. */
export async function peopleOverview(
  t: Transaction,
  by: PersonId,
  { org, now }: { readonly org: OrganisationId; readonly now: Instant },
): Promise<Outcome<PeopleOverview>> {
  const isLeader = await openCircle(t).ask(({ circle }) => leads(circle, by, org));
  if (!isLeader) return no("not-allowed");
  const world = await membershipsAround(t, org);
  const found = await find(t, { org, world, now });
  const nameOf = (id: string): string => String(found.names.get(id)?.summary?.["name"] ?? "");
  const people = [...found.byPerson.keys()]
    .map((person) => overviewOf(person, found, nameOf))
    .toSorted(byName);
  const learners = await learnerOverviews(t, {
    learners: world.learners,
    memberships: world.memberships,
    nameOf,
    today: localDateOf(now),
  });
  const providers = [...world.providers].map((id) => ({ id, name: nameOf(id) })).toSorted(byName);
  return yes({
    organisation: { id: org, name: nameOf(org) },
    people,
    learners: learners.toSorted(byName),
    providers,
  });
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, "en");

interface World {
  readonly memberships: readonly MembershipRow[];
  readonly learners: readonly LearnerId[];
  readonly providers: ReadonlySet<OrganisationId>;
}

/** The organisation's staff, its learners with everyone around them, and the staff of providers that teach them. */
async function membershipsAround(t: Transaction, org: OrganisationId): Promise<World> {
  const named = await t.memberships.standing({ orgs: [org], naming: [org] });
  const learners = [
    ...new Set(named.flatMap(({ role, learner }) => (role === "home" && learner ? [learner] : []))),
  ];
  const around = await t.memberships.standing({ learners });
  const taught = around.flatMap(({ role, organisation }) =>
    role === "provider" && organisation ? [organisation] : [],
  );
  const providers = new Set([...taught, ...(await providersOf(t, org)).values()]);
  const staff = await t.memberships.standing({ orgs: [...providers] });
  const all = [...named.filter(({ org: about }) => about === org), ...around, ...staff];
  return { memberships: [...new Map(all.map((row) => [row.id, row])).values()], learners, providers };
}

async function find(
  t: Transaction,
  { org, world, now }: { readonly org: OrganisationId; readonly world: World; readonly now: Instant },
): Promise<Found> {
  const byPerson = new Map<PersonId, MembershipRow[]>();
  const add = (person: PersonId, row: MembershipRow): void =>
    void byPerson.set(person, [...(byPerson.get(person) ?? []), row]);
  for (const row of world.memberships) {
    if (row.person) add(row.person, row);
    if (row.role === "home" && row.learner) add(personOfLearner(row.learner), row);
  }
  const everyone = [...byPerson.keys()];
  const users = await t.accounts.usersByPerson(everyone);
  const devices = await t.accounts.devicesOf(everyone, now);
  const codes = await t.accounts.unusedCodes(everyone);
  return {
    org,
    byPerson,
    names: await t.records.summaries([...everyone, org, ...world.providers]),
    users: new Map(users.map((user) => [user.person, user])),
    devices: Map.groupBy(devices, ({ person }) => person),
    withCode: new Set(codes.filter(({ expiresAt }) => expiresAt > now).map(({ person }) => person)),
  };
}

function overviewOf(person: PersonId, found: Found, nameOf: (id: string) => string): PersonOverview {
  const memberships = found.byPerson.get(person) ?? [];
  const user = found.users.get(person);
  const devices = found.devices.get(person) ?? [];
  const works = memberships.filter((row) => row.person === person && row.org !== undefined);
  const offSite = works.find(({ org }) => org !== found.org)?.org;
  const provider =
    offSite !== undefined && !works.some(({ org }) => org === found.org) ? nameOf(offSite) : undefined;
  const learns = memberships.some(
    ({ role, learner }) => role === "home" && learner === learnerOfPerson(person),
  );
  const count = (role: MembershipRow["role"]): number =>
    memberships.filter((row) => row.role === role && row.person === person).length;
  return {
    person,
    name: nameOf(person),
    hasSignedIn: user?.password !== undefined,
    hasCode: found.withCode.has(person),
    roles: [
      ...(learns ? ["learner" as const] : []),
      ...new Set(memberships.filter((row) => row.person === person).map(({ role }) => role)),
    ],
    devices: devices.length,
    left: user?.leftAt !== undefined,
    tutorOf: count("tutor"),
    teaches: count("teaching-team"),
    memberships: memberships.map(asOverview),
    ...(user && { userName: user.userName }),
    ...(provider !== undefined && { provider }),
    ...(devices[0] && { lastSeenAt: devices[0].lastSeenAt }),
  };
}

const asOverview = ({ id, role, learner, org, person, organisation }: MembershipRow): MembershipOverview => ({
  id,
  role,
  ...(learner && { learner }),
  ...(org && { org }),
  ...(person && { person }),
  ...(organisation && { organisation }),
});
