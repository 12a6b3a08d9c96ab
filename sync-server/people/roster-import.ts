/**
 * Carries out what a preview showed, in one transaction: people and accounts, who tutors and teaches
 * whom, and who has left. Leaving ends access and touches no record. Source: the plan of `roster/preview.ts`.
 */
import type { RosterImported } from "#model/wire/api.ts";
import { homeOf } from "#model/access.ts";
import { createId, learnerOfPerson, type Id, type OrganisationId, type PersonId } from "#model/id.ts";
import { keyOfStaff } from "#server/roster/named-staff.ts";
import type { RosterLink } from "#server/roster/preview-links.ts";
import type { PersonToAdd, PersonToUpdate, RosterPlan } from "#server/roster/preview.ts";
import { author } from "#server/sync/author.ts";
import { linkKey, linksSource, peopleSource, type KnownRoster } from "./roster-known.ts";
import { providerNamed, providersOf } from "./providers.ts";
import { addLearner, addMembership, addPerson, endMembership, type Registrar } from "./registrar.ts";

/** What an import works with. */
interface Importing {
  readonly registrar: Registrar;
  readonly org: OrganisationId;
  readonly known: KnownRoster;
  readonly plan: RosterPlan;
  /** Persons by their id in the list: those known before and those just made. */
  readonly persons: Map<string, PersonId>;
}

/** Carries out a plan. The people in `left` are to be signed out everywhere. */
export async function carryOut(
  registrar: Registrar,
  { org, known, plan }: Pick<Importing, "org" | "known" | "plan">,
): Promise<{ readonly imported: RosterImported; readonly left: readonly PersonId[] }> {
  const persons = new Map([
    ...[...known.people].map(([sourcedId, { personId }]) => [sourcedId, personId as PersonId] as const),
    ...known.staff.map((staff) => [keyOfStaff(staff), staff.personId as PersonId] as const),
  ]);
  const importing: Importing = { registrar, org, known, plan, persons };
  const people: PersonId[] = [];
  for (const person of plan.toAdd) people.push(await add(importing, person));
  for (const person of plan.toUpdate) await update(importing, person);
  for (const link of plan.linksToEnd) await endLink(importing, link);
  for (const link of plan.linksToAdd) await addLink(importing, link);
  const left = plan.leavers.map(({ personId }) => personId as PersonId);
  await letGo(importing, left);
  const { t, now } = registrar.desk;
  await t.accounts.addActs([{ at: now, by: registrar.by, act: "roster-imported" }]);
  return {
    left,
    imported: {
      added: plan.toAdd.length,
      changed: plan.toUpdate.length,
      left: left.length,
      people,
      linksAdded: plan.linksToAdd.length,
      linksEnded: plan.linksToEnd.length,
    },
  };
}

async function add(
  importing: Importing,
  { sourcedId, name, role, userName, provider, programme }: PersonToAdd,
): Promise<PersonId> {
  const { registrar, org, persons } = importing;
  const { t, now } = registrar.desk;
  const person = createId("person", now, registrar.random);
  persons.set(sourcedId, person);
  await addPerson(registrar, { id: person, name, org });
  await t.accounts.putUsers([{ person, userName }]);
  await t.accounts.putOutsideIds([{ source: peopleSource(org), outsideId: sourcedId, id: person }]);
  await t.accounts.addActs([{ at: now, by: registrar.by, act: "person-added", about: person }]);
  if (role === "learner")
    await addLearner(registrar, { person, home: org, ...(programme !== undefined && { programme }) });
  await setStanding(importing, person, { role, provider });
  return person;
}

