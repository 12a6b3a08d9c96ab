/** What a set of records says about who belongs to whom and who sees what, read afresh each time it is asked. */
import { heldScopes, scopesOf } from "#model/access.ts";
import type { ActiveMembership, Circle, Scope } from "#model/access.ts";
import type { Hash } from "#model/record/bytes.ts";
import type { Envelope, Stamps } from "#model/record/envelope.ts";
import type { Id, LearnerId, PersonId } from "#model/id.ts";
import { definitionOf } from "#model/kinds.ts";
import type { Membership, MembershipEnded } from "#model/kinds/membership.ts";
import type { LogEntry } from "#model/kinds/log-entry.ts";
import { project } from "#model/record/record.ts";
import type { State } from "#model/record/record.ts";
import { audienceOf } from "#model/kinds/sharing-choice.ts";
import type { SharingChoice } from "#model/kinds/sharing-choice.ts";
import { circleOf } from "#tests/support/circle.ts";

/** A record wherever it is held, read. */
export interface Held {
  readonly envelope: Envelope;
  readonly value: Readonly<Record<string, unknown>>;
}

/** What a state says, as a plain object. */
export const readState = ({ kind }: Envelope, state: State): Held["value"] =>
  project(definitionOf(kind), state);

/** A record as the server holds it, read. */
export interface ServerRecord extends Held {
  readonly stamps: Stamps;
  readonly hash: Hash;
}

/** The memberships that stand, with their ids. */
export function standingMemberships(
  records: Iterable<Held>,
): readonly (ActiveMembership & { readonly id: Id })[] {
  const all = [...records];
  const ended = new Set<Id | undefined>(
    all.flatMap(({ envelope, value }) =>
      envelope.kind === "membership-ended" ? [(value as MembershipEnded).membership] : [],
    ),
  );
  return all.flatMap(({ envelope: { id, kind, learner, org }, value }) => {
    const { role, person, organisation } = value as Membership;
    if (kind !== "membership" || ended.has(id) || role === undefined) return [];
    return [{ id, role, person, organisation, ...(learner ? { learner } : {}), ...(org ? { org } : {}) }];
  });
}

/** Who is what to whom, as these records have it. */
export const circleIn = (records: Iterable<Held>): Circle => circleOf(standingMemberships(records));

/** Who holds what, and where each record stands, as the server's records have it. */
export interface Truth {
  held(person: PersonId, opened: readonly LearnerId[]): ReadonlySet<Scope>;
  scopes(record: Held): readonly Scope[];
}

/** Works out the truth from every record there is; knows nothing of what the server worked out itself. */
export function truthOf(records: readonly Held[]): Truth {
  const circle = circleIn(records);
  const choices = records.flatMap(({ envelope, value }) =>
    envelope.kind === "sharing-choice" ? [{ id: envelope.id, value: value as SharingChoice }] : [],
  );
  const before = new Map(
    records.flatMap(({ envelope, value }) =>
      envelope.kind === "log-entry" ? [[envelope.id, (value as LogEntry).continues] as const] : [],
    ),
  );
  /** A long entry is shared as far as all are that it goes on from. */
  const isShared = (entry: Id<"log-entry">, seen: ReadonlySet<Id> = new Set()): boolean => {
    const from = before.get(entry);
    const isOwn = audienceOf(choices.filter(({ value }) => value.entry === entry)) === "tutor";
    return isOwn && (!from || seen.has(from) || isShared(from, new Set([...seen, entry])));
  };
  const context = {
    circle,
    audienceOf: (entry: Id<"log-entry">) => (isShared(entry) ? ("tutor" as const) : ("only-me" as const)),
  };
  return {
    held: (person, opened) => new Set(heldScopes(circle, person, opened)),
    scopes: ({ envelope, value }) => scopesOf(context, envelope, value),
  };
}
