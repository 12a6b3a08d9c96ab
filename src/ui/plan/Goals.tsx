/** "How I will do it": long-term goals, each with the targets that lead to it, and targets that stand alone. */
import { Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { Link } from "react-aria-components";
import type { Id, LearnerId } from "#model/id.ts";
import { byPlace, finishedTargets, openTargets } from "#model/journey.ts";
import { placeAfter } from "#model/place.ts";
import type { LocalDate } from "#model/time.ts";
import type { Written } from "#model/written.ts";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import type { WaypointKind } from "#ui/kit/geometry/trail-geometry.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Chip } from "#ui/kit/pieces/Chip.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useAccount, useStore } from "#ui/store-context.tsx";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { StrandPick } from "#ui/strand/StrandPick.tsx";
import { StrandTile } from "#ui/strand/StrandTile.tsx";
import { TypedText } from "#ui/typed/TypedText.tsx";
import { useWriting } from "#ui/typed/use-writing.ts";
import { useRecordsOf } from "#ui/use-record.ts";
import { useSeen } from "#ui/use-seen.ts";
import { useToday } from "#ui/use-today.ts";
import { common, outcomeWords } from "#ui/words/common.ts";
import { sayDay } from "#ui/words/dates.ts";
import { plan as words } from "#ui/words/plan.ts";
import type { MyRoad } from "./use-my-road.ts";

/** A target as a stop on the way to its goal. */
interface GoalTarget {
  readonly target: Written<"target">;
  readonly sign: WaypointKind;
  readonly note: string | undefined;
  /** Set by somebody else since the learner last looked. */
  readonly isNew: boolean;
}

/** Finished first, as they lie behind; then what is being worked on. */
function targetsOn(road: MyRoad, today: LocalDate): readonly Omit<GoalTarget, "isNew">[] {
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

function GoalTargets({ targets }: { targets: readonly GoalTarget[] }) {
  return (
    <ul>
      {targets.map(({ target, sign, note, isNew }) => (
        <li key={target.id}>
          <Sign kind={sign} size={30} />
          <Link href={`/plan/target/${target.id}`} className="goal-link">
            {target.value.what}
            <small>
              {note} {isNew && <Chip tone="accent">{common.isNew}</Chip>}
            </small>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Writing a goal, new or old. */
function EditGoal({ id, learner, onDone }: { id?: Id<"objective">; learner: LearnerId; onDone: () => void }) {
  const { records } = useStore();
  const others = useRecordsOf("objective", learner) ?? [];
  const writing = useWriting(
    "objective",
    { learner },
    { id, start: (draft) => draft.set("place", placeAfter(others.map(({ value }) => value.place))) },
  );
  const remove = (): void => {
    const { id: goal } = writing;
    if (!goal) return;
    const setRemoved = (isRemoved: boolean) =>
      records.change(goal, (draft) => draft.set("removed", isRemoved));
    void setRemoved(true);
    showToast({
      words: words.goalRemoved,
      undo: { label: common.undo, onUndo: () => void setRemoved(false) },
    });
    onDone();
  };
  return (
    <Card className="edit">
      <TypedText
        label={words.goal}
        rows={2}
        words={writing.wordsOf("title")}
        onType={(text) => writing.type("title", text)}
        startsHere
      />
      <TypedText
        label={words.goalDetail}
        rows={2}
        words={writing.wordsOf("detail")}
        onType={(text) => writing.type("detail", text)}
      />
      <StrandPick
        label={words.goalStrand}
        learner={learner}
        value={writing.value?.strand}
        onChange={(strand) => writing.change((draft) => draft.set("strand", strand))}
      />
      <div className="edit-foot">
        <SavingMark saving={writing.saving} />
        {writing.id && (
          <Button kind="text" small onPress={remove}>
            {words.removeGoal}
          </Button>
        )}
        <Button kind="main" small onPress={onDone}>
          {common.done}
        </Button>
      </div>
    </Card>
  );
}

function Goal({ goal, targets }: { goal: Written<"objective">; targets: readonly GoalTarget[] }) {
  const [isEditing, setEditing] = useState(false);
  const { title, detail, strand } = goal.value;
  const { learner } = goal;
  if (isEditing && learner)
    return <EditGoal id={goal.id} learner={learner} onDone={() => setEditing(false)} />;
  return (
    <Card className="goal">
      {strand && <StrandTile strand={strand} learner={learner} />}
      <div className="goal-head">
        <h3>{title}</h3>
        <Button kind="text" small onPress={() => setEditing(true)} aria-label={`${common.change}: ${title}`}>
          {common.change}
        </Button>
      </div>
      {detail !== "" && <p className="small muted typed">{detail}</p>}
      {targets.length > 0 && <GoalTargets targets={targets} />}
    </Card>
  );
}

/** The part's body. */
export function Goals({ road }: { road: MyRoad }) {
  const today = useToday();
  const [isAdding, setAdding] = useState(false);
  const objectives = useRecordsOf("objective", road.learner);
  const goals = (objectives ?? []).filter(({ value }) => value.removed !== true).toSorted(byPlace);
  const isNew = useIsNew();
  const targets = targetsOn(road, today).map((found) => ({ ...found, isNew: isNew(found.target) }));
  const known = new Set<Id | undefined>(goals.map(({ id }) => id));
  const alone = targets.filter(({ target }) => !known.has(target.value.objective));
  const isEmpty = goals.length === 0 && targets.length === 0;
  return (
    <>
      {isEmpty && !isAdding && <p className="muted">{words.noGoals}</p>}
      {goals.map((goal) => (
        <Goal
          key={goal.id}
          goal={goal}
          targets={targets.filter(({ target }) => target.value.objective === goal.id)}
        />
      ))}
      {alone.length > 0 && (
        <Card className="goal">
          {goals.length > 0 && <h3>{words.otherTargets}</h3>}
          <GoalTargets targets={alone} />
        </Card>
      )}
      {isAdding && <EditGoal learner={road.learner} onDone={() => setAdding(false)} />}
      <div className="dialog-acts">
        <Button small icon={Plus} onPress={() => setAdding(true)}>
          {words.addGoal}
        </Button>
        <Button small icon={Plus} href="/plan/target/new">
          {words.addTarget}
        </Button>
      </div>
    </>
  );
}
