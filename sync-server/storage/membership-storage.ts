/** What a database keeps about who belongs to whom, found from every side that `access.ts` asks from. */
import type { ActiveMembership } from "#model/access.ts";
import type { Id, LearnerId, OrganisationId, PersonId } from "#model/id.ts";

/** A membership, and whether it has ended. */
export interface MembershipRow extends ActiveMembership {
  readonly id: Id<"membership">;
  readonly ended: boolean;
}

/** That a membership ended, as said about a learner or an organisation. */
export interface EndingRow {
  readonly id: Id<"membership-ended">;
  readonly membership: Id<"membership">;
  /** The learner or organisation the ending is about; it counts only if the membership is about the same. */
  readonly subject: LearnerId | OrganisationId;
}

/** From which side memberships are looked for; any match counts. */
export interface MembershipSides {
  readonly learners?: readonly LearnerId[];
  readonly orgs?: readonly OrganisationId[];
  readonly people?: readonly PersonId[];
  /** People who are named about learners, or are staff of those who teach them: everything about those learners. */
  readonly around?: readonly PersonId[];
  /** Organisations that learners name as home or provider. */
  readonly naming?: readonly OrganisationId[];
  /** Organisations that learners name as a provider. */
  readonly teaching?: readonly OrganisationId[];
}

/** Keeps memberships. */
export interface MembershipStorage {
  /** Those that stand, found from any side, each once, by id. */
  standing(sides: MembershipSides): Promise<readonly MembershipRow[]>;
  /** Those of these people who are, or ever were, named about a learner or in an organisation that the learner ever named. */
  everAround(learner: LearnerId, people: readonly PersonId[]): Promise<ReadonlySet<PersonId>>;
  /** Those at an organisation that have ended and still stand with somebody beside those who look after its people. */
  leftStanding(): Promise<readonly Id<"membership">[]>;
  byIds(ids: readonly Id<"membership">[]): Promise<readonly MembershipRow[]>;
  /** Endings that name these memberships, whoever said so. */
  endings(of: readonly Id<"membership">[]): Promise<readonly EndingRow[]>;
  /** Stores memberships, replacing what stood under their ids. */
  put(rows: readonly MembershipRow[]): Promise<void>;
  /** Adds facts; the same again is nothing new. */
  addEndings(rows: readonly EndingRow[]): Promise<void>;
}
