/** Two answers that people gave apart from each other: both readable, neither favoured, settled by one press. */
import type { PersonId } from "#model/id.ts";
import type { TargetResult } from "#model/kinds/review.ts";
import { Fork } from "#ui/kit/drawing/Fork.tsx";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useNames } from "#ui/use-names.ts";
import { usePerson } from "#ui/use-record.ts";
import { outcomeWords } from "#ui/words/choices.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { reviewWords } from "#ui/words/staff/review.ts";
import type { GivenAnswer } from "./use-outcome.ts";

function useNameOf(): (person: PersonId) => string {
  const names = useNames();
  return (person) => names.get(person) ?? everywhere.someone;
}

function OneAnswer({
  answer,
  onChoose,
}: {
  answer: GivenAnswer;
  onChoose: ((outcome: TargetResult) => void) | undefined;
}) {
  const who = usePerson(answer.by);
  const name = who?.isMe ? everywhere.you : (who?.name ?? everywhere.someone);
  const word = outcomeWords[answer.outcome];
  return (
    <Card as="article" className="tw">
      <Avatar name={who?.name ?? name} drawn={who?.picture} />
      <div>
        <p className="by">{name}</p>
      </div>
      <span className="tw-o">
        <Sign kind={answer.outcome} />
        <b>{word}</b>
      </span>
      {onChoose && (
        <Button small onPress={() => onChoose(answer.outcome)}>
          {reviewWords.use(word)}
        </Button>
      )}
    </Card>
  );
}

/** Without `onChoose` they can only be read. */
export function TwoAnswers({
  answers,
  onChoose,
}: {
  answers: readonly GivenAnswer[];
  onChoose?: (outcome: TargetResult) => void;
}) {
  const nameOf = useNameOf();
  const [first, second] = answers;
  if (!first || !second) return null;
  const said = reviewWords.twoAnswers(
    answers.map(({ by, outcome }) => reviewWords.oneAnswer(nameOf(by), outcomeWords[outcome])),
  );
  return (
    <section className="rv-two" aria-label={said}>
      <h3>{said}</h3>
      <p className="muted">{reviewWords.bothKept}</p>
      <Fork answers={[first.outcome, second.outcome]} />
      {answers.map((answer) => (
        <OneAnswer key={`${answer.by} ${answer.outcome}`} answer={answer} onChoose={onChoose} />
      ))}
      <p className="small muted">{reviewWords.until}</p>
    </section>
  );
}
