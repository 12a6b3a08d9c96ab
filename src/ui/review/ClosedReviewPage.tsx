/** A closed review: what was frozen, as it was; then what others added meanwhile, and a place to add more. */
import { useState } from "react";
import type { Id } from "#model/id.ts";
import { addedMeanwhile } from "#model/views/review/review-additions.ts";
import { frozenContent } from "#model/views/review/frozen-content.ts";
import { reviewContent } from "#model/views/review/review-content.ts";
import type { Addition } from "#model/views/review/review-additions.ts";
import type { ReviewContent } from "#model/views/review/frozen-content.ts";
import type { ClosedReview } from "#model/views/review/review-series.ts";
import { localDateOf } from "#model/time.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Chip } from "#ui/kit/pieces/Chip.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { SkipLink } from "#ui/kit/shell/SkipLink.tsx";
import { usePageTitle } from "#ui/shell/use-page-title.ts";
import { useStore } from "#ui/store-context.tsx";
import { useNames } from "#ui/use-names.ts";
import { useRecord } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { sayDay } from "#ui/words/dates.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { reviewWords } from "#ui/words/staff/review.ts";
import { Additions } from "./Additions.tsx";
import { closeReview } from "./close-review.ts";
import { ClosedContent } from "./ClosedContent.tsx";
import { MyWords } from "./MyWords.tsx";
import { ReviewSide } from "./ReviewFrame.tsx";
import type { OpenedReview } from "./use-review.ts";

type ClosedProps = { readonly opened: OpenedReview; readonly closed: ClosedReview };

/** What came after a review was closed. */
interface Later {
  /** Words that came later, and what a second closing says otherwise; each once. */
  readonly additions: readonly Addition[];
  /** True when some of it has not been closed over yet. */
  readonly isOpen: boolean;
  readonly looksBackAt: readonly Id<"target">[];
}

const each = (additions: readonly Addition[]): ReadonlyMap<string, Addition> =>
  new Map(additions.map((one) => [JSON.stringify(one), one]));

function laterThan(frozen: ReviewContent, { opened, closed }: ClosedProps): Later {
  const looksBackAt = frozen.lastTargets.map((target) => target.id);
  const now = each(addedMeanwhile(frozen, reviewContent(opened.id, opened.known.family, looksBackAt)));
  const addenda = each(
    closed.addenda.flatMap((closing) => {
      const content = frozenContent(closing);
      return content.ok ? addedMeanwhile(frozen, content.value) : [];
    }),
  );
  return {
    additions: [...new Map([...addenda, ...now]).values()],
    isOpen: [...now.keys()].some((one) => !addenda.has(one)),
    looksBackAt,
  };
}

/** Closing once more: what was added then stands as firmly as the rest. */
function CloseAgain({
  opened: { id, known },
  looksBackAt,
}: { opened: OpenedReview } & Pick<Later, "looksBackAt">) {
  const { records } = useStore();
  const today = useToday();
  const [isClosing, setClosing] = useState(false);
  const close = async (): Promise<void> => {
    setClosing(true);
    const closed = await closeReview(records, { id, learner: known.learner, today, looksBackAt });
    setClosing(false);
    if (!closed.ok) showToast({ words: wordsForProblem(closed.problem) });
  };
  return (
    <div className="rv-again">
      <p className="small muted">{reviewWords.closeAgainWords}</p>
      <Button onPress={() => void close()} isDisabled={isClosing}>
        {reviewWords.closeAgain}
      </Button>
    </div>
  );
}

function Head({ closed }: { closed: ClosedReview }) {
  const today = useToday();
  const names = useNames();
  const closing = useRecord(closed.closing.id);
  const by = names.get(closed.closing.createdBy);
  return (
    <>
      <h1>{reviewWords.closedTitle(closed.number, sayDay(closed.on, today))}</h1>
      <p className="muted rv-closed-by">
        {reviewWords.closedOn(sayDay(closed.on, today))} {by && reviewWords.closedBy(by)}
        {closed.number === undefined && <span> {reviewWords.numberComes}</span>}
        {closing?.unsent && <Chip>{reviewWords.waiting}</Chip>}
      </p>
    </>
  );
}

function Added({ opened, closed, later }: ClosedProps & { later: Later }) {
  const { additions, isOpen, looksBackAt } = later;
  const today = useToday();
  const names = useNames();
  return (
    <section className="sec" aria-label={reviewWords.addedMeanwhile}>
      {additions.length > 0 && (
        <>
          <h2>{reviewWords.addedMeanwhile}</h2>
          <p className="small muted">{reviewWords.addedWords}</p>
        </>
      )}
      {closed.addenda.map(({ id, createdBy, createdAt }) => (
        <p key={id} className="note">
          {reviewWords.addendum(
            names.get(createdBy) ?? everywhere.someone,
            sayDay(localDateOf(createdAt), today),
          )}
        </p>
      ))}
      <Additions additions={additions} known={opened.known} />
      <Card className="rv-card">
        <MyWords opened={opened} />
      </Card>
      {isOpen && opened.mayRun && <CloseAgain opened={opened} looksBackAt={looksBackAt} />}
    </section>
  );
}

/** Shows the frozen words, never the records as they are now. */
export function ClosedReviewPage({ opened, closed }: ClosedProps) {
  usePageTitle(`${reviewWords.title(opened.number)}, ${opened.known.name}`);
  const content = frozenContent(closed.closing);
  return (
    <div className="tab review">
      <SkipLink label={everywhere.skip} />
      <ReviewSide opened={opened} />
      <div className="rv">
        <main id="main" tabIndex={-1} className="rv-main">
          <Head closed={closed} />
          {content.ok ? (
            <>
              <ClosedContent content={content.value} known={opened.known} />
              <Added opened={opened} closed={closed} later={laterThan(content.value, { opened, closed })} />
            </>
          ) : (
            <p className="note" role="alert">
              {reviewWords.changedContent}
            </p>
          )}
        </main>
      </div>
    </div>
  );
}
