/** Before any target is set at a review: the goals to begin from, or something new. */
import { Flag, Plus } from "lucide-react";
import { byPlace } from "#model/views/journey.ts";
import type { Written } from "#model/record/written.ts";
import { Post } from "#ui/kit/drawing/Post.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import type { OpenedReview } from "#ui/review/use-review.ts";
import { StrandIcon } from "#ui/strand/StrandTile.tsx";
import { reviewWords } from "#ui/words/staff/review.ts";

export type BeginTargetProps = {
  readonly opened: OpenedReview;
  /** Absent for those who only read. */
  readonly onBegin: ((towards?: Written<"objective">) => void) | undefined;
};

/** Choosing a goal begins a target that leads to it. */
export function BeginTarget({ opened: { known }, onBegin }: BeginTargetProps) {
  const goals = known.family.objectives
    .filter(({ value }) => value.removed !== true && value.title.trim() !== "")
    .toSorted(byPlace);
  return (
    <Card as="section" className="rv-card" label={reviewWords.noneNew}>
      <div className="rv-begin">
        <Post icon={Flag} state="ahead" />
        <div>
          <h2>{reviewWords.noneNew}</h2>
          <p className="muted">{onBegin ? reviewWords.noneNewWords : reviewWords.noneNewRead}</p>
        </div>
      </div>
      {onBegin && (
        <ul className="rv-goals" aria-label={reviewWords.goals}>
          {goals.map((goal) => (
            <li key={goal.id}>
              <Button wide onPress={() => onBegin(goal)}>
                <StrandIcon strand={goal.value.strand ?? "vocational"} learner={known.learner} />
                <span dir="auto">{goal.value.title}</span>
              </Button>
            </li>
          ))}
          <li>
            <Button wide icon={Plus} onPress={() => onBegin()}>
              {goals.length > 0 ? reviewWords.somethingElse : reviewWords.addTarget}
            </Button>
          </li>
        </ul>
      )}
    </Card>
  );
}
