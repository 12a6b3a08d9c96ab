/** The learners whom somebody opened by name: asked for with every question, as many as one takes. */
import { openedMax } from "#model/access.ts";
import type { LearnerId } from "#model/id.ts";
import type { Marks } from "#store/ports.ts";

/** The marks with this learner opened; the same ones where nothing changes. Beyond as many as a question takes those opened first are let go of. */
export function withOpened(marks: Marks, learner: LearnerId): Marks {
  const { opened } = marks;
  if (opened.includes(learner) && opened.length <= openedMax) return marks;
  const others = opened.filter((one) => one !== learner);
  return { ...marks, opened: [...others, learner].slice(-openedMax) };
}
