/** Sets a learner's story into the calendar: days ago become dates and instants around today. */
import type { Random } from "#model/id.ts";
import { addDays, type Instant, type LocalDate } from "#model/time.ts";
import type { DemoComment, DemoEntry, DemoLearner, DemoReview, DemoTarget } from "./demo-school.ts";
import { areas } from "./people.ts";
import type { Story, StoryComment, StoryEntry, StoryTarget } from "./story.ts";

/** Where a story is set. */
export interface Setting {
  readonly today: LocalDate;
  readonly random: Random;
}

interface Telling extends Setting {
  readonly story: Story;
}

/** The learner of a story. Nothing falls on a weekend, and nothing that was written lies in the future. */
export function learnerOf(story: Story, setting: Setting): DemoLearner {
  const telling = { ...setting, story };
  const { key, area, tutor, team, provider, age, plan, started } = story;
  const { destinationIn, ...rest } = plan;
  const entries = entriesOf(telling);
  return {
    person: key,
    bornOn: addDays(setting.today, -Math.round(age[0] * 365.25) - age[1]),
    startedOn: schoolDay(setting.today, started),
    programme: areas[area].programme,
    area,
    ...(provider && { provider }),
    tutor,
    teachingTeam: [...team],
    plan: { ...rest, destinationBy: addDays(setting.today, destinationIn) },
    objectives: story.objectives.map(([short, strand, title, detail]) => ({
      key: `${key}/${short}`,
      strand,
      title,
      detail,
    })),
    targets: story.targets.map((target) => targetOf(target, telling)),
    goings: goingsOf(telling),
    entries: entries.map(({ entry }) => entry),
    reviews: reviewsOf(telling),
    comments: commentsOf(entries, telling),
  };
}

/** A weekday; what would fall on a weekend was on the Friday, and what is to come is on the Monday. */
function schoolDay(today: LocalDate, ago: number): LocalDate {
  const date = addDays(today, -ago);
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  const daysPastFriday = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  if (daysPastFriday === 0) return date;
  return addDays(date, ago < 0 ? 3 - daysPastFriday : -daysPastFriday);
}

/** Between eight in the morning and half past five in the afternoon. */
function instantOf({ today, random }: Setting, ago: number): Instant {
  const minutes = 8 * 60 + Math.floor(random() * 9.5 * 60);
  return Date.parse(`${schoolDay(today, ago)}T00:00:00Z`) + minutes * 60_000;
}

const byTime = (one: { readonly at: Instant }, other: { readonly at: Instant }): number => one.at - other.at;

/** The day each review was or will be held, by number; 0 is the day the plan was made. */
function reviewDay({ story, today }: Telling, number: number): LocalDate {
  if (number === 0) return schoolDay(today, story.started);
  const review = story.reviews[number - 1];
  return schoolDay(today, review ? review.ago : -story.nextReviewIn);
}

function targetOf(target: StoryTarget, telling: Telling): DemoTarget {
  const { story } = telling;
  const { key, objective, end, steps, met, setAt, what, why, howWeKnow, support, helper } = target;
  const strand = story.objectives.find(([short]) => short === objective)?.[1] ?? "vocational";
  return {
    key: `${story.key}/${key}`,
    objective: `${story.key}/${objective}`,
    strand,
    what,
    why,
    howWeKnow,
    support,
    ...(helper !== undefined && { helper }),
    setOn: reviewDay(telling, setAt),
    dueOn: reviewDay(telling, setAt + 1),
    setAtReview: setAt,
    steps: steps.map((step, place) => ({ what: step, met: place < met })),
    ...(end && { outcome: { atReview: setAt + 1, outcome: end[0], reason: end[1], by: story.tutor } }),
  };
}

function goingsOf(telling: Telling): DemoLearner["goings"] {
  return telling.story.targets
    .flatMap(({ key, goings = [] }) =>
      goings.map(([ago, feeling, words]) => ({
        target: `${telling.story.key}/${key}`,
        feeling,
        at: instantOf(telling, ago),
        ...(words !== undefined && { words }),
      })),
    )
    .toSorted(byTime);
}

interface ToldEntry {
  readonly entry: DemoEntry;
  readonly comments: readonly StoryComment[];
}

function entriesOf(telling: Telling): ToldEntry[] {
  const { story } = telling;
  return story.entries
    .map((entry) => ({ at: instantOf(telling, entry.ago), told: entry }))
    .toSorted(byTime)
    .map(({ at, told }, place) => ({
      entry: entryOf(told, { key: `${story.key}/entry-${place + 1}`, at }, story),
      comments: told.comments ?? [],
    }));
}

function entryOf(told: StoryEntry, head: Pick<DemoEntry, "key" | "at">, story: Story): DemoEntry {
  const { ago: _ago, comments: _comments, onlyMe, about, ...words } = told;
  return {
    ...head,
    ...words,
    sharedWith: onlyMe ? "only-me" : "tutor",
    ...(about !== undefined && { target: `${story.key}/${about}` }),
  };
}

function commentsOf(entries: readonly ToldEntry[], telling: Telling): DemoComment[] {
  const said = (on: string, comments: readonly StoryComment[] = []): DemoComment[] =>
    comments.map(({ by, words, ago }) => ({ by, on, words, at: instantOf(telling, ago) }));
  const onEntries = entries.flatMap(({ entry, comments }) =>
    said(entry.key, comments).map((comment) => ({ ...comment, at: Math.max(comment.at, entry.at + 60_000) })),
  );
  const onTargets = telling.story.targets.flatMap(({ key, comments }) =>
    said(`${telling.story.key}/${key}`, comments),
  );
  return [...onEntries, ...onTargets].toSorted(byTime);
}

function reviewsOf(telling: Telling): DemoReview[] {
  const { story } = telling;
  const held = story.reviews.map(({ overall, own, proud, hard, others = [] }, place): DemoReview => ({
    number: place + 1,
    heldOn: reviewDay(telling, place + 1),
    contributions: [
      {
        by: story.key,
        words: own,
        ...(proud !== undefined && { proud }),
        ...(hard !== undefined && { hard }),
      },
      ...others.map(([by, words]) => ({ by, words })),
    ],
    overall,
    nextDueOn: reviewDay(telling, place + 2),
    closed: true,
  }));
  if (!story.ready) return held;
  const { own: words, ...answers } = story.ready;
  const heldOn = reviewDay(telling, held.length + 1);
  const contributions = [{ by: story.key, words, ...answers }];
  return [
    ...held,
    {
      number: held.length + 1,
      heldOn,
      contributions,
      overall: "",
      nextDueOn: addDays(heldOn, 42),
      closed: false,
    },
  ];
}
