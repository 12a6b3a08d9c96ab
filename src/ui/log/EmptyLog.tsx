/** The log before its first entry: six outlines waiting, and one thing to do. */
import type { LearnerId } from "#model/id.ts";
import { Post } from "#ui/kit/drawing/Post.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { useTutorNames } from "#ui/use-names.ts";
import { log, sayTutors } from "#ui/words/log.ts";

/** Stands under the block's picture. */
export function EmptyLog({ learner }: { learner: LearnerId }) {
  const tutors = useTutorNames(learner);
  return (
    <section className="em-mid">
      <Post state="ahead" />
      <h2>{log.emptyTitle}</h2>
      <p>{log.emptyWords}</p>
      <FingerButton href="/log/new">{log.write}</FingerButton>
      <p className="small muted">{log.emptyWho(sayTutors(tutors))}</p>
    </section>
  );
}