async function update(
  importing: Importing,
  { sourcedId, personId, name, role, provider, programme, returns }: PersonToUpdate,
): Promise<void> {
  const { registrar, known } = importing;
  const person = personId as PersonId;
  const { desk, random, by } = registrar;
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

async function addLink({ registrar, org, persons }: Importing, link: RosterLink): Promise<void> {
  const learnerPerson = persons.get(link.learner);
  const staff = persons.get(link.staff);
  if (!learnerPerson || !staff || link.beginsOn !== undefined) return;
  const learner = learnerOfPerson(learnerPerson);
  const membership =
    link.as === "provider-staff"
      ? await providerMembership(registrar, { learner, staff })
      : await addMembership(registrar, { role: link.as, learner, person: staff });
  if (membership)
    await registrar.desk.t.accounts.putOutsideIds([
      { source: linksSource(org), outsideId: linkKey(link), id: membership },
    ]);
}

/** Staff of a provider reach a learner through the provider: the learner's membership of it, made where there is none. */
async function providerMembership(
  registrar: Registrar,
  { learner, staff }: { readonly learner: Id<"learner">; readonly staff: PersonId },
): Promise<Id<"membership"> | undefined> {
  const { circle } = registrar.desk;
  const site = await circle.ask(
    (facts) => facts.circle.ofPerson(staff).find(({ role, org }) => role === "staff" && org)?.org,
  );
  if (!site) return undefined;
  const standing = await circle.ask((facts) =>
    facts.circle
      .ofLearner(learner)
      .find(({ role, organisation }) => role === "provider" && organisation === site),
  );
  return standing ? standing.id : addMembership(registrar, { role: "provider", learner, organisation: site });
}

/** A provider's membership ends with the last link through it. */
async function endLink({ registrar, org, known, plan, persons }: Importing, link: RosterLink): Promise<void> {
  const key = linkKey(link);
  const membership = known.memberships.get(key);
  const learnerPerson = persons.get(link.learner);
  await registrar.desk.t.accounts.dropOutsideIds(linksSource(org), [key]);
  if (!membership || !learnerPerson) return;
  const ended = new Set(plan.linksToEnd.map(linkKey));
  const isShared = [...known.memberships].some(([other, id]) => id === membership && !ended.has(other));
  if (!isShared) await endMembership(registrar, { membership, learner: learnerOfPerson(learnerPerson) });
}

/**
 * Ends what let leavers in here: places of work, learners of theirs, sessions and codes. A learner's
 * own records stay with their home, and whoever also belongs elsewhere keeps their account.
 */
async function letGo(importing: Importing, left: readonly PersonId[]): Promise<void> {
  const { desk, by } = importing.registrar;
  const { accounts } = desk.t;
  const gone: PersonId[] = [];
  for (const person of left) if (!(await endHere(importing, person))) gone.push(person);
  const users = await accounts.usersByPerson(gone);
  await accounts.putUsers(users.map((user) => ({ ...user, leftAt: desk.now })));
  await accounts.endSessions({ people: left });
  await accounts.dropUnusedCodes(left);
  await accounts.addActs(left.map((about) => ({ at: desk.now, by, act: "person-left", about })));
  const stayElsewhere = [...importing.known.people].filter(
    ([, { personId }]) => left.includes(personId as PersonId) && !gone.includes(personId as PersonId),
  );
  await accounts.dropOutsideIds(
    peopleSource(importing.org),
    stayElsewhere.map(([sourcedId]) => sourcedId),
  );
}

/** Ends a leaver's memberships here; true when others remain elsewhere. */
async function endHere({ registrar, org }: Importing, person: PersonId): Promise<boolean> {
  const { desk } = registrar;
  const sites = new Set<unknown>([org, ...(await providersOf(desk.t, org)).values()]);
  const { here, elsewhere } = await desk.circle.ask(({ circle }) => {
    const rows = circle.ofPerson(person);
    const isHere = (row: (typeof rows)[number]): boolean =>
      row.learner ? homeOf(circle, row.learner) === org : sites.has(row.org);
    return { here: rows.filter(isHere), elsewhere: rows.filter((row) => !isHere(row)) };
  });
  for (const row of here)
    await endMembership(registrar, { membership: row.id, learner: row.learner, org: row.org });
  return elsewhere.length > 0;
}
