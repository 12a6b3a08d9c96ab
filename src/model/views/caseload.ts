/**
 * One row a learner, for the people who work with them: when their next review is due, how their
 * targets go, when they last wrote something that is shared. Computed from lists a device already
 * has; nothing of it is stored.
 */
import { providersOf } from "#model/access.ts";
import type { Circle } from "#model/access.ts";
import { isShownComment } from "#model/kinds/comment.ts";
import { kindOfId, learnerOfPerson, personOfLearner } from "#model/id.ts";
import type { Id, KindName, LearnerId, PersonId } from "#model/id.ts";
import type { Learner } from "#model/kinds/learner.ts";
import { daysLate, nextReview } from "#model/views/review/review-series.ts";
import type { NextReview } from "#model/views/review/review-series.ts";
import { seriesFor, seriesWithStart } from "#model/views/review/whose-series.ts";
import type { Strand } from "#model/kinds/strand.ts";
import { daysBetween } from "#model/time.ts";
import type { Instant, LocalDate } from "#model/time.ts";
import type { Written } from "#model/record/written.ts";
import { isOffTrack, journey, latestFeelings, openTargets } from "./journey.ts";
import type { Stop } from "./journey.ts";
import { waitingThings } from "./waiting-things.ts";
import type { Countable } from "./waiting-things.ts";
import { standingEntries } from "./whole-entries.ts";

/** A record, with whether anything of it still waits to be sent. */
export interface Listed<K extends KindName> extends Written<K> {
  readonly unsent: boolean;
}

/** All records of these kinds that this device has, of every learner, in any order. */
export interface CaseloadRecords {
  readonly people: readonly Listed<"person">[];
  readonly organisations: readonly Listed<"organisation">[];
  readonly learners: readonly Listed<"learner">[];
  readonly plans: readonly Listed<"plan">[];
  readonly targets: readonly Listed<"target">[];
  readonly outcomes: readonly Listed<"target-outcome">[];
  readonly reviews: readonly Listed<"review">[];
  readonly closings: readonly Listed<"review-closed">[];
  readonly feelings: readonly Listed<"how-it-is-going">[];
  readonly entries: readonly Listed<"log-entry">[];
  readonly comments: readonly Listed<"comment">[];
  readonly contributions: readonly Listed<"contribution">[];
}

/** One target as a dot. */
export interface TargetDot {
  readonly id: Id<"target">;
  readonly strand: Strand | undefined;
  readonly isOff: boolean;
}

/** When a learner's next review is: overdue, within fourteen days, or later or not known. */
export type DueGroup = "overdue" | "soon" | "later";

/** One learner of a caseload. */
export interface CaseloadRow {
  readonly learner: LearnerId;
  readonly name: string;
  readonly picture: string | undefined;
  readonly programme: string | undefined;
  /** What their course is called and pictured by. */
  readonly about: Learner | undefined;
  /** Names of the providers that teach them. */
  readonly providers: readonly string[];
  /** Undefined when no series is known. */
  readonly next: NextReview | undefined;
  readonly daysLate: number;
  readonly group: DueGroup;
  /** True when the learner has said they are ready for the next review. */
  readonly isLearnerReady: boolean;
  readonly road: readonly Stop[];
  readonly targets: readonly TargetDot[];
  readonly offTrack: number;
  /** When the newest entry this device may read was made. */
  readonly lastEntryAt: Instant | undefined;
  /** When others' writing arrived, newest first. */
  readonly news: readonly Instant[];
  /** Records about the learner that still wait to be sent from this device. */
  readonly waiting: number;
}

/** Who looks, at what day, and who belongs to whom. */
export interface CaseloadView {
  readonly person: PersonId;
  readonly circle: Circle;
  readonly today: LocalDate;
}

/** The learners this person tutors, teaches, or whose provider they work for; in no order, without doubles. */
export function learnersOf(circle: Circle, person: PersonId): readonly LearnerId[] {
  const learners = circle.ofPerson(person).flatMap(({ role, learner, org }) => {
    if (learner) return role === "tutor" || role === "teaching-team" ? [learner] : [];
    return org && role === "staff" ? circle.teaching(org).flatMap((taught) => taught.learner ?? []) : [];
  });
  return [...new Set(learners)].filter((learner) => learner !== learnerOfPerson(person));
}

