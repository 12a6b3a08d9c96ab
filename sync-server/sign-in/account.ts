/** What the server tells a person who has signed in about themselves: name, and which start screen they need. */
import type { Account } from "#model/wire/api.ts";
import type { ActiveMembership } from "#model/access.ts";
import { learnerOfPerson, type PersonId } from "#model/id.ts";
import type { SessionRow } from "#server/storage/account-storage.ts";
import type { Transaction } from "#server/storage/storage.ts";

/** The account of a signed-in device. */
export async function accountOf(
  t: Transaction,
  { person, device, signedInAt }: SessionRow,
): Promise<Account> {
  const [user] = await t.accounts.usersByPerson([person]);
  const { home, learner, start } = await homeOf(t, person);
  return {
    person,
    name: await nameOf(t, person),
    userName: user?.userName ?? "",
    device,
    ...(learner && { learner }),
    home,
    ...(start && { start }),
    signedInAt,
  };
}

/** The name on a person's record; empty when there is none. */
export async function nameOf(t: Transaction, person: PersonId): Promise<string> {
  const name = (await t.records.summaries([person])).get(person)?.summary?.["name"];
  return typeof name === "string" ? name : "";
}

async function homeOf(
  t: Transaction,
  person: PersonId,
): Promise<Pick<Account, "home" | "learner" | "start">> {
  const learner = learnerOfPerson(person);
  const memberships = await t.memberships.standing({ people: [person], learners: [learner] });
  const own = memberships.filter((membership) => membership.person === person);
  const has = (role: ActiveMembership["role"]): boolean => own.some((membership) => membership.role === role);
  if (has("administrator")) return { home: "administrator" };
  if (has("coordinator")) return { home: "coordinator" };
  if (has("tutor") || has("teaching-team")) return { home: "tutor" };
  if (has("safeguarding-lead")) return { home: "tutor", start: "safeguarding" };
  if (has("staff")) return { home: (await worksOffSite(t, own)) ? "provider" : "tutor" };
  return memberships.some((membership) => membership.learner === learner)
    ? { home: "learner", learner }
    : { home: "tutor" };
}

/** Whether every organisation they work for is one that others send learners to. */
async function worksOffSite(t: Transaction, own: readonly ActiveMembership[]): Promise<boolean> {
  const orgs = own.flatMap(({ role, org }) => (role === "staff" && org ? [org] : []));
  const summaries = await t.records.summaries(orgs);
  return orgs.every((org) =>
    ["provider", "employer"].includes(String(summaries.get(org)?.summary?.["type"])),
  );
}
