/** Adds one person by hand: their record, their account, and where they belong. */
import type { AddedPerson, PersonToAdd } from "#model/wire/api.ts";
import { createId, type OrganisationId, type PersonId } from "#model/id.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import { isUserName } from "#server/sign-in/user-name.ts";
import type { Transaction } from "#server/storage/storage.ts";
import { openDesk } from "#server/sync/desk/desk.ts";
import type { Site } from "#server/sync/site.ts";
import { accountName } from "./account-name.ts";
import { leads } from "./looking-after.ts";
import { providerNamed } from "./providers.ts";
import { addLearner, addMembership, addPerson, type Registrar } from "./registrar.ts";

/** Problems: `not-allowed`, `user-name-taken`, `malformed`. */
export async function addByHand(site: Site, by: PersonId, asked: PersonToAdd): Promise<Outcome<AddedPerson>> {
  const { storage, surroundings } = site;
  const added = await storage.write(async (t) => {
    const now = surroundings.clock();
    const desk = openDesk(t, now);
    if (!(await desk.circle.ask(({ circle }) => mayAdd(circle, by, asked)))) return no("not-allowed");
    const userName = await nameFor(t, asked);
    if (!userName.ok) return userName;
    const person = createId("person", now, surroundings.random);
    const registrar = { desk, random: surroundings.random, by };
    await addPerson(registrar, { id: person, name: asked.name, org: asked.org });
    const { learner } = await place(registrar, person, asked);
    await t.accounts.putUsers([{ person, userName: userName.value }]);
    await t.accounts.addActs([{ at: now, by, act: "person-added", about: person }]);
    return yes({
      touched: await desk.flush(),
      added: { person, userName: userName.value, ...(learner && { learner }) },
    });
  });
  if (!added.ok) return added;
  site.bell.ring(added.value.touched);
  return yes(added.value.added);
}

/** Only an administrator makes another, or a safeguarding lead. */
function mayAdd(circle: Parameters<typeof leads>[0], by: PersonId, { org, role }: PersonToAdd): boolean {
  if (role !== "administrator" && role !== "safeguarding-lead") return leads(circle, by, org);
  return circle.ofOrganisation(org).some((m) => m.person === by && m.role === "administrator");
}

async function nameFor(
  { accounts }: Transaction,
  { name, role, userName }: PersonToAdd,
): Promise<Outcome<string>> {
  const taken = await accounts.userNames();
  const isLeader = role === "administrator" || role === "safeguarding-lead";
  if (userName === undefined) return yes(accountName({ name, role: isLeader ? "coordinator" : role }, taken));
  if (!isUserName(userName)) return no("malformed", "userName");
  return taken.has(userName.trim().toLowerCase()) ? no("user-name-taken") : yes(userName.trim());
}

async function place(
  registrar: Registrar,
  person: PersonId,
  { org, role, programme, tutor, provider }: PersonToAdd,
) {
  const site: OrganisationId | undefined =
    provider === undefined ? undefined : await providerNamed(registrar, org, provider);
  if (role !== "learner") {
    const as = role === "teacher" || role === "provider-staff" ? "staff" : role;
    await addMembership(registrar, {
      role: as,
      org: role === "provider-staff" ? (site ?? org) : org,
      person,
    });
    return {};
  }
  const learner = await addLearner(registrar, {
    person,
    home: org,
    ...(programme !== undefined && { programme }),
  });
  if (tutor) await addMembership(registrar, { role: "tutor", learner, person: tutor });
  if (site) await addMembership(registrar, { role: "provider", learner, organisation: site });
  return { learner };
}
