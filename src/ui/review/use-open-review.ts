/** Going into a review; the first who does so starts it. */
import { useCallback } from "react";
import { useNavigate } from "react-router";
import type { NextReview } from "#model/views/review/review-series.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { useStore } from "#ui/store-context.tsx";
import { useToday } from "#ui/use-today.ts";
import { wordsForProblem } from "#ui/words/problems.ts";

/** Where a review is. */
export const reviewAddress = (id: string): string => `/review/${id}`;

/** Starts the review if nobody has, then goes there. Needs no connection: two who start it have one. Source: RULES M3. */
export function useOpenReview(): (next: NextReview) => Promise<void> {
  const { records } = useStore();
  const navigate = useNavigate();
  const today = useToday();
  return useCallback(
    async ({ id, place, review }: NextReview) => {
      if (!review) {
        const started = await records.change(
          id,
          (draft) => {
            draft.set("series", place.series);
            if (place.previous) draft.set("previous", place.previous);
            draft.set("heldOn", today);
          },
          { id, learner: place.learner },
        );
        if (!started.ok) {
          showToast({ words: wordsForProblem(started.problem) });
          return;
        }
      }
      await navigate(reviewAddress(id));
    },
    [records, navigate, today],
  );
}
