/** The targets a learner works on now, each with "how is it going?": one is open, the others open when pressed. */
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Feeling } from "#model/kinds/how-it-is-going.ts";
import type { Id } from "#model/id.ts";
import { latestFeelings, openTargets } from "#model/views/journey.ts";
import { daysBetween, localDateOf } from "#model/time.ts";
import type { LocalDate } from "#model/time.ts";
import type { Written } from "#model/record/written.ts";
import { Face } from "#ui/kit/drawing/Face.tsx";
import { Faces } from "#ui/kit/fields/Faces.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Section } from "#ui/kit/pieces/Section.tsx";
import { Press } from "#ui/kit/press/Press.tsx";
import type { MyRoad } from "#ui/plan/use-my-road.ts";
import { StrandTile } from "#ui/strand/StrandTile.tsx";
import { useRecordsOf } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { feelingWords } from "#ui/words/choices.ts";
import { sayDay, sayWhen } from "#ui/words/dates.ts";
import { today as words } from "#ui/words/today.ts";
import { useFeeling } from "./use-feeling.ts";

type Answer = Written<"how-it-is-going">;

interface TargetProps {
  readonly target: Written<"target">;
  readonly answer: Answer | undefined;
  readonly today: LocalDate;
}

function AboutTarget({ target, answer, today }: TargetProps) {
  const feeling = answer?.value.feeling;
  return (
    <span className="st-line small">
      {target.value.strand && <StrandTile strand={target.value.strand} learner={target.learner} />}
      <span className="muted">
        {answer && feeling
          ? words.said(feelingWords[feeling], sayWhen(localDateOf(answer.createdAt), today))
          : words.notSaid}
      </span>
    </span>
  );
}

function OpenTarget({ target, answer, today, onAnswer }: TargetProps & { onAnswer: () => void }) {
  const tell = useFeeling();
  const saidToday = answer && localDateOf(answer.createdAt) === today ? answer.value.feeling : undefined;
  const { learner, id } = target;
  const choose = (feeling: Feeling): void => {
    onAnswer();
    if (learner) void tell({ learner, target: id, latest: answer }, feeling);
  };
  return (
    <li className="t-open">
      <h3>
        <bdi>{target.value.what}</bdi>
      </h3>
      <AboutTarget target={target} answer={answer} today={today} />
      <div className="t-faces">
        <Faces label={words.howIsItGoing} words={feelingWords} value={saidToday ?? null} onChange={choose} />
      </div>
      <Press href={`/plan/target/${id}`} className="btn btn-text btn-small">
        {words.seeTarget}
      </Press>
    </li>
  );
}

function ClosedTarget({ onOpen, ...about }: TargetProps & { onOpen: () => void }) {
  const feeling = about.answer?.value.feeling;
  return (
    <li>
      <h3>
        <Button className="t-row" aria-expanded={false} onPress={onOpen}>
          <span className="t-words">
            <bdi>{about.target.value.what}</bdi>
            <AboutTarget {...about} />
          </span>
          {feeling && <Face kind={feeling} on />}
        </Button>
      </h3>
    </li>
  );
}

const askAgainDays = 3;

/** Shows nothing while there are no targets. */
export function TargetsNow({ road }: { road: MyRoad }) {
  const today = useToday();
  const answers = useRecordsOf("how-it-is-going", road.learner);
  const [pressed, setPressed] = useState<Id<"target">>();
  const targets = openTargets(road.records);
  if (!answers || targets.length === 0) return null;
  const latest = latestFeelings(answers);
  const isFresh = (id: Id<"target">): boolean => {
    const answer = latest.get(id);
    return answer !== undefined && daysBetween(localDateOf(answer.createdAt), today) < askAgainDays;
  };
  const open = pressed ?? targets.find(({ id }) => !isFresh(id))?.id;
  const until = targets.map(({ value }) => value.dueOn).findLast((dueOn) => dueOn !== undefined);
  return (
    <Section
      title={words.targetsNow}
      beside={
        <span className="small">{words.targetsUntil(targets.length, until && sayDay(until, today))}</span>
      }
    >
      <Card as="ul" className="targets">
        {targets.map((target) => {
          const shown = { target, answer: latest.get(target.id), today };
          const keepOpen = (): void => setPressed(target.id);
          return target.id === open ? (
            <OpenTarget key={target.id} {...shown} onAnswer={keepOpen} />
          ) : (
            <ClosedTarget key={target.id} {...shown} onOpen={keepOpen} />
          );
        })}
      </Card>
    </Section>
  );
}
