/** What a new target says before anybody has typed: where it stands among the others, when it is due, which review set it. */
import type { Id } from "#model/id.ts";
import { placeAfter } from "#model/views/place.ts";
import type { LocalDate } from "#model/time.ts";
import type { Written } from "#model/record/written.ts";
import type { EditOf } from "#store/store.ts";

/** What is known when a target is begun. */
export interface NewTargetFrame {
  /** The learner's other targets. */
  readonly targets: readonly Written<"target">[];
  /** Usually the day of the next review. */
  readonly dueOn?: LocalDate | undefined;
  readonly setAt?: Id<"review"> | undefined;
  /** The long-term goal it is begun from; it leads there, and is about the same. */
  readonly towards?: Written<"objective"> | undefined;
}

/** The new target stands last. */
export const newTarget =
  ({ targets, dueOn, setAt, towards }: NewTargetFrame): EditOf<"target"> =>
  (draft) => {
    draft.set("place", placeAfter(targets.map((target) => target.value.place)));
    if (dueOn) draft.set("dueOn", dueOn);
    if (setAt) draft.set("setAt", setAt);
    if (towards) draft.set("objective", towards.id);
    if (towards?.value.strand) draft.set("strand", towards.value.strand);
  };
