/** "How I will do it": long-term goals, each with the targets that lead to it, and targets that stand alone. */
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Id } from "#model/id.ts";
import { byPlace } from "#model/views/journey.ts";
import type { Written } from "#model/record/written.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useFocusBack } from "#ui/kit/press/use-focus-back.ts";
import { StrandTile } from "#ui/strand/StrandTile.tsx";
import { WhenAllIsHere } from "#ui/sync-status/WhenAllIsHere.tsx";
import { useRecordsOf } from "#ui/use-record.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { plan as words } from "#ui/words/plan.ts";
import { EditObjective } from "./EditObjective.tsx";
import { ObjectiveTargets, useObjectiveTargets } from "./ObjectiveTargets.tsx";
import type { ObjectiveTarget } from "./ObjectiveTargets.tsx";
import type { MyRoad } from "./use-my-road.ts";

type ObjectiveCardProps = {
  readonly objective: Written<"objective">;
  readonly targets: readonly ObjectiveTarget[];
};

function ObjectiveCard({ objective, targets }: ObjectiveCardProps) {
  const [isEditing, setEditing] = useState(false);
  const opener = useFocusBack(isEditing);
  const { title, detail, strand } = objective.value;
  const { learner } = objective;
  if (isEditing && learner)
    return <EditObjective id={objective.id} learner={learner} onDone={() => setEditing(false)} />;
  return (
    <Card className="goal">
      {strand && <StrandTile strand={strand} learner={learner} />}
      <div className="goal-head">
        <h3>
          <bdi>{title}</bdi>
        </h3>
        <Button
          ref={opener}
          kind="text"
          small
          onPress={() => setEditing(true)}
          aria-label={`${everywhere.change}: ${title}`}
        >
          {everywhere.change}
        </Button>
      </div>
      {detail !== "" && (
        <p className="small muted typed" dir="auto">
          {detail}
        </p>
      )}
      {targets.length > 0 && <ObjectiveTargets targets={targets} />}
    </Card>
  );
}

/** The part's body. */
export function Objectives({ road }: { road: MyRoad }) {
  const [isAdding, setAdding] = useState(false);
  const opener = useFocusBack(isAdding);
  const all = useRecordsOf("objective", road.learner) ?? [];
  const objectives = all.filter(({ value }) => value.removed !== true).toSorted(byPlace);
  const targets = useObjectiveTargets(road);
  const known = new Set<Id | undefined>(objectives.map(({ id }) => id));
  const alone = targets.filter(({ target }) => !known.has(target.value.objective));
  const isEmpty = objectives.length === 0 && targets.length === 0;
  return (
    <>
      {isEmpty && !isAdding && (
        <WhenAllIsHere>
          <p className="muted">{words.noObjectives}</p>
        </WhenAllIsHere>
      )}
      {objectives.map((objective) => (
        <ObjectiveCard
          key={objective.id}
          objective={objective}
          targets={targets.filter(({ target }) => target.value.objective === objective.id)}
        />
      ))}
      {alone.length > 0 && (
        <Card className="goal">
          {objectives.length > 0 && <h3>{words.otherTargets}</h3>}
          <ObjectiveTargets targets={alone} />
        </Card>
      )}
      {isAdding && <EditObjective learner={road.learner} onDone={() => setAdding(false)} />}
      <div className="dialog-acts">
        <Button ref={opener} small icon={Plus} onPress={() => setAdding(true)}>
          {words.addObjective}
        </Button>
        <Button small icon={Plus} href="/plan/target/new">
          {words.addTarget}
        </Button>
      </div>
    </>
  );
}
