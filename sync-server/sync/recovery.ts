/**
 * After a restore: devices say what they hold, the server asks for what it lacks, and takes back
 * whatever carries its own receipt, from any hand. Source: RULES S11, P5.
 */
import { heldScopes } from "#model/access.ts";
import { isIdOf, type Id, type PersonId } from "#model/id.ts";
import { hashOf } from "#model/record/bytes.ts";
import type { Envelope } from "#model/record/envelope.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import type { HeldRecord, Message } from "#model/wire/protocol.ts";
import type { Transaction } from "#server/storage/storage.ts";
import { together } from "#server/storage/together.ts";
import { accept } from "./accept.ts";
import { lookAround } from "#server/sync/desk/circle.ts";
import { openDesk, type Desk } from "#server/sync/desk/desk.ts";
import type { Hand } from "#server/sync/desk/kept.ts";
import { answerIn, type Header } from "./greeting.ts";
import { bareEnvelope, type Site } from "./site.ts";

/**
 * Answers an offer with the ids of records the server has not, or has in other words. What was erased is named to those
 * who hold where it stood; others, and all while the server recovers, hear it when they bring it back with its receipt: only
 * that says whose it was. Source: RULES A21, A23. Problems: those of the header but `epoch-changed`.
 */
export const offer = (
  site: Site,
  person: PersonId,
  message: Message<"offer">,
): Promise<Outcome<Message<"wanted">>> =>
  answerIn(site, "read", inAnyEpoch(message), {
    prepare: (t) => {
      const all = message.held.map(({ id }) => id);
      return together([t.records.hashes(all), t.records.erased(all)]);
    },
    answer: async ({ t, epoch, header }, [hashes, all]) => {
      const erased = epoch.isRecovering ? none : await thoseAround(t, person, all);
      const ids = message.held
        .filter(({ id, hash }) => hashes.get(id) !== hash && !erased.has(id))
        .map(({ id }) => id);
      return yes({ ...header(), ids, erased: [...erased] });
    },
  });

const none: ReadonlySet<Id> = new Set();

/** Of what was erased, what stood in a scope this person holds. Source: RULES A21. */
async function thoseAround(
  t: Transaction,
  person: PersonId,
  erased: ReadonlySet<Id>,
): Promise<ReadonlySet<Id>> {
  if (erased.size === 0) return erased;
  const rows = await t.scopes.rowsOf([...erased]);
  const named = rows.map(({ scope }) => scope.slice(scope.indexOf(":") + 1));
  const learners = new Set(named.filter((id) => isIdOf("learner", id)));
  const around = await lookAround(t, person);
  const held = new Set(await around.ask(({ circle }) => heldScopes(circle, person, [...learners])));
  return new Set(rows.flatMap(({ scope, record }) => (held.has(scope) ? [record] : [])));
}

/** What carries a receipt is taken whatever epoch the device believes in. */
const inAnyEpoch = <Q extends Header>(question: Q): Q => ({ ...question, epoch: null });

/** Takes back receipted records. Problems: those of the header but `epoch-changed`; a record's own, such as `receipt-invalid`, are in its answer. */
export async function recover(
  site: Site,
  hand: Hand,
  message: Message<"recover">,
): Promise<Outcome<Message<"recovered">>> {
  const kept = await answerIn(site, "write", inAnyEpoch(message), {
    prepare: async (t) => {
      const desk = openDesk(t, site.surroundings.clock());
      await desk.fetch(message.records.map(({ envelope }) => envelope.id));
      return desk;
    },
    answer: async ({ last, header }, desk) => {
      const answers: Message<"recovered">["answers"] = [];
      for (const record of message.records) {
        const outcome = await takeBack(site, desk, { hand, record });
        answers.push({ id: record.envelope.id, ...(!outcome.ok && { refused: outcome.problem }) });
      }
      const { commit, ...touched } = await desk.flush(last);
      return yes({ touched, recovered: { ...header(commit), answers } });
    },
  });
  if (!kept.ok) return kept;
  site.bell.ring(kept.value.touched);
  return yes(kept.value.recovered);
}

async function takeBack(
  site: Site,
  desk: Desk,
  { hand, record }: { readonly hand: Hand; readonly record: HeldRecord },
): Promise<Outcome<unknown>> {
  const { stamps, hash, state, receipt } = record;
  const envelope: Envelope = bareEnvelope(record.envelope);
  if (hashOf(state) !== hash || !site.signet.isReceipt(receipt, { envelope, stamps, hash }))
    return no("receipt-invalid");
  return accept(desk, hand, { envelope, state, stamps });
}
