/** Where each person starts. */
import type { Account } from "#store/account.ts";

const homes = {
  learner: "/today",
  tutor: "/caseload",
  provider: "/caseload",
  coordinator: "/people",
  administrator: "/people",
} as const satisfies Record<Account["home"], string>;

/** The address of a person's start screen. */
export const homeOf = ({ home, start }: Pick<Account, "home" | "start">): string =>
  start === "safeguarding" ? "/safeguarding" : homes[home];
