/** What a safeguarding lead asks the server. Nothing of the answers is kept on this device. Source: RULES A15. */
import type { OpenedPrivate, PrivateToOpen, SafeguardedLearner } from "#model/wire/api.ts";
import type { Outcome } from "#model/outcome.ts";
import { askServer } from "./server-call.ts";

/** The learners whose private entries the person signed in may open. Problems: `offline`, `signed-out`. */
export const safeguardedLearners = (): Promise<Outcome<readonly SafeguardedLearner[]>> =>
  askServer("/safeguarding/learners");

/** Opens a learner's private entries; the learner sees it. Problems: `not-found`, `too-many-tries`, `offline`. */
export const openPrivate = (asked: PrivateToOpen): Promise<Outcome<OpenedPrivate>> =>
  askServer("/safeguarding/open", { method: "POST", body: asked });
