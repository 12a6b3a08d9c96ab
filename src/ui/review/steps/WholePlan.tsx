/** The third step: the whole plan, looked at together, and how it is going over all. */
import { Card } from "#ui/kit/pieces/Card.tsx";
import { PlanPart } from "#ui/learner/PlanPart.tsx";
import type { OpenedReview } from "#ui/review/use-review.ts";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { TypedText } from "#ui/typed/TypedText.tsx";
import { useEditor } from "#ui/use-editor.ts";
import { reviewWords } from "#ui/words/staff/review.ts";

function Overall({ opened: { id, review, mayRun, known } }: { opened: OpenedReview }) {
  const editor = useEditor(mayRun ? id : undefined, { learner: known.learner });
  const words = editor?.value.overall ?? review.overall;
  return (
    <Card as="section" className="rv-card">
      <TypedText
        label={reviewWords.overall}
        history={editor}
        words={words}
        onType={(text) => editor?.change((draft) => draft.type("overall", text)) ?? false}
        isReadOnly={!mayRun}
      />
      {editor && <SavingMark saving={editor.saving} />}
    </Card>
  );
}

/** The plan is written in place, as on the learner's page. */
export const WholePlan = ({ opened }: { opened: OpenedReview }) => (
  <>
    <Overall opened={opened} />
    <PlanPart known={opened.known} isRead />
  </>
);
