/** The head of a learner's page: who they are, and the two things staff do here. */
import { MessageCircle } from "lucide-react";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { useOpenReview } from "#ui/review/use-open-review.ts";
import { useMay } from "#ui/staff-shell/use-may.ts";
import { learnerWords } from "#ui/words/staff-learner.ts";
import { useReviewsOf } from "./use-learner.ts";
import type { KnownLearner, ReviewsOf } from "./use-learner.ts";

function ReviewButton({ known, reviews }: { known: KnownLearner; reviews: ReviewsOf }) {
  const openReview = useOpenReview();
  const mayReview = useMay("review", known.learner, reviews.series);
  const { next } = reviews;
  if (!mayReview && !next.review) return null;
  return (
    <Button kind="main" small onPress={() => void openReview(next)}>
      {next.review ? learnerWords.goOn(next.number) : learnerWords.startReview(next.number)}
    </Button>
  );
}

/** `onComment` goes to the place where a comment is written. */
export function LearnerHead({ known, onComment }: { known: KnownLearner; onComment: () => void }) {
  const reviews = useReviewsOf(known);
  const maySay = useMay("comment", known.learner);
  return (
    <header className="ln-head">
      <PillButton back href="/caseload">
        {learnerWords.back}
      </PillButton>
      <Avatar name={known.name} drawn={known.picture} size="huge" />
      <div className="ln-n">
        <h1>{known.name}</h1>
        <p className="muted">{known.underName}</p>
      </div>
      {maySay && (
        <Button small icon={MessageCircle} onPress={onComment}>
          {learnerWords.comment}
        </Button>
      )}
      {reviews && <ReviewButton known={known} reviews={reviews} />}
    </header>
  );
}
