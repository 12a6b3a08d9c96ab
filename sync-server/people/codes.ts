/** Codes for a sheet that staff print: one a person, with the link that a QR picture carries. */
import type { SignInCode } from "#model/wire/api.ts";
import type { PersonId } from "#model/id.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import { issueCodes } from "#server/sign-in/codes.ts";
import { openCircle } from "#server/sync/circle.ts";
import type { Site } from "#server/sync/site.ts";
import { looksAfter } from "./looking-after.ts";

/** New codes, in the order asked for. `address` is what people type into a browser. Problems: `not-allowed`, `not-found`. */
export const codesFor = (
  { storage, surroundings }: Site,
  by: PersonId,
  { people, address }: { readonly people: readonly PersonId[]; readonly address: string },
): Promise<Outcome<readonly SignInCode[]>> =>
  storage.write(async (t) => {
    const circle = openCircle(t);
    const mayAll = await circle.ask((facts) =>
      people.every((person) => looksAfter(facts.circle, by, person)),
    );
    if (!mayAll) return no("not-allowed");
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
