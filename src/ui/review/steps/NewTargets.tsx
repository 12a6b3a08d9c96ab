/** The fourth step: targets to set now, and those that go on. */
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Id } from "#model/id.ts";
import { lastTargetsOf, newTargetsOf, reviewContent } from "#model/review-content.ts";
import type { Written } from "#model/written.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useNextDate } from "#ui/review/use-next-date.ts";
import type { OpenedReview } from "#ui/review/use-review.ts";
import { useMay } from "#ui/staff-shell/use-may.ts";
import { StrandIcon } from "#ui/strand/StrandTile.tsx";
import { TargetForm } from "#ui/target/TargetForm.tsx";
import { TargetWords } from "#ui/target/TargetWords.tsx";
import { targetWords } from "#ui/words/staff-target.ts";
import { reviewWords } from "#ui/words/staff-review.ts";

function GoingOn({ opened: { id, known } }: { opened: OpenedReview }) {
  const results = new Map(
    reviewContent(id, known.family).lastTargets.map((result) => [result.id, result.outcome]),
  );
  const goingOn = lastTargetsOf(id, known.family).filter((target) =>
    ["partly", "not-yet"].includes(results.get(target.id) ?? ""),
  );
  if (goingOn.length === 0) return null;
  return (
    <section className="sec">
      <h2>{reviewWords.goesOn}</h2>
      <Card as="ul" className="rv-card rv-going">
        {goingOn.map((target) => (
          <li key={target.id}>
            <StrandIcon strand={target.value.strand ?? "vocational"} learner={known.learner} />
            <span dir="auto">{target.value.what}</span>
          </li>
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

/** One target is open for writing at a time. */
export function NewTargets({ opened }: { opened: OpenedReview }) {
  const { id, known } = opened;
  const mayWrite = useMay("target", known.learner);
  const next = useNextDate(opened);
  const [open, setOpen] = useState<Id<"target"> | "new">();
  const set = newTargetsOf(id, known.family);
  const close = (): void => setOpen(undefined);
  const frame = { targets: known.family.targets, setAt: id, dueOn: next.chosen ?? next.usual };
  const form = (target: Id<"target"> | undefined) => (
    <Card as="article" className="rv-card" label={reviewWords.newTargetTitle}>
      <TargetForm learner={known.learner} id={target} frame={frame} onDone={close} />
    </Card>
  );
  return (
    <>
      {set.length === 0 && open === undefined && <p className="note">{reviewWords.noneNew}</p>}
      {set.map((target) =>
        target.id === open ? (
          <div key={target.id}>{form(target.id)}</div>
        ) : open === "new" && target === set.at(-1) && target.value.what === "" ? null : (
          <SetTarget
            key={target.id}
            opened={opened}
            target={target}
            onChange={mayWrite ? () => setOpen(target.id) : undefined}
          />
        ),
      )}
      {open === "new" && form(undefined)}
      {mayWrite && open === undefined && (
        <Button icon={Plus} onPress={() => setOpen("new")}>
          {reviewWords.addTarget}
        </Button>
      )}
      <GoingOn opened={opened} />
    </>
  );
}
