/**
 * The demo school, turned into records: by the people who would have written them, at the times they
 * would have, with the choices and closings in between. Every id follows from a name in the demo, so that it
 * is the same school wherever it is loaded.
 */
import type { DemoPeople } from "#model/wire/api.ts";
import type { OrganisationId, PersonId, Random } from "#model/id.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import { localDateOf } from "#model/time.ts";
import { createDemo } from "#server/demo/compose.ts";
import type { DemoPerson, DemoSchool } from "#server/demo/demo-school.ts";
import { keepPassword } from "#server/sign-in/passwords.ts";
import type { Transaction } from "#server/storage/storage.ts";
import { openDesk, type Desk } from "#server/sync/desk/desk.ts";
import type { Site } from "#server/sync/site.ts";
import { writeLearner } from "./demo-learner.ts";
import { demoId } from "./demo-ids.ts";
import { addMembership, addOrganisation, addPerson } from "#server/people/registrar.ts";
import { isFresh } from "#server/people/set-up.ts";

const seed = 20_261_121;

/**
 * Loads the demo school into a fresh server; where it is already there, only its password is set anew and staff that came later are added.
 * Without a password one is made. Problems: `holds-real-people`, `weak-password`.
 */
export async function loadDemo(
  { storage, surroundings }: Site,
  password?: string,
): Promise<Outcome<DemoPeople>> {
  const shared = password ?? Buffer.from(surroundings.secrets(6)).toString("base64url");
  const kept = await keepPassword(shared, surroundings);
  if (!kept.ok) return kept;
  const now = surroundings.clock();
  return storage.write(async (t) => {
    const known = await t.meta.get("demo");
    if (known === undefined && !(await isFresh(t))) return no("holds-real-people");
    const today = localDateOf(known === undefined ? now : Number(known));
    const demo = createDemo({ today, random: seededRandom(seed) });
    if (known === undefined) await writeSchool(t, demo, now);
    else await addLaterStaff(t, demo, now);
    await t.accounts.putUsers(
      demo.people.map(({ key, userName }) => ({
        person: demoId("person", key),
        userName,
        password: kept.value,
      })),
    );
    return yes({
      people: demo.people.map(({ name, userName, role }) => ({ name, userName, role })),
      password: shared,
    });
  });
}

async function writeSchool(t: Transaction, demo: DemoSchool, now: number): Promise<void> {
  const desk = openDesk(t, now);
  const random = seededRandom(seed + 1);
  const administrator = demo.people.find(({ role }) => role === "administrator") ?? demo.people[0];
  if (!administrator) throw new Error("the demo has no people");
  const by = demoId("person", administrator.key);
  const at =
    Math.min(...demo.learners.map(({ startedOn }) => Date.parse(`${startedOn}T08:00:00Z`))) -
    7 * 24 * 3600 * 1000;
  const registrar = { desk, random, by, at };
  for (const { key, name, kind } of demo.organisations)
    await addOrganisation(registrar, { id: demoId("organisation", key), name, type: kind });
  for (const one of demo.people) await writePerson({ desk, random, by, at }, one);
  for (const one of demo.learners)
    await writeLearner({ desk, random, administrator: by, school: schoolOf(demo) }, demo, one);
  await desk.flush();
  await t.meta.put("demo", String(now));
  await t.meta.put("organisation", schoolOf(demo));
}

async function addLaterStaff(t: Transaction, demo: DemoSchool, now: number): Promise<void> {
  const desk = openDesk(t, now);
  const by = demoId("person", demo.people.find(({ role }) => role === "administrator")?.key ?? "");
  const random = seededRandom(seed + 2);
  for (const one of demo.people.filter(({ role }) => role !== "learner"))
    if (!(await desk.record(demoId("person", one.key))))
      await writePerson({ desk, random, by, at: now }, one);
  await desk.flush();
}

const schoolOf = (demo: DemoSchool): OrganisationId =>
  demoId("organisation", demo.organisations.find(({ kind }) => kind === "school")?.key ?? "");

async function writePerson(
  registrar: { readonly desk: Desk; readonly random: Random; readonly by: PersonId; readonly at: number },
  { key, name, role, organisation, picture }: DemoPerson,
): Promise<void> {
  const id = demoId("person", key);
  const org = demoId("organisation", organisation);
  await addPerson(registrar, { id, name, org, ...(picture !== undefined && { picture: String(picture) }) });
  if (role === "learner") return;
  const as = role === "tutor" || role === "teacher" || role === "provider-staff" ? "staff" : role;
  await addMembership(registrar, { id: demoId("membership", key), role: as, org, person: id });
}

/** Randomness that is the same every time. Source: the public-domain mulberry32. */
function seededRandom(start: number): Random {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
