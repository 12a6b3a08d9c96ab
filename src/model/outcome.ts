/**
 * A refusal that people can cause is a value, never an exception: an `Outcome` is either what was
 * asked for or a problem code from one closed list. Words for each code live in `ui/words`, HTTP
 * statuses in `sync-server/problems.ts`; neither compiles while a code is missing there.
 */

/** Every problem a person or another program can cause, as a kebab-case fact. */
export const problemCodes = [
  "malformed",
  "record-too-large",
  "too-many-changes",
  "unknown-kind",
  "unknown-field",
  "wrong-value",
  "wrong-id",
  "envelope-changed",
  "client-id-taken",
  "already-written",
  "erased",
  "not-allowed",
  "not-found",
  "signed-out",
  "wrong-password",
  "wrong-code",
  "code-used",
  "weak-password",
  "user-name-taken",
  "too-many-tries",
  "protocol-too-old",
  "protocol-too-new",
  "epoch-changed",
  "receipt-invalid",
  "insecure-origin",
  "not-empty",
  "holds-real-people",
  "roster-unreadable",
  "roster-changed",
  "not-agreed",
  "tray-full",
  "storage-full",
  "storage-cleared",
  "storage-failed",
  "offline",
  "server-failed",
] as const;

/** One code of {@link problemCodes}. */
export type ProblemCode = (typeof problemCodes)[number];

/** A refusal: which fact stands in the way, and the field, line or id it is about. */
export interface Problem {
  readonly code: ProblemCode;
  readonly detail?: string;
}

/** Either the value asked for or the problem that stands in the way. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** The asked-for value, as an outcome. */
export const yes = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** A refusal, as an outcome. */
export const no = (code: ProblemCode, detail?: string): Outcome<never> => ({
  ok: false,
  problem: detail === undefined ? { code } : { code, detail },
});
