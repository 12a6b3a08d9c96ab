/** The learners whose private entries this person may open, asked anew each time; kept in this page's memory alone. */
import type { SafeguardedLearner } from "#model/wire/api.ts";
import { safeguardedLearners } from "#store/safeguarding.ts";
import { useAsked } from "#ui/staff-shell/use-asked.ts";
import type { Asked } from "#ui/staff-shell/use-asked.ts";

/** In the order of their names. Problems: `not-allowed`, `offline`. */
export const useSafeguarded = (): Asked<readonly SafeguardedLearner[]> => useAsked(safeguardedLearners);
