/** How one target is going: told with one press, and how it was going before. */
import type { Feeling } from "#model/kinds/how-it-is-going.ts";
import type { Id, LearnerId } from "#model/id.ts";
import { latestFeelings } from "#model/views/journey.ts";
import { localDateOf } from "#model/time.ts";
import { useFeeling } from "#ui/home/use-feeling.ts";
import { Face } from "#ui/kit/drawing/Face.tsx";
import { Faces } from "#ui/kit/fields/Faces.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { useRecordsOf } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { feelingWords } from "#ui/words/choices.ts";
import { sayWhen } from "#ui/words/dates.ts";
import { target as words } from "#ui/words/plan.ts";
import { today as todayWords } from "#ui/words/today.ts";

const mostBefore = 6;

/** One answer a day; another press on the same day replaces it. */
export function TargetFeelings({ target, learner }: { target: Id<"target">; learner: LearnerId }) {
  const today = useToday();
  const tell = useFeeling();
  const all = useRecordsOf("how-it-is-going", learner) ?? [];
  const mine = all.filter(({ value }) => value.target === target && value.removed !== true && value.feeling);
  const latest = latestFeelings(mine).get(target);
  const saidToday = latest && localDateOf(latest.createdAt) === today ? latest.value.feeling : undefined;
  const before = mine.filter((answer) => localDateOf(answer.createdAt) !== today).slice(0, mostBefore);
  const choose = (feeling: Feeling): void => void tell({ learner, target, latest }, feeling);
  return (
    <Card className="pad-c">
      <Faces
        label={todayWords.howIsItGoing}
        words={feelingWords}
        value={saidToday ?? null}
        onChange={choose}
      />
      {before.length > 0 && (
        <>
          <h2 className="small muted before">{words.before}</h2>
          <ol className="felt">
            {before.map(({ id, createdAt, value: { feeling } }) => (
              <li key={id}>
                {feeling && <Face kind={feeling} size={32} />}
                <span>
                  {feeling && todayWords.said(feelingWords[feeling], sayWhen(localDateOf(createdAt), today))}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  );
}
