/** The targets of a goal as stops on the way to it: those that are finished lie behind. */
import { useEffect } from "react";
import { Link } from "react-aria-components";
import { finishedTargets, openTargets } from "#model/views/journey.ts";
import type { LocalDate } from "#model/time.ts";
import type { Written } from "#model/record/written.ts";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import type { WaypointKind } from "#ui/kit/geometry/trail-geometry.ts";
import { NewsChip } from "#ui/news/NewsChip.tsx";
import { useChanged } from "#ui/news/use-changed.ts";
import { useAccount } from "#ui/store-context.tsx";
import { useSeen } from "#ui/use-seen.ts";
import { useToday } from "#ui/use-today.ts";
import { outcomeWords } from "#ui/words/choices.ts";
import { sayDay } from "#ui/words/dates.ts";
import { plan as words } from "#ui/words/plan.ts";
import type { MyRoad } from "./use-my-road.ts";

/** A target as a stop on the way to its goal. */
export interface ObjectiveTarget {
  readonly target: Written<"target">;
  readonly sign: WaypointKind;
  readonly note: string | undefined;
  /** Set by somebody else since the learner last looked. */
  readonly isNew: boolean;
  /** Changed by somebody else since the learner last looked at it. */
  readonly isChanged: boolean;
}

/** Finished first, as they lie behind; then what is being worked on. */
function targetsOn(road: MyRoad, today: LocalDate): readonly Omit<ObjectiveTarget, "isNew" | "isChanged">[] {
  const done = finishedTargets(road.records).map(({ target, outcome, on }) => ({
    target,
    sign: outcome,
    note: words.becameOn(outcomeWords[outcome], sayDay(on, today)),
  }));
  const now = openTargets(road.records).map((target) => {
    const { dueOn } = target.value;
    return { target, sign: "here" as const, note: dueOn ? words.nowUntil(sayDay(dueOn, today)) : words.now };
  });
  return [...done.toReversed(), ...now];
}

/** Whether somebody else set a target since this person last looked at their plan. */
function useIsNew(): (target: Written<"target">) => boolean {
  const { person } = useAccount();
  const { at, mark } = useSeen("my-plan");
  useEffect(mark, [mark]);
  return ({ createdBy, createdAt, arrivedAt = 0 }) =>
    createdBy !== person && typeof at === "number" && Math.max(createdAt, arrivedAt) > at;
}

/** Every target of a road as a stop, in order. */
export function useObjectiveTargets(road: MyRoad): readonly ObjectiveTarget[] {
  const today = useToday();
  const isNew = useIsNew();
  const changedIn = useChanged(road.records.targets, "glance");
  return targetsOn(road, today).map((found) => ({
    ...found,
    isNew: isNew(found.target),
    isChanged: changedIn(found.target.id).size > 0,
  }));
}

/** Each leads to its own page. */
export function ObjectiveTargets({ targets }: { targets: readonly ObjectiveTarget[] }) {
  return (
    <ul>
      {targets.map(({ target, sign, note, isNew, isChanged }) => (
        <li key={target.id}>
          <Sign kind={sign} size={30} />
          <Link href={`/plan/target/${target.id}`} className="goal-link">
            <bdi>{target.value.what}</bdi>
            <small>
              {note} <NewsChip isNew={isNew} isChanged={isChanged} />
            </small>
          </Link>
        </li>
      ))}
    </ul>
  );
}
