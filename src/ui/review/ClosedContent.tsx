/** What a review said when it was closed, in the order of its steps. */
import type { PersonId } from "#model/id.ts";
import { isIdOf } from "#model/id.ts";
import type { LastTarget, NewTarget, ReviewContent } from "#model/views/review/frozen-content.ts";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import type { KnownLearner } from "#ui/learner/use-learner.ts";
import { StrandIcon } from "#ui/strand/StrandTile.tsx";
import { useNames } from "#ui/use-names.ts";
import { useToday } from "#ui/use-today.ts";
import { outcomeWords } from "#ui/words/choices.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { sayDay } from "#ui/words/dates.ts";
import { sayList } from "#ui/words/lists.ts";
import { planWords } from "#ui/words/staff/learner.ts";
import { reviewWords, stepWords } from "#ui/words/staff/review.ts";
import { targetWords } from "#ui/words/staff/target.ts";
import { Offers } from "./steps/Support.tsx";
import { TwoAnswers } from "./TwoAnswers.tsx";
import { Voices } from "./Voices.tsx";

type About = { readonly known: KnownLearner };

/** A target looked back at, with what became of it and why. */
export function TargetResultLine({ target, known }: About & { target: LastTarget }) {
  return (
    <li className="rv-result">
      <Sign kind={target.outcome ?? "ahead"} size={30} />
      <div>
        <b dir="auto">{target.what || targetWords.untitled}</b>
        <small>
          <StrandIcon strand={target.strand ?? "vocational"} learner={known.learner} size="small" />
          {target.outcome
            ? outcomeWords[target.outcome]
            : target.answers
              ? reviewWords.unsettledThen
              : reviewWords.notTalked}
        </small>
        {target.reason !== "" && <q dir="auto">{target.reason}</q>}
        {target.answers && (
          <TwoAnswers
            answers={target.answers.map(({ value, by }) => ({ outcome: value, by: by as PersonId }))}
          />
        )}
      </div>
    </li>
  );
}

/** A target as it was set. */
export function SetTargetLine({ target, known }: About & { target: NewTarget }) {
  const today = useToday();
  return (
    <li className="rv-result">
      <StrandIcon strand={target.strand ?? "vocational"} learner={known.learner} size="medium" />
      <div>
        <b dir="auto">{target.what || targetWords.untitled}</b>
        {target.dueOn && <small>{targetWords.due(sayDay(target.dueOn, today))}</small>}
        {target.howWeKnow !== "" && <p className="small">{target.howWeKnow}</p>}
      </div>
    </li>
  );
}

function PlanThen({ content }: { content: ReviewContent }) {
  const parts = (["destination", "goodAt", "learnBest", "helpWith", "interests"] as const).filter(
    (part) => content.plan[part] !== "",
  );
  return (
    <>
      {content.overall !== "" && <p dir="auto">{content.overall}</p>}
      <dl>
        {parts.map((part) => (
          <div key={part} className="pl-said">
            <dt className="label">{planWords[part]}</dt>
            <dd dir="auto">{content.plan[part]}</dd>
          </div>
        ))}
      </dl>
      {content.overall === "" && parts.length === 0 && <p className="muted">{reviewWords.nothing}</p>}
    </>
  );
}

function Attendance({ content }: { content: ReviewContent }) {
  const names = useNames();
  const today = useToday();
  const present = content.present.map((one) =>
    isIdOf("person", one) ? (names.get(one) ?? everywhere.someone) : one,
  );
  return (
    <dl>
      {present.length > 0 && (
        <div className="pl-said">
          <dt className="label">{reviewWords.whoWasHere}</dt>
          <dd>{sayList(present)}</dd>
        </div>
      )}
      {content.nextOn && (
        <div className="pl-said">
          <dt className="label">{reviewWords.nextDate}</dt>
          <dd>{sayDay(content.nextOn, today)}</dd>
        </div>
      )}
    </dl>
  );
}

/** Nothing in it can be changed. */
export function ClosedContent({ content, known }: About & { content: ReviewContent }) {
  return (
    <div className="rv-frozen">
      <Card as="section" className="rv-card" label={stepWords.since}>
        <h2>{stepWords.since}</h2>
        <Voices
          contributions={content.contributions}
          known={known}
          none={reviewWords.saidNothingThen(known.firstName)}
        />
      </Card>
      <Card as="section" className="rv-card" label={stepWords.targets}>
        <h2>{stepWords.targets}</h2>
        {content.lastTargets.length === 0 && <p className="muted">{reviewWords.nothing}</p>}
        <ul>
          {content.lastTargets.map((target) => (
            <TargetResultLine key={target.id} target={target} known={known} />
          ))}
        </ul>
      </Card>
      <Card as="section" className="rv-card" label={stepWords.plan}>
        <h2>{stepWords.plan}</h2>
        <PlanThen content={content} />
      </Card>
      <Card as="section" className="rv-card" label={stepWords.new}>
        <h2>{stepWords.new}</h2>
        {content.newTargets.length === 0 && <p className="muted">{reviewWords.nothing}</p>}
        <ul>
          {content.newTargets.map((target) => (
            <SetTargetLine key={target.id} target={target} known={known} />
          ))}
        </ul>
      </Card>
      <Card as="section" className="rv-card" label={stepWords.support}>
        <h2>{stepWords.support}</h2>
        <Offers support={content.support} />
      </Card>
      <Card as="section" className="rv-card">
        <Attendance content={content} />
      </Card>
    </div>
  );
}
