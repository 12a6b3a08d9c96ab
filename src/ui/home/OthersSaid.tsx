/** What others said about one's plan, targets, log and reviews, newest first; new since one last looked is marked. */
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { isShownComment } from "#model/kinds/comment.ts";
import type { LearnerId } from "#model/id.ts";
import type { StoredRecord } from "#store/store.ts";
import { CommentRow } from "#ui/comment/CommentRow.tsx";
import { useAboutWords } from "#ui/comment/use-about-words.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Chip } from "#ui/kit/pieces/Chip.tsx";
import { Section } from "#ui/kit/pieces/Section.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useFocusBack } from "#ui/kit/press/use-focus-back.ts";
import { useAccount } from "#ui/store-context.tsx";
import { usePerson, useRecordsOf } from "#ui/use-record.ts";
import { useSeen } from "#ui/use-seen.ts";
import { comment as commentWords } from "#ui/words/comment.ts";
import { news } from "#ui/words/news.ts";
import { shortName, today as words } from "#ui/words/today.ts";

/** Fetched when somebody answers: what typing needs is not on the first page. */
const CommentBox = lazy(async () => ({
  default: (await import("#ui/comment/CommentBox.tsx")).CommentBox,
}));

const mostShown = 5;
const seenKey = "what-others-said";

type Comment = StoredRecord<"comment">;

/** When the device had it first, which is what "new since I last looked" means. */
const cameAt = ({ arrivedAt, createdAt }: Comment): number => Math.max(arrivedAt ?? 0, createdAt);

function Said({ comment, isNew }: { comment: Comment; isNew: boolean }) {
  const [isAnswering, setAnswering] = useState(false);
  const opener = useFocusBack(isAnswering);
  const name = shortName(usePerson(comment.createdBy)?.name);
  const aboutWords = useAboutWords(comment);
  const {
    learner,
    value: { about },
  } = comment;
  const action = (
    <Button ref={opener} kind="text" small onPress={() => setAnswering(true)}>
      {commentWords.answer(name)}
    </Button>
  );
  return (
    <CommentRow comment={comment} about={aboutWords} isNew={isNew} action={!isAnswering && action}>
      {isAnswering && about && learner && (
        <Suspense>
          <CommentBox about={about} learner={learner} answers={name} onDone={() => setAnswering(false)} />
        </Suspense>
      )}
    </CommentRow>
  );
}

/** Calls `onSeen` once the element has come into view. */
function useInView(onSeen: () => void) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!element.current) return undefined;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && onSeen());
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, [onSeen]);
  return element;
}

function SaidList({ comments }: { comments: readonly Comment[] }) {
  const { at, mark } = useSeen(seenKey);
  const section = useInView(mark);
  const isNew = (comment: Comment): boolean => at !== undefined && cameAt(comment) > at;
  const fresh = comments.filter(isNew).length;
  return (
    <Section
      ref={section}
      title={words.othersSaid}
      beside={fresh > 0 && <Chip tone="accent">{news.count(fresh)}</Chip>}
    >
      <Card as="ul" className="said">
        {comments.slice(0, Math.max(mostShown, fresh)).map((comment) => (
          <Said key={comment.id} comment={comment} isNew={isNew(comment)} />
        ))}
      </Card>
    </Section>
  );
}

/** Shows nothing while nobody has said anything. */
export function OthersSaid({ learner }: { learner: LearnerId }) {
  const { person } = useAccount();
  const comments = useRecordsOf("comment", learner);
  const theirs = comments?.filter(({ createdBy, value }) => createdBy !== person && isShownComment(value));
  return theirs && theirs.length > 0 ? <SaidList comments={theirs} /> : null;
}
