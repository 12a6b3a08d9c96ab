/**
 * How the demo's lives are written down, before there is a today: times are days ago. A story is one learner,
 * told by hand; a sketch is one whose log is put together from a bank of hand-written cards.
 */
import type { Feeling } from "#model/kinds/how-it-is-going.ts";
import type { Prompt } from "#model/kinds/log-entry.ts";
import type { TargetResult } from "#model/kinds/review.ts";
import type { Strand } from "#model/kinds/strand.ts";
import type { DemoArea, DemoPlan } from "./demo-school.ts";

/** What somebody says about an entry or a target, some days after it. */
export interface StoryComment {
  readonly by: string;
  readonly words: string;
  readonly ago: number;
}

/** An entry, `ago` days back. `about` is a target's short key. */
export type StoryEntry = {
  readonly ago: number;
  readonly did: string;
  readonly strand?: Strand;
  readonly about?: string;
  readonly onlyMe?: true;
  readonly comments?: readonly StoryComment[];
} & { readonly [Field in Exclude<Prompt, "did">]?: string };

/** A target; `objective` is a short key. Its steps are met from the first on. */
export interface StoryTarget {
  readonly key: string;
  readonly objective: string;
  readonly what: string;
  readonly why: string;
  readonly howWeKnow: string;
  readonly support: string;
  readonly helper?: string;
  /** Set at this review, and looked at in the next. */
  readonly setAt: number;
  readonly steps: readonly string[];
  readonly met: number;
  readonly end?: readonly [TargetResult, reason: string];
  readonly goings?: readonly (readonly [ago: number, Feeling, words?: string])[];
  readonly comments?: readonly StoryComment[];
}

/** A review that was held. */
export interface StoryReview {
  readonly ago: number;
  readonly overall: string;
  readonly own: string;
  readonly proud?: string;
  readonly hard?: string;
  readonly others?: readonly (readonly [by: string, words: string])[];
}

/** Who a learner is, however their log is made. */
export interface LearnerHead {
  readonly key: string;
  readonly name: string;
  readonly userName: string;
  readonly picture?: number;
  readonly area: DemoArea;
  /** Years and days: `[16, 120]` was sixteen 120 days ago. */
  readonly age: readonly [years: number, days: number];
  /** Days since they started. */
  readonly started: number;
  readonly provider?: "moor-lane" | "coed-farm";
  readonly tutor: "farida-iqbal" | "tom-ashworth";
  readonly team: readonly string[];
  readonly plan: Omit<DemoPlan, "destinationBy"> & { readonly destinationIn: number };
}

/** One learner told by hand. The next review is due in `nextReviewIn` days; below 0 it is overdue. */
export interface Story extends LearnerHead {
  readonly objectives: readonly (readonly [key: string, Strand, title: string, detail: string])[];
  readonly targets: readonly StoryTarget[];
  readonly entries: readonly StoryEntry[];
  readonly reviews: readonly StoryReview[];
  readonly nextReviewIn: number;
  /** What the learner has got ready for the next review. */
  readonly ready?: Pick<StoryReview, "own" | "proud" | "hard">;
}

/** How much a learner writes: a few words, a sentence or two, or all of it. */
export type Voice = "few" | "plain" | "full";

/** One learner whose log is put together from cards. */
export interface Sketch extends LearnerHead {
  readonly voice: Voice;
  readonly entries: number;
  readonly reviews: number;
  readonly nextReviewIn: number;
}

/** What was done and, where it was said, what was learned. */
export type EntryCard = readonly [did: string, learned?: string];

/** A target anybody in an area might have, and how it may have ended. */
export interface TargetCard {
  readonly what: string;
  readonly why: string;
  readonly howWeKnow: string;
  readonly support: string;
  readonly helper?: string;
  readonly steps: readonly string[];
  readonly ends: readonly (readonly [TargetResult, reason: string])[];
}

/** Cards of one area or strand, by how much the learner writes. */
export interface EntryCards {
  readonly few: readonly EntryCard[];
  readonly plain: readonly EntryCard[];
  readonly full: readonly EntryCard[];
}

/** Everything that is written for one strand. */
export interface Bank {
  readonly objectives: readonly (readonly [title: string, detail: string])[];
  readonly targets: readonly TargetCard[];
  readonly entries: EntryCards;
}

/** The same for one area, with what those who teach it say. */
export interface AreaBank extends Bank {
  readonly comments: readonly string[];
}
