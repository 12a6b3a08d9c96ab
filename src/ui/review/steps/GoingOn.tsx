/** Targets from before that were not reached: which go on, and until when. */
import { goesOnAfter } from "#model/views/journey.ts";
import { unfinishedTargets, untalkedTargets } from "#model/views/review/review-content.ts";
import type { LocalDate } from "#model/time.ts";
import type { Written } from "#model/record/written.ts";
import { Checkbox } from "#ui/kit/fields/Checkbox.tsx";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import type { OpenedReview } from "#ui/review/use-review.ts";
import { useStore } from "#ui/store-context.tsx";
import { StrandIcon } from "#ui/strand/StrandTile.tsx";
import { useToday } from "#ui/use-today.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { sayShortDay } from "#ui/words/staff/dates.ts";
import { reviewWords } from "#ui/words/staff/review.ts";
import { targetWords } from "#ui/words/staff/target.ts";

type GoingProps = {
  readonly opened: OpenedReview;
  readonly target: Written<"target">;
  readonly until: LocalDate;
};

/** A target that was not reached goes on when it is set a day after this review. */
function GoesOn({ opened, target, until }: GoingProps) {
  const { records } = useStore();
  const today = useToday();
  const heldOn = opened.review.heldOn ?? today;
  const goesOn = goesOnAfter(target, heldOn);
  const carry = async (isCarried: boolean): Promise<void> => {
    const done = await records.change(target.id, (draft) => draft.set("dueOn", isCarried ? until : heldOn));
    if (!done.ok) showToast({ words: wordsForProblem(done.problem) });
  };
  return (
    <li>
      <Checkbox
        isSelected={goesOn}
        isDisabled={!opened.mayRun}
        onChange={(isCarried) => void carry(isCarried)}
      >
        <StrandIcon strand={target.value.strand ?? "vocational"} learner={opened.known.learner} />
        <span dir="auto">
          {reviewWords.goesOnUntil(
            target.value.what,
            sayShortDay(goesOn && target.value.dueOn ? target.value.dueOn : until),
          )}
        </span>
      </Checkbox>
    </li>
  );
}

/** A target nobody has talked about goes on as it is; its day may be moved with one tap. */
function StillOpen({ opened, target, until }: GoingProps) {
  const { records } = useStore();
  const { strand, what, dueOn } = target.value;
  const move = async (): Promise<void> => {
    const done = await records.change(target.id, (draft) => draft.set("dueOn", until));
    if (!done.ok) showToast({ words: wordsForProblem(done.problem) });
  };
  return (
    <li className="rv-still">
      <StrandIcon strand={strand ?? "vocational"} learner={opened.known.learner} />
      <div dir="auto">
        {what || targetWords.untitled}
        <small>{dueOn ? reviewWords.stillOpen(sayShortDay(dueOn)) : reviewWords.notTalked}</small>
      </div>
      {opened.mayRun && dueOn !== until && (
        <Button small onPress={() => void move()} aria-label={reviewWords.moveOf(what, sayShortDay(until))}>
          {reviewWords.moveTo(sayShortDay(until))}
        </Button>
      )}
    </li>
  );
}

/** Each target from before that may go on after this review, with the day it goes on to. */
export function GoingOn({ opened, until }: { opened: OpenedReview; until: LocalDate }) {
  const { id, known } = opened;
  const unfinished = unfinishedTargets(id, known.family);
  const silent = untalkedTargets(id, known.family);
  if (unfinished.length + silent.length === 0) return null;
  return (
    <section className="sec">
      <h2>{reviewWords.goesOn}</h2>
      <Card as="ul" className="rv-card rv-going">
        {unfinished.map((target) => (
          <GoesOn key={target.id} opened={opened} target={target} until={until} />
        ))}
        {silent.map((target) => (
          <StillOpen key={target.id} opened={opened} target={target} until={until} />
        ))}
      </Card>
    </section>
  );
}
