/**
 * Carries out what a preview showed, in many small writes, so that pushes are answered in between: people and accounts, who
 * tutors and teaches whom, and who has left. Whatever ends comes first: should the server stop in the middle, nobody has access
 * they are not to have, and the same list brought in again does the rest. Leaving ends access and touches no record. Source:
 * the plan of `roster/preview.ts`.
 */
import { setImmediate } from "node:timers/promises";
import type { RosterImported } from "#model/wire/api.ts";
import { homeOf } from "#model/access.ts";
import { createId, learnerOfPerson, type Id, type OrganisationId, type PersonId } from "#model/id.ts";
import { keyOfStaff } from "#server/roster/named-staff.ts";
import type { Leaver, PersonToAdd, PersonToUpdate, RosterPlan } from "#server/roster/preview.ts";
import type { Transaction } from "#server/storage/storage.ts";
import { author } from "#server/sync/author.ts";
import { openDesk } from "#server/sync/desk/desk.ts";
import type { Site } from "#server/sync/site.ts";
import { accountName } from "./account-name.ts";
import { linkKey, peopleSource, type KnownRoster } from "./roster-known.ts";
import { addLink, endLink, learnsElsewhere, type Linking } from "./roster-links.ts";
import { providerNamed, providersOf } from "./providers.ts";
import { addLearner, addMembership, addPerson, endMembership, type Registrar } from "./registrar.ts";

/** A confirmed list: whose, and what is to be done. */
export interface Confirmed {
  readonly by: PersonId;
  readonly org: OrganisationId;
  readonly known: KnownRoster;
  readonly plan: RosterPlan;
}

/** What the steps of an import work with. */
interface Importing extends Confirmed, Linking {
  readonly known: KnownRoster;
  /** Those known before, and those just made. */
  readonly persons: Map<string, PersonId>;
  /** Who left in this write: to be sent away from the doorbell when it is done. */
  readonly left: PersonId[];
}

/** One thing to be done, whole in itself. A write may be tried again, so it leaves nothing behind but through its transaction. */
type Step = (importing: Importing) => Promise<void>;

/** Steps to a write: somebody who pushes waits for no more than these. */
const stepsAWrite = 20;

/** Carries out a plan, saying in each write that it still goes on. Whoever left is signed out everywhere. */
export async function carryOut(
  site: Site,
  confirmed: Confirmed,
  goesOn: (t: Transaction) => Promise<void>,
): Promise<RosterImported> {
  const { by, plan, known } = confirmed;
  const ended = new Set(plan.linksToEnd.map(linkKey));
  const errand = {
    ...confirmed,
    persons: personsOf(known),
    staying: new Set([...known.memberships].flatMap(([key, id]) => (ended.has(key) ? [] : [id]))),
  };
  const steps = stepsOf(plan);
  for (let from = 0; from < steps.length; from += stepsAWrite) {
    const { touched, left } = await site.storage.write(async (t) => {
      const gone: PersonId[] = [];
      const desk = openDesk(t, site.surroundings.clock());
      const registrar = { desk, random: site.surroundings.random, by };
      for (const step of steps.slice(from, from + stepsAWrite))
        await step({ ...errand, registrar, left: gone });
      await goesOn(t);
      return { touched: await desk.flush(), left: gone };
    });
    for (const person of left) site.bell.close({ person });
    site.bell.ring(touched);
    await setImmediate();
  }
  return {
    added: plan.toAdd.length,
    changed: plan.toUpdate.length,
    left: plan.leavers.length,
    people: plan.toAdd.flatMap(({ sourcedId }) => errand.persons.get(sourcedId) ?? []),
    linksAdded: plan.linksToAdd.length,
    linksEnded: plan.linksToEnd.length,
  };
}

/** What ends, then people, then whom they see: a link needs both its ends. */
const stepsOf = (plan: RosterPlan): readonly Step[] => [
  ...plan.linksToEnd.map(
    (link): Step =>
      (importing) =>
        endLink(importing, link),
  ),
  ...plan.leavers.map(
    (leaver): Step =>
      (importing) =>
        letGo(importing, leaver),
  ),
  ...plan.toAdd.map(
    (person): Step =>
      (importing) =>
        add(importing, person),
  ),
  ...plan.toUpdate.map(
    (person): Step =>
      (importing) =>
        update(importing, person),
  ),
  ...plan.linksToAdd.map(
    (link): Step =>
      (importing) =>
        addLink(importing, link),
  ),
];

const personsOf = (known: KnownRoster): Map<string, PersonId> =>
  new Map([
    ...[...known.people].map(([sourcedId, { personId }]) => [sourcedId, personId as PersonId] as const),
    ...known.staff.map((staff) => [keyOfStaff(staff), staff.personId as PersonId] as const),
  ]);

async function add(
  importing: Importing,
  { sourcedId, name, role, userName, provider, programme }: PersonToAdd,
): Promise<void> {
  const { registrar, org, persons } = importing;
  const { t, now } = registrar.desk;
  const person = createId("person", now, registrar.random);
  persons.set(sourcedId, person);
  await addPerson(registrar, { id: person, name, org });
  await t.accounts.putUsers([{ person, userName: await freeName(t, { name, role, userName }) }]);
  await t.accounts.putOutsideIds([{ source: peopleSource(org), outsideId: sourcedId, id: person }]);
  await t.accounts.addActs([{ at: now, by: registrar.by, act: "person-added", about: person }]);
  if (role === "learner")
    await addLearner(registrar, { person, home: org, ...(programme !== undefined && { programme }) });
  await setStanding(importing, person, { role, provider });
}

