/** Closing a review: everything typed is made durable, then what stands in it is frozen as it is at that moment. */
import type { Id, KindName, LearnerId } from "#model/id.ts";
import { no } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import { documentLength } from "#model/record/schema.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import type { LocalDate } from "#model/time.ts";
import { freeze } from "#model/views/review/frozen-content.ts";
import { reviewContent } from "#model/views/review/review-content.ts";
import type { ReviewFamily } from "#model/views/review/review-family.ts";
import type { Records, StoredRecord } from "#store/store.ts";
import { flushOpenEditors } from "#ui/open-editors.ts";

/** The records of a kind as they are now. */
const allNow = <K extends KindName>(
  records: Records,
  kind: K,
  learner: LearnerId,
): Promise<readonly StoredRecord<K>[]> =>
  new Promise((resolve) => {
    const stop = records.watchAll(kind, { learner }, (found) => {
      resolve(found);
      queueMicrotask(() => stop());
    });
  });

async function familyNow(records: Records, learner: LearnerId): Promise<ReviewFamily> {
  const [reviews, closings, contributions, targets, outcomes, objectives, plan] = await Promise.all([
    allNow(records, "review", learner),
    allNow(records, "review-closed", learner),
    allNow(records, "contribution", learner),
    allNow(records, "target", learner),
    allNow(records, "target-outcome", learner),
    allNow(records, "objective", learner),
    records.get(planIdOf(learner)),
  ]);
  return { reviews, closings, contributions, targets, outcomes, objectives, plan: plan?.value };
}

/** What is closed. */
export interface Closing {
  readonly id: Id<"review">;
  readonly learner: LearnerId;
  readonly today: LocalDate;
  /** Of a review that was closed before: the targets it looked back at then, which are over since. */
  readonly looksBackAt?: readonly Id<"target">[];
}

/**
 * Closes a review of this learner; held today unless somebody said otherwise. Closed once more it keeps its
 * number, and what differs is added. Problems: those of saving, `not-allowed`, and
 * `record-too-large` when what stands in it is more than a closing holds. Source: RULES R2.
 */
export async function closeReview(
  records: Records,
  of: Closing,
): Promise<Outcome<StoredRecord<"review-closed">>> {
  const flushed = await flushOpenEditors();
  if (!flushed.ok) return flushed;
  const family = await familyNow(records, of.learner);
  const series = family.reviews.find((one) => one.id === of.id)?.value.series;
  const content = { heldOn: of.today, ...reviewContent(of.id, family, of.looksBackAt) };
  const { content: text, contentHash } = freeze(content);
  if (text.length > documentLength) return no("record-too-large");
  return records.create("review-closed", { learner: of.learner }, (draft) => {
    draft.set("review", of.id);
    draft.set("series", series);
    draft.set("content", text);
    draft.set("contentHash", contentHash);
    draft.set("nextOn", content.nextOn);
  });
}
