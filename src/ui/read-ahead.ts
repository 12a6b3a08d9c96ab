/**
 * What a learner's pages show is read while the page itself is fetched, so that the first page of a start is drawn once
 * and whole, by whatever address one came. What is left out here costs a moment and never an answer, since a page asks for
 * all it shows itself.
 */
import type { LoaderFunction } from "react-router";
import type { LearnerId } from "#model/id.ts";
import { firstOf, gather } from "./live.ts";
import type { Live } from "./live.ts";
import { partsOf } from "./plan/use-my-road.ts";
import { firstPageSettled, knownSession } from "./session/session.ts";
import { liveRecordsOf } from "./store-context.tsx";
import type { LiveRecords } from "./store-context.tsx";

/** What a page asks. */
type Asked = (live: LiveRecords, learner: LearnerId, id: string) => readonly Live<unknown>[];

const names: Asked = (live) => [
  live.all("person", {}),
  live.all("membership", {}),
  live.all("membership-ended", {}),
];

const log: Asked = (live, learner, id) => [
  live.all("log-entry", { learner }),
  live.all("sharing-choice", { learner }),
  live.record(learner),
  ...names(live, learner, id),
];

const asked = {
  today: (live, learner, id) => [
    partsOf(live, learner),
    live.all("how-it-is-going", { learner }),
    ...names(live, learner, id),
  ],
  log: (live, learner, id) => [live.all("target", { learner }), ...log(live, learner, id)],
  entry: (live, learner, id) => [
    live.record(id),
    live.all("comment", { learner }),
    live.all("private-opened", { learner }),
    ...log(live, learner, id),
  ],
  plan: (live, learner, id) => [
    partsOf(live, learner),
    live.all("objective", { learner }),
    live.all("comment", { learner }),
    ...names(live, learner, id),
  ],
} as const satisfies Record<string, Asked>;

/** Begins to read what a page shows. Only the first page of a start waits for it: later ones stand there at once. */
export const readAhead =
  (page: keyof typeof asked): LoaderFunction =>
  async ({ params: { id = "" } }): Promise<null> => {
    const session = await knownSession();
    const learner = session.state === "signed-in" ? session.account.learner : undefined;
    if (session.state !== "signed-in" || !learner) return null;
    const shown = firstOf(gather(asked[page](liveRecordsOf(session.store), learner, id)));
    await Promise.race([shown, firstPageSettled]);
    return null;
  };
