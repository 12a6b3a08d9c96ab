/** "How I will do it": long-term goals, each with the targets that lead to it, and targets that stand alone. */
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Id } from "#model/id.ts";
import { byPlace } from "#model/views/journey.ts";
import type { Written } from "#model/record/written.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { StrandTile } from "#ui/strand/StrandTile.tsx";
import { useRecordsOf } from "#ui/use-record.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { plan as words } from "#ui/words/plan.ts";
import { EditGoal } from "./EditGoal.tsx";
import { GoalTargets, useGoalTargets } from "./GoalTargets.tsx";
import type { GoalTarget } from "./GoalTargets.tsx";
import type { MyRoad } from "./use-my-road.ts";

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
        <Button
          kind="text"
          small
          onPress={() => setEditing(true)}
          aria-label={`${everywhere.change}: ${title}`}
        >
          {everywhere.change}
        </Button>
      </div>
      {detail !== "" && <p className="small muted typed">{detail}</p>}
      {targets.length > 0 && <GoalTargets targets={targets} />}
    </Card>
  );
}

/** The part's body. */
export function Goals({ road }: { road: MyRoad }) {
  const [isAdding, setAdding] = useState(false);
  const objectives = useRecordsOf("objective", road.learner);
  const goals = (objectives ?? []).filter(({ value }) => value.removed !== true).toSorted(byPlace);
  const targets = useGoalTargets(road);
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