/** The name that was planned, unless somebody was given it since. */
async function freeName(
  { accounts }: Transaction,
  { name, role, userName }: Pick<PersonToAdd, "name" | "role" | "userName">,
): Promise<string> {
  const isTaken = (await accounts.userByName(userName)) !== undefined;
  return isTaken ? accountName({ name, role }, await accounts.userNames()) : userName;
}

async function update(
  importing: Importing,
  { sourcedId, personId, name, role, provider, programme, returns }: PersonToUpdate,
): Promise<void> {
  const { registrar, known } = importing;
  const person = personId as PersonId;
  const { desk, random, by } = registrar;
  if (await learnsElsewhere(registrar, importing.org, learnerOfPerson(person))) return;
  if (name !== undefined)
    await author(desk, random, {
      id: person,
      kind: "person",
      org: importing.org,
      by,
      edit: (draft) => draft.set("name", name),
    });
  if (programme !== undefined) await setProgramme(registrar, person, programme);
  if (returns) {
    const [user] = await desk.t.accounts.usersByPerson([person]);
    if (user)
      await desk.t.accounts.putUsers([
        { person, userName: user.userName, ...(user.password !== undefined && { password: user.password }) },
      ]);
    await desk.t.accounts.addActs([{ at: desk.now, by, act: "person-returned", about: person }]);
  }
  const before = known.people.get(sourcedId);
  const now = role ?? before?.role ?? "teacher";
  const changes = role !== undefined || provider !== undefined || returns === true;
  if (changes && now !== "administrator")
    await setStanding(importing, person, { role: now, provider: provider ?? before?.provider });
}

async function setProgramme(
  { desk, random, by }: Registrar,
  person: PersonId,
  programme: string,
): Promise<void> {
  const learner = learnerOfPerson(person);
  await author(desk, random, {
    id: learner,
    kind: "learner",
    learner,
    by,
    edit: (draft) => draft.set("programme", programme),
  });
}

/** Gives the memberships a role needs and ends those it replaces; those of links are the links' own. */
async function setStanding(
  { registrar, org }: Importing,
  person: PersonId,
  { role, provider }: { readonly role: PersonToAdd["role"]; readonly provider: string | undefined },
): Promise<void> {
  const site = provider === undefined ? undefined : await providerNamed(registrar, org, provider);
  const learner = learnerOfPerson(person);
  if (role === "learner") {
    if (site) await onlyMembership(registrar, { learner, role: "provider", organisation: site });
    return;
  }
  const as = role === "coordinator" ? "coordinator" : "staff";
  await onlyMembership(registrar, { person, role: as, org: role === "provider-staff" ? (site ?? org) : org });
}

type Standing = {
  readonly role: "staff" | "coordinator" | "provider";
  readonly learner?: Id<"learner">;
  readonly org?: OrganisationId;
  readonly person?: PersonId;
  readonly organisation?: OrganisationId;
};

/** Makes this the only membership of its sort: another provider, or another place of work from the list, ends. */
async function onlyMembership(registrar: Registrar, wanted: Standing): Promise<void> {
  const rows = await registrar.desk.circle.ask(({ circle }) =>
    wanted.learner ? circle.ofLearner(wanted.learner) : wanted.person ? circle.ofPerson(wanted.person) : [],
  );
  const ofSort = rows.filter((row) =>
    wanted.learner ? row.role === "provider" : row.role === "staff" || row.role === "coordinator",
  );
  const isSame = (row: (typeof rows)[number]): boolean =>
    row.role === wanted.role && row.org === wanted.org && row.organisation === wanted.organisation;
  for (const row of ofSort.filter((one) => !isSame(one)))
    await endMembership(registrar, { membership: row.id, learner: row.learner, org: row.org });
  if (!ofSort.some(isSame)) await addMembership(registrar, wanted);
}

/**
 * Ends what let a leaver in here: places of work, learners of theirs, sessions and codes. A learner's
 * own records stay with their home, and whoever also belongs elsewhere keeps their account.
 */
async function letGo(importing: Importing, { personId, sourcedId }: Leaver): Promise<void> {
  const { desk, by } = importing.registrar;
  const { accounts } = desk.t;
  const person = personId as PersonId;
  const staysElsewhere = await endHere(importing, person);
  if (staysElsewhere) await accounts.dropOutsideIds(peopleSource(importing.org), [sourcedId]);
  else
    await accounts.putUsers(
      (await accounts.usersByPerson([person])).map((user) => ({ ...user, leftAt: desk.now })),
    );
  importing.left.push(person);
  await accounts.endSessions({ people: [person] });
  await accounts.dropUnusedCodes([person]);
  await accounts.addActs([{ at: desk.now, by, act: "person-left", about: person }]);
}

/** Ends a leaver's memberships here; true when others remain elsewhere, or another place is their home by now. */
async function endHere({ registrar, org }: Importing, person: PersonId): Promise<boolean> {
  const { desk } = registrar;
  const sites = new Set<unknown>([org, ...(await providersOf(desk.t, org)).values()]);
  const { here, elsewhere } = await desk.circle.ask(({ circle }) => {
    const rows = circle.ofPerson(person);
    const isHere = (row: (typeof rows)[number]): boolean =>
      row.learner ? homeOf(circle, row.learner) === org : sites.has(row.org);
    return {
      here: rows.filter(isHere),
      elsewhere: rows.filter((row) => !isHere(row)),
    };
  });
  for (const row of here)
    await endMembership(registrar, { membership: row.id, learner: row.learner, org: row.org });
  return elsewhere.length > 0 || learnsElsewhere(registrar, org, learnerOfPerson(person));
}
