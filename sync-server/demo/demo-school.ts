/**
 * The demo school as plain objects: what screens, tests and measurements are fed with. It knows
 * nothing of records or sync; who turns it into records mentions people and things by their keys.
 *
 * All of it is our own writing. Nobody in it is real.
 */
import type { Feeling } from "#model/kinds/how-it-is-going.ts";
import type { Prompt } from "#model/kinds/log-entry.ts";
import type { TargetResult } from "#model/kinds/review.ts";
import type { Strand } from "#model/kinds/strand.ts";
import type { Instant, LocalDate } from "#model/time.ts";
import type { DemoRole } from "#model/wire/api.ts";

/** A readable key that is the same in every demo school: `maisie-thornton`, `maisie-thornton/housing-joint`. */
export type DemoKey = string;

/** The trade or subject a learner's programme is about. */
export type DemoArea =
  | "joinery"
  | "motor-vehicle"
  | "childcare"
  | "catering"
  | "hair-and-beauty"
  | "land-based"
  | "animal-care"
  | "it-support";

/** The school, or one of the off-site providers. */
export interface DemoOrganisation {
  readonly key: DemoKey;
  readonly name: string;
  readonly kind: "school" | "provider";
}

/** Anyone with a sign-in. */
export interface DemoPerson {
  readonly key: DemoKey;
  /** As they want to be called, in their own script. */
  readonly name: string;
  readonly role: DemoRole;
  readonly organisation: DemoKey;
  readonly userName: string;
  /** The drawn face they put together: five digits for skin, hair, its shape, top and ground. Without one they go by initials. */
  readonly picture?: number;
}

/** “This is me” and “where I want to get to”, in the learner's words. */
export interface DemoPlan {
  readonly goodAt: string;
  readonly learnBest: string;
  readonly helpWith: string;
  readonly interests: string;
  readonly destination: string;
  readonly destinationBy: LocalDate;
  readonly steps: readonly string[];
  readonly levels: Readonly<Record<"english" | "maths" | "digital", string>>;
}

/** A long-term objective. */
export interface DemoObjective {
  readonly key: DemoKey;
  readonly strand: Strand;
  readonly title: string;
  readonly detail: string;
}

/** What a review said about a target. */
export interface DemoOutcome {
  readonly atReview: number;
  readonly outcome: TargetResult;
  readonly reason: string;
  readonly by: DemoKey;
}

/** A short-term target. */
export interface DemoTarget {
  readonly key: DemoKey;
  readonly objective: DemoKey;
  readonly strand: Strand;
  readonly what: string;
  readonly why: string;
  readonly howWeKnow: string;
  readonly support: string;
  /** A person's name, who may have no sign-in. */
  readonly helper?: string;
  readonly setOn: LocalDate;
  readonly dueOn: LocalDate;
  /** The number of the review it was set at; 0 when the plan was made. */
  readonly setAtReview: number;
  readonly steps: readonly { readonly what: string; readonly met: boolean }[];
  /** Missing while it is current. */
  readonly outcome?: DemoOutcome;
}

/** One “how is it going?”. */
export interface DemoGoing {
  readonly target: DemoKey;
  readonly feeling: Feeling;
  readonly at: Instant;
  readonly words?: string;
}

/** One entry of the learner's log: `did`, and any of the other prompts. */
export type DemoEntry = {
  readonly key: DemoKey;
  readonly at: Instant;
  readonly did: string;
  readonly sharedWith: "tutor" | "only-me";
  readonly strand?: Strand;
  readonly target?: DemoKey;
} & { readonly [Field in Exclude<Prompt, "did">]?: string };

/** What one person said to a review. */
export interface DemoContribution {
  readonly by: DemoKey;
  readonly words: string;
  /** The learner's own answers, where they gave them. */
  readonly proud?: string;
  readonly hard?: string;
}

/** A review. Those that are not closed are being got ready for `heldOn`. */
export interface DemoReview {
  readonly number: number;
  readonly heldOn: LocalDate;
  readonly contributions: readonly DemoContribution[];
  /** Empty until the review is held. */
  readonly overall: string;
  readonly nextDueOn: LocalDate;
  readonly closed: boolean;
}

/** Something somebody around the learner said about a target or an entry. */
export interface DemoComment {
  readonly by: DemoKey;
  readonly on: DemoKey;
  readonly words: string;
  readonly at: Instant;
}

/** One learner with all that is written. Every list runs from the oldest to the newest. */
export interface DemoLearner {
  readonly person: DemoKey;
  readonly bornOn: LocalDate;
  readonly startedOn: LocalDate;
  /** As the learner sees it: “Joinery”. */
  readonly programme: string;
  readonly area: DemoArea;
  readonly provider?: DemoKey;
  readonly tutor: DemoKey;
  readonly teachingTeam: readonly DemoKey[];
  readonly plan: DemoPlan;
  readonly objectives: readonly DemoObjective[];
  readonly targets: readonly DemoTarget[];
  readonly goings: readonly DemoGoing[];
  readonly entries: readonly DemoEntry[];
  readonly reviews: readonly DemoReview[];
  readonly comments: readonly DemoComment[];
}

/** The whole school. */
export interface DemoSchool {
  readonly organisations: readonly DemoOrganisation[];
  readonly people: readonly DemoPerson[];
  readonly learners: readonly DemoLearner[];
}
