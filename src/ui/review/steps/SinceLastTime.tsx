/** The first step: what the learner says, what they shared of their log, how targets have been going, what others said. */
import { isShownComment } from "#model/kinds/comment.ts";
import { latestFeelings } from "#model/views/journey.ts";
import { reviewContent } from "#model/views/review/review-content.ts";
import { isSince } from "#model/views/review/review-series.ts";
import { CommentRow } from "#ui/comment/CommentRow.tsx";
import { Face } from "#ui/kit/drawing/Face.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Disclosure } from "#ui/kit/pieces/Disclosure.tsx";
import { LogList } from "#ui/learner/LogList.tsx";
import { MyWords } from "#ui/review/MyWords.tsx";
import type { OpenedReview } from "#ui/review/use-review.ts";
import { Voices } from "#ui/review/Voices.tsx";
import { useChanged } from "#ui/news/use-changed.ts";
import { useAccount } from "#ui/store-context.tsx";
import { feelingWords } from "#ui/words/choices.ts";
import { reviewWords } from "#ui/words/staff/review.ts";
import { NothingYet } from "#ui/sync-status/NothingYet.tsx";

function Feelings({ opened: { known, last } }: { opened: OpenedReview }) {
  const latest = latestFeelings(known.feelings.filter((answer) => isSince(answer, last?.closing)));
  const felt = known.family.targets.flatMap((target) => {
    const answer = latest.get(target.id);
    return answer?.value.feeling
      ? [{ target, feeling: answer.value.feeling, words: answer.value.words }]
      : [];
  });
  if (felt.length === 0) return null;
  return (
    <section className="sec">
      <h2>{reviewWords.howItWent}</h2>
      <Card as="ul" className="rv-card felt">
        {felt.map(({ target, feeling, words }) => (
          <li key={target.id}>
            <Face kind={feeling} size={36} />
            <div>
              <b>
                <bdi>{target.value.what}</bdi>
              </b>
              <small>{feelingWords[feeling]}</small>
              {words !== "" && <q dir="auto">{words}</q>}
            </div>
          </li>
        ))}
      </Card>
    </section>
  );
}

function Comments({ opened: { known, last } }: { opened: OpenedReview }) {
  const since = known.comments.filter((one) => isShownComment(one.value) && isSince(one, last?.closing));
  if (since.length === 0) return null;
  return (
    <section className="sec">
      <h2>{reviewWords.comments}</h2>
      <Card as="ul" className="rv-card coms">
        {since.map((one) => (
          <CommentRow key={one.id} comment={one} />
        ))}
      </Card>
    </section>
  );
}

/** Entries beyond these are under a heading that opens. */
const mostEntries = 5;

function Log({ opened: { known, last } }: { opened: OpenedReview }) {
  const entries = known.entries.filter((entry) => isSince(entry, last?.closing));
  return (
    <section className="sec">
      <h2>{reviewWords.sharedLog}</h2>
      <Card className="rv-card">
        {entries.length === 0 && (
          <p className="muted">
            <NothingYet words={reviewWords.noLog} />
          </p>
        )}
        <LogList entries={entries.slice(0, mostEntries)} />
        {entries.length > mostEntries && (
          <Disclosure title={reviewWords.entries(entries.length - mostEntries)}>
            <LogList entries={entries.slice(mostEntries)} />
          </Disclosure>
        )}
      </Card>
    </section>
  );
}

/** The learner's words stand first. */
export function SinceLastTime({ opened }: { opened: OpenedReview }) {
  const { contributions } = reviewContent(opened.id, opened.known.family);
  const { person } = useAccount();
  const theirs = opened.known.family.contributions.filter(
    ({ createdBy, value }) => createdBy !== person && value.review === opened.id,
  );
  const changedIn = useChanged(theirs, "look");
  const changed = theirs.filter(({ id }) => changedIn(id).size > 0).map(({ createdBy }) => createdBy);
  return (
    <>
      <Card as="section" className="rv-card">
        <Voices
          contributions={contributions}
          known={opened.known}
          changedBy={new Set(changed)}
          none={reviewWords.saidNothing(opened.known.firstName)}
        />
        <MyWords opened={opened} />
      </Card>
      <Feelings opened={opened} />
      <Log opened={opened} />
      <Comments opened={opened} />
    </>
  );
}