/** A caseload's rows: overdue first and latest first among them, then by due day, then by name. */
export function caseloadRows(records: CaseloadRecords, view: CaseloadView): readonly CaseloadRow[] {
  const find = indexed(records);
  return learnersOf(view.circle, view.person)
    .map((learner) => rowOf(learner, find, view))
    .toSorted(
      (a, b) =>
        b.daysLate - a.daysLate ||
        compare(a.next?.dueOn ?? "~", b.next?.dueOn ?? "~") ||
        a.name.localeCompare(b.name),
    );
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

interface Index {
  readonly people: ReadonlyMap<Id, Listed<"person">>;
  readonly organisations: ReadonlyMap<Id, Listed<"organisation">>;
  of(learner: LearnerId): CaseloadRecords;
}

const byId = <K extends KindName>(records: readonly Listed<K>[]): ReadonlyMap<Id, Listed<K>> =>
  new Map(records.map((record) => [record.id, record]));

function indexed(records: CaseloadRecords): Index {
  const groups = new Map<string, ReadonlyMap<LearnerId | undefined, readonly Listed<KindName>[]>>();
  for (const [name, list] of Object.entries<readonly Listed<KindName>[]>({ ...records }))
    groups.set(
      name,
      Map.groupBy(list, (record) => record.learner),
    );
  return {
    people: byId(records.people),
    organisations: byId(records.organisations),
    of: (learner) => {
      const ofOne = [...groups].map(([name, group]) => [name, group.get(learner) ?? []]);
      return Object.fromEntries(ofOne) as CaseloadRecords;
    },
  };
}

function rowOf(learner: LearnerId, index: Index, { circle, person, today }: CaseloadView): CaseloadRow {
  const records = index.of(learner);
  const entries = standingEntries(records.entries);
  const who = index.people.get(personOfLearner(learner))?.value;
  const about = records.learners[0]?.value;
  const series = seriesFor(circle, person, learner);
  const startedOn = about?.startedOn;
  const next = series && nextReview(seriesWithStart(circle, { learner, series }, startedOn), records);
  const destinationBy = records.plans[0]?.value.destinationBy;
  const late = daysLate(next?.dueOn, today);
  const targets = dotsOf(records, today);
  return {
    learner,
    name: who?.name ?? "",
    picture: who?.picture,
    programme: about?.programme,
    about,
    providers: providersOf(circle, learner).flatMap((org) => index.organisations.get(org)?.value.name ?? []),
    next,
    daysLate: late,
    group: groupOf(next?.dueOn, late, today),
    isLearnerReady: next !== undefined && isReadyFor(next, learner, records),
    road: journey(records, { series, next, startedOn, destinationBy, today }),
    targets,
    offTrack: targets.filter((target) => target.isOff).length,
    lastEntryAt: newest(entries.map((entry) => entry.createdAt)),
    news: newsOf({ ...records, entries }, person),
    waiting: thingsWaiting(records),
  };
}

const isReadyFor = ({ id }: NextReview, learner: LearnerId, { contributions }: CaseloadRecords): boolean =>
  contributions.some(
    ({ createdBy, value }) =>
      value.ready === true && value.review === id && learnerOfPerson(createdBy) === learner,
  );

/** As people count them. */
function thingsWaiting(records: CaseloadRecords): number {
  const unsent = countable(allOf(records).filter((record) => record.unsent));
  if (unsent.length === 0) return 0;
  const entries = countable(records.entries);
  return waitingThings(unsent, new Map(entries.map((entry) => [entry.id, entry]))).length;
}

const countable = (records: readonly Listed<KindName>[]): readonly Countable[] =>
  records.flatMap((record) => {
    const kind = kindOfId(record.id);
    return kind ? [{ ...record, kind }] : [];
  });

const allOf = (records: CaseloadRecords): readonly Listed<KindName>[] =>
  Object.values<readonly Listed<KindName>[]>({ ...records }).flat();

const groupOf = (dueOn: LocalDate | undefined, late: number, today: LocalDate): DueGroup =>
  late > 0 ? "overdue" : dueOn !== undefined && daysBetween(today, dueOn) <= 14 ? "soon" : "later";

function dotsOf(records: CaseloadRecords, today: LocalDate): readonly TargetDot[] {
  const latest = latestFeelings(records.feelings);
  return openTargets(records).map((target) => ({
    id: target.id,
    strand: target.value.strand,
    isOff: isOffTrack(target, latest.get(target.id)?.value.feeling, today),
  }));
}

const newest = (instants: readonly Instant[]): Instant | undefined =>
  instants.reduce<Instant | undefined>(
    (last, at) => (last === undefined || at > last ? at : last),
    undefined,
  );

/** When entries, answers, comments and contributions by others reached the server, newest first. */
const newsOf = (
  { entries, feelings, comments, contributions }: CaseloadRecords,
  person: PersonId,
): readonly Instant[] =>
  [...entries, ...feelings, ...comments.filter(({ value }) => isShownComment(value)), ...contributions]
    .flatMap(({ createdBy, arrivedAt }) => (createdBy === person || arrivedAt === undefined ? [] : arrivedAt))
    .toSorted((a, b) => b - a);
