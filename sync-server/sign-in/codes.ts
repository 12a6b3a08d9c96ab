/**
 * One-time codes: how somebody without an e-mail address signs in for the first time, or again after
 * forgetting. Printed by staff, good for fourteen days, used once; only a hash is kept. A new code replaces
 * the unused one before.
 */
import { createHash } from "node:crypto";
import type { PersonId } from "#model/id.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import type { Instant } from "#model/time.ts";
import type { CodeRow } from "#server/storage/account-storage.ts";
import type { Transaction } from "#server/storage/storage.ts";
import type { Surroundings } from "#server/surroundings.ts";

/** How long a code is good, in milliseconds. */
export const codeMs = 14 * 24 * 3600 * 1000;
/** No letter or figure that is taken for another in print or in handwriting: 27 signs, so 2.8 × 10^11 codes. */
const alphabet = "23456789ACDEFGHJKMNPQRTVWXY";
const codeLength = 8;

/** A code as it is printed, and who it is for. */
export interface IssuedCode {
  readonly person: PersonId;
  readonly code: string;
  readonly expiresAt: Instant;
}

/** Issues a code to each person. Whoever issued them is written down. */
export async function issueCodes(
  t: Transaction,
  { clock, secrets }: Pick<Surroundings, "clock" | "secrets">,
  { people, by }: { readonly people: readonly PersonId[]; readonly by: PersonId | "server" },
): Promise<readonly IssuedCode[]> {
  const issuedAt = clock();
  const issued = people.map((person) => ({ person, code: freshCode(secrets), expiresAt: issuedAt + codeMs }));
  await t.accounts.dropUnusedCodes(people);
  await t.accounts.putCodes(
    issued.map(({ person, code, expiresAt }) => ({
      hash: hashOfCode(code),
      person,
      issuedBy: by,
      issuedAt,
      expiresAt,
    })),
  );
  await t.accounts.addActs(people.map((about) => ({ at: issuedAt, by, act: "code-issued", about })));
  return issued;
}

/** What is known of a code. Problems: `wrong-code` when there is none or it has expired, `code-used`. */
export async function findCode(t: Transaction, code: string, now: Instant): Promise<Outcome<CodeRow>> {
  const row = await t.accounts.codeByHash(hashOfCode(code));
  if (!row || row.expiresAt <= now) return no("wrong-code");
  return row.usedAt === undefined ? yes(row) : no("code-used");
}

/** As printed: two groups of four. */
function freshCode(secrets: Surroundings["secrets"]): string {
  const signs: string[] = [];
  while (signs.length < codeLength)
    for (const byte of secrets(codeLength * 2))
      if (byte < 243 && signs.length < codeLength) signs.push(alphabet[byte % alphabet.length] ?? "");
  return `${signs.slice(0, 4).join("")}-${signs.slice(4).join("")}`;
}

const hashOfCode = (code: string): string => createHash("sha256").update(signsOf(code)).digest("hex");

/** What counts of a code, however it was typed or copied: also as its whole link, or with the figures of another alphabet. */
const signsOf = (given: string): string =>
  (given.split("#").at(-1) ?? "")
    .normalize("NFKC")
    .replace(/\p{Nd}/gu, asciiFigure)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");

/** Unicode keeps the ten figures of each alphabet side by side, nought first. */
function asciiFigure(figure: string): string {
  const place = figure.codePointAt(0) ?? 0;
  let nought = place;
  while (/\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought -= 1;
  return String((place - nought) % 10);
}
