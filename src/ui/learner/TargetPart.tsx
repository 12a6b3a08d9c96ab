/** One target on a page of its own: its form, or its words for those who only read, how it went, and what was said about it. */
import type { Id } from "#model/id.ts";
import { usualDaysBetween } from "#model/views/review/review-series.ts";
import type { Written } from "#model/record/written.ts";
import { addDays, localDateOf, onWeekday } from "#model/time.ts";
import type { LocalDate } from "#model/time.ts";
import { Comments } from "#ui/comment/Comments.tsx";
import { Face } from "#ui/kit/drawing/Face.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { NewsChip } from "#ui/news/NewsChip.tsx";
import { useChanged } from "#ui/news/use-changed.ts";
import { useMay } from "#ui/staff-shell/use-may.ts";
import { TargetForm } from "#ui/target/TargetForm.tsx";
import { TargetWords } from "#ui/target/TargetWords.tsx";
import { useToday } from "#ui/use-today.ts";
import { feelingWords } from "#ui/words/choices.ts";
import { sayWhen } from "#ui/words/dates.ts";
import { capital } from "#ui/words/staff/dates.ts";
import { learnerWords } from "#ui/words/staff/learner.ts";
import { targetWords } from "#ui/words/staff/target.ts";
import { useReviewsOf } from "./use-learner.ts";
import type { KnownLearner } from "./use-learner.ts";

/** What stands in the form, in its order. */
const changeable = [
  "what",
  "howWeKnow",
  "dueOn",
  "steps",
  "objective",
  "why",
  "support",
  "helpOutside",
  "helper",
  "strand",
] as const;

function HowItWent({ known, target }: { known: KnownLearner; target: Id<"target"> }) {
  const today = useToday();
  const answers = known.feelings.filter(
    ({ value }) => value.target === target && value.removed !== true && value.feeling,
  );
  if (answers.length === 0) return null;
  return (
    <section className="sec">
      <h2>{learnerWords.howItWent}</h2>
      <Card as="ul" className="ln-c felt">
        {answers.map(({ id, createdAt, value: { feeling, words } }) => (
          <li key={id}>
            {feeling && <Face kind={feeling} size={32} />}
            <div>
              <b>{feeling && feelingWords[feeling]}</b>
              {words !== "" && <q dir="auto">{words}</q>}
            </div>
            <time className="small muted">{capital(sayWhen(localDateOf(createdAt), today))}</time>
          </li>
        ))}
      </Card>
    </section>
  );
}

/** The names of what others changed in a target; all of it stands in the form below. */
function WhatChanged({ target }: { target: Written<"target"> }) {
  const changed = useChanged([target], "look")(target.id);
  const names = changeable.filter((name) => changed.has(name)).map((name) => targetWords[name]);
  if (changed.size === 0) return null;
  return (
    <p>
      <NewsChip isChanged /> {names.join(" · ")}
    </p>
  );
}

/** A new target is due at the next review; where that is overdue, a usual time from now. */
const dueNext = (reviewOn: LocalDate | undefined, today: LocalDate): LocalDate =>
  reviewOn !== undefined && reviewOn > today ? reviewOn : onWeekday(addDays(today, usualDaysBetween.home));

/** A new target has only its form. */
export function TargetPart({
  known,
  target,
  onDone,
}: {
  known: KnownLearner;
  target: Id<"target"> | "new";
  onDone: () => void;
}) {
  const mayWrite = useMay("target", known.learner);
  const today = useToday();
  const { targets } = known.family;
  const reviews = useReviewsOf(known);
  const id = target === "new" ? undefined : target;
  const shown = targets.find((one) => one.id === id);
  return (
    <>
      {shown && <WhatChanged target={shown} />}
      <Card as="section" className="ln-c">
        {mayWrite && (
          <TargetForm
            learner={known.learner}
            id={id}
            frame={{ targets, dueOn: dueNext(reviews?.next.dueOn, today) }}
            onDone={onDone}
          />
        )}
        {!mayWrite && shown && <TargetWords target={shown.value} learner={known.learner} />}
      </Card>
      {id && <HowItWent known={known} target={id} />}
      {id && (
        <section className="sec">
          <h2>{learnerWords.saidAbout}</h2>
          <Card className="ln-c">
            <Comments about={id} learner={known.learner} />
          </Card>
        </section>
      )}
    </>
  );
}
