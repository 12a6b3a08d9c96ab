/** What the suite of storages keeps: small records and facts about Ann, by names of the test's own. */
import type { Scope } from "#model/access.ts";
import type { Id } from "#model/id.ts";
import { hashOf } from "#model/record/bytes.ts";
import type { KeptRecord } from "#server/storage/storage.ts";
import { learner, person } from "#tests/support/server.ts";

/** A target of Ann's whose state is its name. */
export const record = (name: string, more: Partial<KeptRecord> = {}): KeptRecord => {
  const state = new TextEncoder().encode(name);
  const id: Id<"target"> = `target_${name.padEnd(26, "z")}`;
  const stamps = { createdBy: person("tess"), createdAt: 1, arrivedAt: 2 };
  return { id, kind: "target", learner: learner("ann"), stamps, state, hash: hashOf(state), ...more };
};
/** Where such a target stands. */
export const scope: Scope = `plan:${learner("ann")}`;
/** That Tess is Ann's tutor. */
export const membership = (name: string, ended = false) =>
  ({
    id: `membership_${name.padEnd(26, "z")}`,
    role: "tutor",
    learner: learner("ann"),
    person: person("tess"),
    organisation: undefined,
    ended,
  }) as const;
