/** A place for one's own words in a review. */
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { TypedText } from "#ui/typed/TypedText.tsx";
import { reviewWords } from "#ui/words/staff/review.ts";
import { useContribution } from "./use-contribution.ts";
import type { OpenedReview } from "./use-review.ts";

/** Also after the closing: what is written then is shown as added. */
export function MyWords({ opened }: { opened: OpenedReview }) {
  const mine = useContribution(opened);
  if (!opened.maySay || !mine) return null;
  const asked = opened.closed
    ? { label: reviewWords.addTo }
    : { label: reviewWords.yourWords, hint: reviewWords.yourWordsHint };
  return (
    <div className="rv-mine">
      <TypedText {...asked} history={mine.history} words={mine.value.words} onType={mine.say} />
      {mine.saving && <SavingMark saving={mine.saving} />}
    </div>
  );
}
