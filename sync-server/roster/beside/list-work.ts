/**
 * What is worked out of a list: what it would change, for whoever looks at the preview, and the plan of that, for the import. Pure,
 * and slow with a long list, so it is asked for through `beside.ts`.
 */
import { no, yes, type Outcome } from "#model/outcome.ts";
import { listPeopleMax, type RosterGroupSeen, type RosterPreview } from "#model/wire/roster-preview.ts";
import { readOneRoster } from "#server/roster/one-roster.ts";
import { readPlainCsv } from "#server/roster/plain-csv.ts";
import { planRoster, type KnownFromRoster, type RosterPlan } from "#server/roster/preview.ts";
import { otherFileOf } from "#server/roster/reading/other-files.ts";
import type { Roster, RosterGroup } from "#server/roster/roster.ts";

/** What a list is compared with, and what was chosen. */
interface Beside {
  readonly known: KnownFromRoster;
  readonly today: string;
  readonly ticked: readonly string[];
}

/** A list as it was brought. */
export interface ListToRead extends Beside {
  readonly bytes: Uint8Array;
  /** The name of the school it is for. */
  readonly organisation: string;
}

/** What a preview shows, and the list as one text, to be kept until it is confirmed. */
export interface ListSeen {
  readonly seen: Omit<RosterPreview, "id" | "expiresAt">;
  readonly list: string;
}

/** A list that was read before, as {@link ListSeen} has it. */
export interface ListToPlan extends Beside {
  readonly list: string;
}

/** Reads a list and looks what it would change. Problem: `roster-unreadable` with why. */
function look({ bytes, organisation, known, today, ticked }: ListToRead): Outcome<ListSeen> {
  const other = otherFileOf(bytes);
  if (other) return no("roster-unreadable", other);
  const read = isZip(bytes)
    ? readOneRoster(bytes)
    : readPlainCsv({ file: "people.csv", bytes, organisation });
  if (!read.ok) return read;
  if (read.value.people.length > listPeopleMax) return no("roster-unreadable", "too-large");
  const plan = planRoster(read.value, known, { today, ticked: new Set(ticked) });
  return yes({ seen: seenOf(read.value, plan, ticked), list: JSON.stringify(read.value) });
}

/** What confirming would do. */
const planAgain = ({ list, known, today, ticked }: ListToPlan): Outcome<RosterPlan> =>
  yes(planRoster(JSON.parse(list) as Roster, known, { today, ticked: new Set(ticked) }));

/** All that is worked out of lists, by name. */
export const listWork = { look, plan: planAgain } as const;

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function seenOf(roster: Roster, plan: RosterPlan, ticked: readonly string[]): ListSeen["seen"] {
  const changes = [plan.toAdd, plan.toUpdate, plan.leavers, plan.linksToAdd, plan.linksToEnd];
  return {
    organisation: roster.organisation.name,
    counts: plan.counts,
    problems: plan.problems,
    ...(plan.programmes.length > 0 && { programmes: plan.programmes }),
    groups: plan.groups.map((group) => groupSeen(group, ticked)),
    whoSeesWhom: plan.whoSeesWhom,
    seenByNobody: plan.seenByNobody,
    manyLeavers: plan.manyLeavers,
    leavers: plan.leavers.map(({ sourcedId, name }) => ({ sourcedId, name })),
    relativesLeftOut: roster.relativesLeftOut,
    changesNothing: changes.every((list) => list.length === 0),
  };
}

function groupSeen(
  { sourcedId, title, kind, members }: RosterGroup,
  ticked: readonly string[],
): RosterGroupSeen {
  const count = (as: "learner" | "staff"): number =>
    new Set(members.filter((member) => member.as === as).map(({ person }) => person)).size;
  return {
    sourcedId,
    title,
    kind,
    learners: count("learner"),
    staff: count("staff"),
    ticked: ticked.includes(sourcedId),
  };
}
