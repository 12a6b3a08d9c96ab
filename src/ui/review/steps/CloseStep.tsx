/** The last step: who was here, when the next review is, what is still open, and closing it. */
import { useState } from "react";
import { goesOnAfter } from "#model/views/journey.ts";
import { reviewContent, unfinishedTargets } from "#model/views/review/review-content.ts";
import { isLocalDate } from "#model/time.ts";
import type { LocalDate } from "#model/time.ts";
import { DateField } from "#ui/kit/fields/DateField.tsx";
import { Dialog } from "#ui/kit/overlay/Dialog.tsx";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { closeReview } from "#ui/review/close-review.ts";
import { Present } from "#ui/review/Present.tsx";
import { useNextDate } from "#ui/review/use-next-date.ts";
import type { OpenedReview } from "#ui/review/use-review.ts";
import { useStore } from "#ui/store-context.tsx";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { useToday } from "#ui/use-today.ts";
import { useEditor } from "#ui/use-editor.ts";
import type { OpenEditor } from "#ui/use-editor.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { sayShortDay } from "#ui/words/staff/dates.ts";
import { reviewWords } from "#ui/words/staff/review.ts";

type Editing = { readonly opened: OpenedReview; readonly editor: OpenEditor<"review"> };

function Dates({ opened, editor }: Editing) {
  const today = useToday();
  const { offered } = useNextDate(opened);
  const set = (field: "heldOn" | "nextOn") => (date: string) =>
    editor.change((draft) => draft.set(field, isLocalDate(date) ? date : undefined));
  const { heldOn, nextOn } = editor.value;
  return (
    <div className="rv-dates">
      <div>
        <DateField
          label={reviewWords.heldOn}
          hint={reviewWords.heldToday}
          value={heldOn ?? ""}
          onChange={set("heldOn")}
        />
        {heldOn !== today && (
          <Button kind="text" small onPress={() => set("heldOn")(today)}>
            {reviewWords.today}
          </Button>
        )}
      </div>
      <div>
        <DateField
          label={reviewWords.nextOn}
          hint={reviewWords.nextUsual}
          value={nextOn ?? ""}
          onChange={set("nextOn")}
        />
        <div className="rv-soon">
          {offered
            .filter(({ on }) => on !== nextOn)
            .map(({ weeks, on }) => (
              <Button key={on} kind="text" small onPress={() => set("nextOn")(on)}>
                {reviewWords.inWeeks(weeks, sayShortDay(on))}
              </Button>
            ))}
        </div>
      </div>
    </div>
  );
}

/** What somebody may want to know before closing. Nothing of it blocks. */
function openEnds(
  { id, known }: OpenedReview,
  nextOn: LocalDate | undefined,
  heldOn: LocalDate,
): readonly string[] {
  const { lastTargets } = reviewContent(id, known.family);
  const silent = lastTargets.filter((target) => !target.outcome && !target.answers).length;
  const unsettled = lastTargets.filter((target) => target.answers).length;
  const over = unfinishedTargets(id, known.family).filter((target) => !goesOnAfter(target, heldOn)).length;
  return [
    ...(silent > 0 ? [reviewWords.noAnswerYet(silent)] : []),
    ...(unsettled > 0 ? [reviewWords.unsettled(unsettled)] : []),
    ...(over > 0 ? [reviewWords.over(over)] : []),
    ...(nextOn === undefined ? [reviewWords.noNextDate] : []),
  ];
}

function OpenEnds({ ends }: { ends: readonly string[] }) {
  return (
    <section>
      <h2>{reviewWords.before}</h2>
      {ends.length === 0 ? (
        <p>{reviewWords.allThere}</p>
      ) : (
        <>
          <ul className="rv-ends">
            {ends.map((end) => (
              <li key={end}>
                <Sign kind="not-yet" size={22} />
                {end}
              </li>
            ))}
          </ul>
          <p className="small muted">{reviewWords.youMayClose}</p>
        </>
      )}
    </section>
  );
}

function Closing({ opened: { id, known } }: { opened: OpenedReview }) {
  const { records } = useStore();
  const today = useToday();
  const [isAsking, setAsking] = useState(false);
  const [isClosing, setClosing] = useState(false);
  const close = async (): Promise<void> => {
    setClosing(true);
    const closed = await closeReview(records, { id, learner: known.learner, today });
    setClosing(false);
    setAsking(false);
    if (!closed.ok) showToast({ words: wordsForProblem(closed.problem) });
  };
  return (
    <>
      <FingerButton onPress={() => setAsking(true)}>{reviewWords.close}</FingerButton>
      <Dialog
        title={reviewWords.closeTitle}
        isOpen={isAsking}
        isAlert
        onClose={() => setAsking(false)}
        closeLabel={reviewWords.notYet}
      >
        <p>{reviewWords.closeWords}</p>
        <div className="dialog-acts">
          <Button kind="main" onPress={() => void close()} isDisabled={isClosing}>
            {reviewWords.close}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

function CloseForm({ opened, editor }: Editing) {
  const today = useToday();
  return (
    <>
      <Card as="section" className="rv-card">
        <Present opened={opened} editor={editor} />
        <Dates opened={opened} editor={editor} />
        <SavingMark saving={editor.saving} />
      </Card>
      <Card as="section" className="rv-card rv-close">
        <OpenEnds ends={openEnds(opened, editor.value.nextOn, editor.value.heldOn ?? today)} />
        <Closing opened={opened} />
      </Card>
    </>
  );
}

/** Those who do not run the review are told who does. */
export function CloseStep({ opened }: { opened: OpenedReview }) {
  const editor = useEditor(opened.mayRun ? opened.id : undefined, { learner: opened.known.learner });
  if (!opened.mayRun) return <p className="note">{reviewWords.onlyStaff}</p>;
  return editor ? <CloseForm opened={opened} editor={editor} /> : null;
}
