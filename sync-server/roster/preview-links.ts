/**
 * Works out from the groups of a list which member of staff is linked to which learner, and how.
 * A tutor sees the log that learners share, so only a homeroom class, or one somebody ticked, makes tutors.
 */
import type { ProblemList } from "./reading/problem-list.ts";
import type { Roster, RosterGroup, RosterMember } from "./roster.ts";

/** A school of 1,500 with all its staff stays below it. */
const MAX_LINKS_OF_A_GROUP = 200_000;
/** From the one that sees most to those that see least. */
const kindsOfLink = ["tutor", "teaching-team", "provider-staff"] as const;

/** That a member of staff works with a learner, by the ids of the list. Never two of one pair. */
export interface RosterLink {
  readonly learner: string;
  readonly staff: string;
  readonly as: (typeof kindsOfLink)[number];
  /** Set only for a link that begins later than the day of the import. */
  readonly beginsOn?: string;
}

/** The links there would be, and what that changes. */
export interface LinkPlan {
  readonly standing: readonly RosterLink[];
  readonly toAdd: readonly RosterLink[];
  readonly toEnd: readonly RosterLink[];
}

/** What decides which places in groups count. */
export interface LinkChoices {
  readonly today: string;
  readonly ticked: ReadonlySet<string>;
  /** Staff who are in the school without a row in the list, by their id in groups. */
  readonly here: ReadonlySet<string>;
  readonly problems: ProblemList;
}

/**
 * Links known before that the list no longer holds are ended, except those of somebody whose row could not be used,
 * and except all of them when the list is one of changes only.
 */
export function planLinks(roster: Roster, known: readonly RosterLink[], choices: LinkChoices): LinkPlan {
  const wanted = new Map<string, RosterLink>();
  const staying = new Set(choices.here);
  for (const { sourcedId, leaving } of roster.people) if (!leaving) staying.add(sourcedId);
  for (const group of roster.groups) {
    for (const link of linksOf(group, staying, choices)) {
      const pair = pairOf(link);
      wanted.set(pair, strongerOf(wanted.get(pair), link));
    }
  }
  const isKept = keptReader(roster);
  for (const link of known.filter(isKept))
    wanted.set(pairOf(link), strongerOf(link, wanted.get(pairOf(link)) ?? link));
  const standing = [...wanted.values()];
  const knownAs = new Map(known.map((link) => [pairOf(link), link.as]));
  return {
    standing,
    toAdd: standing.filter((link) => knownAs.get(pairOf(link)) !== link.as),
    toEnd: known.filter((link) => wanted.get(pairOf(link))?.as !== link.as),
  };
}

/** Whether a link stands although the list does not name it. */
function keptReader(roster: Roster): (link: RosterLink) => boolean {
  const gone = new Set(roster.people.filter(({ leaving }) => leaving).map(({ sourcedId }) => sourcedId));
  const setAside = new Set(roster.setAside);
  return ({ learner, staff }) => {
    const isUntold = !roster.complete.groups || setAside.has(learner) || setAside.has(staff);
    return isUntold && !gone.has(learner) && !gone.has(staff);
  };
}

const pairOf = ({ learner, staff }: RosterLink): string => JSON.stringify([learner, staff]);

/** One pair may meet in several groups: what counts is where most is seen, and there the earliest beginning. */
function strongerOf(one: RosterLink | undefined, other: RosterLink): RosterLink {
  if (!one) return other;
  const difference = kindsOfLink.indexOf(one.as) - kindsOfLink.indexOf(other.as);
  if (difference !== 0) return difference < 0 ? one : other;
  return (one.beginsOn ?? "") <= (other.beginsOn ?? "") ? one : other;
}

function linksOf(group: RosterGroup, staying: ReadonlySet<string>, choices: LinkChoices): RosterLink[] {
  const members = group.members.filter(
    (member) => staying.has(member.person) && isStanding(member, group, choices),
  );
  const learners = members.filter(({ as }) => as === "learner");
  const staff = members.filter(({ as }) => as === "staff");
  if (learners.length * staff.length > MAX_LINKS_OF_A_GROUP) {
    const { file, line } = group.members[0] ?? { file: "", line: 0 };
    const detail = `“${group.title}” has ${learners.length} learners and ${staff.length} staff; that is no class.`;
    choices.problems.add({ file, line, code: "group-too-large", effect: "left-out", detail });
    return [];
  }
  const as = linkOf(group, choices.ticked);
  return staff.flatMap((teacher) =>
    learners.map((learner) => {
      const [beginsOn = ""] = [teacher.beginsOn ?? "", learner.beginsOn ?? ""].toSorted().toReversed();
      return {
        learner: learner.person,
        staff: teacher.person,
        as,
        ...(beginsOn > choices.today && { beginsOn }),
      };
    }),
  );
}

function linkOf({ kind, sourcedId }: RosterGroup, ticked: ReadonlySet<string>): RosterLink["as"] {
  if (kind === "provider") return "provider-staff";
  return kind === "homeroom" || ticked.has(sourcedId) ? "tutor" : "teaching-team";
}

function isStanding(member: RosterMember, { title }: RosterGroup, { today, problems }: LinkChoices): boolean {
  if (member.endsOn === undefined || member.endsOn > today) return true;
  const { file, line } = member;
  const detail = `A place in “${title}” ended on ${member.endsOn}.`;
  problems.add({ file, line, code: "enrolment-ended", effect: "left-out", detail });
  return false;
}
