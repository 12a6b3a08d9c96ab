/** Codes for a sheet that staff print: one a person, with the link that a QR picture carries. */
import type { SignInCode } from "#model/wire/api.ts";
import { homeOf, type Circle } from "#model/access.ts";
import { learnerOfPerson, type PersonId } from "#model/id.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import { issueCodes } from "#server/sign-in/codes.ts";
import type { Transaction } from "#server/storage/storage.ts";
import { openCircle, type CircleOfTransaction } from "#server/sync/desk/circle.ts";
import type { Site } from "#server/sync/site.ts";
import { accountName } from "./account-name.ts";
import { looksAfter, mayGiveCode } from "./looking-after.ts";

/**
 * New codes, in the order asked for. `address` is what people type into a browser. Problems: `not-allowed`, with the ids of those
 * who belong elsewhere too where that is all that stands in the way; `not-found`.
 */
export const codesFor = (
  { storage, surroundings }: Site,
  by: PersonId,
  { people, address }: { readonly people: readonly PersonId[]; readonly address: string },
): Promise<Outcome<readonly SignInCode[]>> =>
  storage.write(async (t) => {
    const circle = openCircle(t);
    const refused = await circle.ask((facts) => refusedOf(facts.circle, by, people));
    if (refused.strangers.length > 0) return no("not-allowed");
    if (refused.elsewhere.length > 0) return no("not-allowed", refused.elsewhere.join(" "));
    await bringBackAccounts(t, circle, people);
    const users = new Map((await t.accounts.usersByPerson(people)).map((user) => [user.person, user]));
    if (people.some((person) => !users.has(person) || users.get(person)?.leftAt !== undefined))
      return no("not-found");
    const names = await t.records.summaries(people);
    const issued = await issueCodes(t, surroundings, { people, by });
    return yes(
      issued.map(({ person, code, expiresAt }) => ({
        person,
        code,
        expiresAt,
        userName: users.get(person)?.userName ?? "",
        name: String(names.get(person)?.summary?.["name"] ?? ""),
        link: `${address}/code#${code}`,
      })),
    );
  });

/** Those who get no code from somebody: strangers to them, and those who belong elsewhere, too. */
const refusedOf = (circle: Circle, by: PersonId, people: readonly PersonId[]) => ({
  strangers: people.filter((person) => !looksAfter(circle, by, person)),
  elsewhere: people.filter((person) => !mayGiveCode(circle, by, person)),
});

/**
 * Who was added after the backup that was restored has come back from somebody's device, but has no account: the first
 * code makes one, under the name that would be proposed today. Source: RULES S11.
 */
async function bringBackAccounts(
  t: Transaction,
  circle: CircleOfTransaction,
  people: readonly PersonId[],
): Promise<void> {
  const known = new Set((await t.accounts.usersByPerson(people)).map(({ person }) => person));
  const without = people.filter((person) => !known.has(person));
  if (without.length === 0) return;
  const taken = new Set(await t.accounts.userNames());
  const records = await t.records.summaries(without);
  for (const person of without) {
    const name = records.get(person)?.summary?.["name"];
    if (typeof name !== "string") continue;
    const learns = await circle.ask((facts) => homeOf(facts.circle, learnerOfPerson(person)) !== undefined);
    const userName = accountName({ name, role: learns ? "learner" : "teacher" }, taken);
    taken.add(userName);
    await t.accounts.putUsers([{ person, userName }]);
  }
}
