/** The fourth step: targets to set now, and those that go on. */
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Id } from "#model/id.ts";
import { goesOnAfter } from "#model/journey.ts";
import { newTargetsOf, unfinishedTargets } from "#model/review-content.ts";
import type { LocalDate } from "#model/time.ts";
import type { Written } from "#model/written.ts";
import { Checkbox } from "#ui/kit/fields/Checkbox.tsx";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useNextDate } from "#ui/review/use-next-date.ts";
import type { OpenedReview } from "#ui/review/use-review.ts";
import { useMay } from "#ui/staff-shell/use-may.ts";
import { StrandIcon } from "#ui/strand/StrandTile.tsx";
import { TargetForm } from "#ui/target/TargetForm.tsx";
import { TargetWords } from "#ui/target/TargetWords.tsx";
import { useStore } from "#ui/store-context.tsx";
import { useToday } from "#ui/use-today.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { sayShortDay } from "#ui/words/staff-dates.ts";
import { targetWords } from "#ui/words/staff-target.ts";
import { reviewWords } from "#ui/words/staff-review.ts";

/** A target that was not reached goes on when it is set a day after this review. */
function GoesOn({
  opened,
  target,
  until,
}: {
  opened: OpenedReview;
  target: Written<"target">;
  until: LocalDate;
}) {
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

function GoingOn({ opened, until }: { opened: OpenedReview; until: LocalDate }) {
  const unfinished = unfinishedTargets(opened.id, opened.known.family);
  if (unfinished.length === 0) return null;
  return (
    <section className="sec">
      <h2>{reviewWords.goesOn}</h2>
      <Card as="ul" className="rv-card rv-going">
        {unfinished.map((target) => (
          <GoesOn key={target.id} opened={opened} target={target} until={until} />
        ))}
      </Card>
    </section>
  );
}

type SetProps = {
  readonly opened: OpenedReview;
  readonly target: Written<"target">;
  readonly onChange: (() => void) | undefined;
};

const SetTarget = ({ opened, target, onChange }: SetProps) => (
  <Card as="article" className="rv-card">
    <TargetWords target={target.value} learner={opened.known.learner} />
    {onChange && (
      <Button small onPress={onChange} aria-label={`${targetWords.change}: ${target.value.what}`}>
        {targetWords.change}
      </Button>
    )}
  </Card>
);

/** Which form is open: that of a target, or a new one's, with the targets there were before it. */
type OpenForm = { readonly id: Id<"target"> } | { readonly before: readonly Id<"target">[] };

/** One target is open for writing at a time. */
export function NewTargets({ opened }: { opened: OpenedReview }) {
  const { id, known } = opened;
  const mayWrite = useMay("target", known.learner);
  const next = useNextDate(opened);
  const [open, setOpen] = useState<OpenForm>();
  const set = newTargetsOf(id, known.family);
  const until = next.chosen ?? next.usual;
  const isBeingWritten = (target: Id<"target">): boolean =>
    open !== undefined && "before" in open && !open.before.includes(target);
  const form = (target: Id<"target"> | undefined) => (
    <Card key={target ?? "new"} as="article" className="rv-card" label={reviewWords.newTargetTitle}>
      <TargetForm
        learner={known.learner}
        id={target}
        frame={{ targets: known.family.targets, setAt: id, dueOn: until }}
        onDone={() => setOpen(undefined)}
      />
    </Card>
  );
  return (
    <>
      {set.length === 0 && !open && <p className="note">{reviewWords.noneNew}</p>}
      {set
        .filter((target) => !isBeingWritten(target.id))
        .map((target) =>
          open && "id" in open && open.id === target.id ? (
            form(target.id)
          ) : (
            <SetTarget
              key={target.id}
              opened={opened}
              target={target}
              onChange={mayWrite ? () => setOpen({ id: target.id }) : undefined}
            />
          ),
        )}
      {open && "before" in open && form(undefined)}
      {mayWrite && !open && (
        <Button icon={Plus} onPress={() => setOpen({ before: set.map((target) => target.id) })}>
          {reviewWords.addTarget}
        </Button>
      )}
      <GoingOn opened={opened} until={until} />
    </>
  );
}
