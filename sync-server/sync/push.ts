/**
 * Takes in what a device wrote. All records of a push are kept in one transaction; each is answered
 * for itself, and one that is refused never holds up the others. Source: RULES S1–S3.
 */
import { isIdOf } from "#model/id.ts";
import { yes, type Outcome, type Problem } from "#model/outcome.ts";
import type { Message, PushedRecord } from "#model/wire/protocol.ts";
import { StorageFailure, type KeptRecord } from "#server/storage/storage.ts";
import { together } from "#server/storage/together.ts";
import { accept } from "./accept.ts";
import { openDesk, type Desk, type Touched } from "#server/sync/desk/desk.ts";
import type { Hand } from "#server/sync/desk/kept.ts";
import { answerIn, type AnswerHeader } from "./greeting.ts";
import { receiptOf, type Site } from "./site.ts";

type Answer = Message<"pushed">["answers"][number];
type Kept = { readonly pushed: Message<"pushed">; readonly touched: Touched };

/** Answers a push. Problems: those of the header; a record's own problems are in its answer. */
export async function push(
  site: Site,
  hand: Hand,
  message: Message<"push">,
): Promise<Outcome<Message<"pushed">>> {
  const kept = await keepAll(site, hand, message);
  if (!kept.ok) return kept;
  site.bell.ring(kept.value.touched);
  return yes(kept.value.pushed);
}

async function keepAll(site: Site, hand: Hand, message: Message<"push">): Promise<Outcome<Kept>> {
  try {
    return await keepIn(site, { hand, message });
  } catch (error) {
    if (error instanceof StorageFailure) throw error;
    site.log.error({ err: error, records: message.records.length }, "a push could not be taken as a whole");
    return keepEach(site, hand, message);
  }
}

const keepIn = (
  site: Site,
  { hand, message }: { readonly hand: Hand; readonly message: Message<"push"> },
): Promise<Outcome<Kept>> =>
  answerIn(site, "write", message, {
    prepare: (t) => openDeskFor(openDesk(t, site.surroundings.clock()), { hand, message }),
    answer: async ({ last, header }, desk) => {
      const answers: Answer[] = [];
      for (const [place, outcome] of (await acceptAll(desk, hand, message.records)).entries()) {
        const record = message.records[place];
        if (!record) continue;
        answers.push(
          outcome.ok
            ? answerTo(record, {
                kept: {
                  hash: outcome.value.hash,
                  stamps: outcome.value.stamps,
                  receipt: receiptOf(site.signet, outcome.value),
                },
              })
            : answerTo(record, { refused: outcome.problem }),
        );
      }
      const { commit, ...touched } = await desk.flush(last);
      return yes({ touched, pushed: { ...header(commit), answers } });
    },
  });

/** How often what hangs on another record of the same push is looked at. */
const passes = 3;

/**
 * What becomes of each, in their order. Which series a review is of may follow from a closing that comes later in the push: a
 * device whose clock was set back sends what it wrote first last. Source: RULES R8.
 */
async function acceptAll(
  desk: Desk,
  hand: Hand,
  records: readonly PushedRecord[],
): Promise<readonly Outcome<KeptRecord>[]> {
  const outcomes: Outcome<KeptRecord>[] = [];
  let waiting = [...records.entries()];
  for (let pass = 0; pass < passes && waiting.length > 0; pass += 1) {
    const before = waiting;
    waiting = [];
    for (const [place, record] of before) {
      const outcome = await accept(desk, hand, record);
      outcomes[place] = outcome;
      if (!outcome.ok && outcome.problem.detail === "series") waiting.push([place, record]);
    }
    if (waiting.length === before.length) break;
  }
  return outcomes;
}

/** Fetches what every push needs, all together: the records as they are, and who belongs to whom around them. */
async function openDeskFor(
  desk: Desk,
  { hand, message }: { readonly hand: Hand; readonly message: Message<"push"> },
): Promise<Desk> {
  const envelopes = message.records.map(({ envelope }) => envelope);
  await together([
    desk.fetch(envelopes.map(({ id }) => id)),
    desk.circle.ask(({ circle, choicesOf }) => {
      circle.ofPerson(hand.person);
      for (const { id, learner } of envelopes) {
        if (learner) circle.ofLearner(learner);
        if (isIdOf("log-entry", id)) choicesOf(id);
      }
    }),
  ]);
  return desk;
}

const answerTo = (
  { envelope, rev }: PushedRecord,
  what: { readonly kept: NonNullable<Answer["kept"]> } | { readonly refused: Problem },
): Answer => ({
  id: envelope.id,
  rev,
  ...what,
});

/**
 * Something in one of the records brings the program down: each is taken alone, and that one is refused. Others hear of
 * each as soon as it is kept, since a later one may come to nothing with all of the answer.
 */
async function keepEach(site: Site, hand: Hand, message: Message<"push">): Promise<Outcome<Kept>> {
  const answers: Answer[] = [];
  for (const record of message.records) {
    const alone = await keepAlone(site, hand, { ...message, records: [record] });
    if (!alone) {
      answers.push(answerTo(record, { refused: { code: "server-failed" } }));
      continue;
    }
    if (!alone.ok) return alone;
    answers.push(...alone.value.pushed.answers);
    site.bell.ring(alone.value.touched);
  }
  const header = await answerIn<AnswerHeader, undefined>(site, "read", message, {
    prepare: async () => undefined,
    answer: async (asked) => yes(asked.header()),
  });
  return header.ok ? yes({ touched: nothing, pushed: { ...header.value, answers } }) : header;
}

const nothing: Touched = { scopes: new Set(), people: new Set(), commits: [] };

/** Undefined when the record brings the program down. */
async function keepAlone(
  site: Site,
  hand: Hand,
  message: Message<"push">,
): Promise<Outcome<Kept> | undefined> {
  try {
    return await keepIn(site, { hand, message });
  } catch (error) {
    if (error instanceof StorageFailure) throw error;
    site.log.error({ err: error }, "a record was refused because it brings the program down");
    return undefined;
  }
}
