/** The user name that a person gets when nobody chose one for them. */
import { proposeUserName } from "#server/roster/user-names.ts";

/** A name that is not in `taken`, from a person's name as it is written and what they are. */
export function accountName(
  { name, role }: { readonly name: string; readonly role: Parameters<typeof proposeUserName>[0]["role"] },
  taken: ReadonlySet<string>,
): string {
  const words = name.trim().split(/\s+/);
  const [givenName, familyName] = [
    words.slice(0, -1).join(" ") || name,
    words.length > 1 ? (words.at(-1) ?? "") : "",
  ];
  return proposeUserName({ givenName, familyName, name, role }, taken);
}
