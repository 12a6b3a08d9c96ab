/** The questions of devices that are counted and timed, answered as they are by `sync/`, which knows nothing of it. */
import { audit } from "#server/sync/audit.ts";
import { pull } from "#server/sync/pull.ts";
import { push } from "#server/sync/push.ts";
import type { Site } from "#server/sync/site.ts";
import type { Timed } from "./metrics.ts";

async function timed<T>({ metrics }: Site, what: Timed, work: () => Promise<T>): Promise<T> {
  const begunAt = performance.now();
  try {
    return await work();
  } finally {
    metrics.took(what, performance.now() - begunAt);
  }
}

/** Answers a push; counts each record, kept or refused. */
export async function watchedPush(...asked: Parameters<typeof push>): ReturnType<typeof push> {
  const [site] = asked;
  const answer = await timed(site, "push", () => push(...asked));
  if (answer.ok) for (const { refused } of answer.value.answers) site.metrics.pushed(refused?.code ?? "kept");
  return answer;
}

/** Answers a pull; counts its rows. */
export async function watchedPull(...asked: Parameters<typeof pull>): ReturnType<typeof pull> {
  const [site] = asked;
  const answer = await timed(site, "pull", () => pull(...asked));
  if (answer.ok) site.metrics.pulledRows(answer.value.rows.length);
  return answer;
}

/** Answers an audit; counts the scopes that differ. */
export async function watchedAudit(...asked: Parameters<typeof audit>): ReturnType<typeof audit> {
  const [site] = asked;
  const answer = await audit(...asked);
  if (answer.ok) site.metrics.disagreed(Object.keys(answer.value.differ).length);
  return answer;
}
