/** The head of a learner's page: who they are, and the two things staff do here. */
import { MessageCircle, Shield } from "lucide-react";
import { mayOpenPrivate } from "#model/access.ts";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { useOpenReview } from "#ui/review/use-open-review.ts";
import { useLearnersPlace } from "#ui/staff-shell/use-learners-place.ts";
import { useOnline } from "#ui/safeguarding/use-online.ts";
import { useMay } from "#ui/staff-shell/use-may.ts";
import { useAccount } from "#ui/store-context.tsx";
import { safeguardingWords } from "#ui/words/safeguarding.ts";
import { learnerWords } from "#ui/words/staff/learner.ts";
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

/** For a safeguarding lead of the learner's home, and only where it can be done. */
function OpenPrivateButton({ known: { circle, learner } }: { known: KnownLearner }) {
  const { person } = useAccount();
  const isOnline = useOnline();
  if (!isOnline || !mayOpenPrivate(circle, person, learner)) return null;
  return (
    <Button small icon={Shield} href={`/safeguarding/${learner}`}>
      {safeguardingWords.open}
    </Button>
  );
}

/** `onComment` goes to the place where a comment is written. */
export function LearnerHead({ known, onComment }: { known: KnownLearner; onComment: () => void }) {
  const reviews = useReviewsOf(known);
  const { back } = useLearnersPlace();
  const maySay = useMay("comment", known.learner);
  return (
    <header className="ln-head">
      <PillButton back href={back.href}>
        {back.word}
      </PillButton>
      <Avatar name={known.name} drawn={known.picture} size="huge" />
      <div className="ln-n">
        <h1>
          <bdi>{known.name}</bdi>
        </h1>
        <p className="muted">{known.underName}</p>
      </div>
      <OpenPrivateButton known={known} />
      {maySay && (
        <Button small icon={MessageCircle} onPress={onComment}>
          {learnerWords.comment}
        </Button>
      )}
      {reviews && <ReviewButton known={known} reviews={reviews} />}
    </header>
  );
}
