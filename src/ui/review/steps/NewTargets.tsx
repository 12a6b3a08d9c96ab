/** The fourth step: targets to set now, and those that go on. */
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Id } from "#model/id.ts";
import { newTargetsOf } from "#model/views/review/review-family.ts";
import type { Written } from "#model/record/written.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useNextDate } from "#ui/review/use-next-date.ts";
import type { OpenedReview } from "#ui/review/use-review.ts";
import { useMay } from "#ui/staff-shell/use-may.ts";
import { TargetForm } from "#ui/target/TargetForm.tsx";
import { TargetWords } from "#ui/target/TargetWords.tsx";
import { targetWords } from "#ui/words/staff/target.ts";
import { reviewWords } from "#ui/words/staff/review.ts";
import { BeginTarget } from "./BeginTarget.tsx";
import { GoingOn } from "./GoingOn.tsx";

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

/** Which form is open: that of a target, or a new one's, with the targets there were before it and the goal it leads to. */
type OpenForm =
  | { readonly id: Id<"target"> }
  | { readonly before: readonly Id<"target">[]; readonly towards: Written<"objective"> | undefined };

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
        frame={{
          targets: known.family.targets,
          setAt: id,
          dueOn: until,
          ...(open && "towards" in open ? { towards: open.towards } : {}),
        }}
        onDone={() => setOpen(undefined)}
      />
    </Card>
  );
  const begin = (towards?: Written<"objective">): void =>
    setOpen({ before: set.map((target) => target.id), towards });
  return (
    <>
      {set.length === 0 && !open && <BeginTarget opened={opened} onBegin={mayWrite ? begin : undefined} />}
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
      {mayWrite && !open && set.length > 0 && (
        <Button icon={Plus} onPress={() => begin()}>
          {reviewWords.addTarget}
        </Button>
      )}
      <GoingOn opened={opened} until={until} />
    </>
  );
}
