/**
 * How every question of a device begins: which protocol it speaks, in which epoch, and how far it has seen
 * this server come. A true proof of something this server has not shows that it was set back to an older
 * copy, without anybody saying so: then a new epoch begins before anything else is done. Source: RULES P3, P4, P6.
 */
import { no, yes, type Outcome } from "#model/outcome.ts";
import { oldestProtocol, protocolVersion, type Highest } from "#model/wire/protocol.ts";
import type { LastCommit, Transaction } from "#server/storage/storage.ts";
import { together } from "#server/storage/together.ts";
import { epochOf, knowsEpoch, renewEpochIn, type Epoch } from "./epoch.ts";
import { provenHighest, showsSetBack } from "./history-mark.ts";
import type { Site } from "./site.ts";

/** The start of every question. */
export interface Header {
  readonly protocol: number;
  readonly epoch: string | null;
  readonly highest?: Highest;
}

/** The start of every answer. */
export interface AnswerHeader {
  readonly epoch: string;
  readonly serverTime: number;
  readonly highest: Highest;
}

/** One question being answered in its transaction. */
export interface Answering {
  readonly t: Transaction;
  readonly epoch: Epoch;
  /** How far the history had come when this transaction began. */
  readonly last: LastCommit;
  /** The start of the answer. `commit` is the one that this transaction makes, if it makes one. */
  readonly header: (commit?: LastCommit) => AnswerHeader;
}

/** How a question is answered: `prepare` fetches what it needs in any case, while it is looked who asks; `answer` answers those who may ask. */
export interface Answer<T, P> {
  readonly prepare: (t: Transaction) => Promise<P>;
  readonly answer: (answering: Answering, prepared: P) => Promise<Outcome<T>>;
}

/**
 * Answers a question in one transaction. Problems: `protocol-too-old`, `protocol-too-new`, `epoch-changed` with the
 * new epoch as its detail, and those of the answer.
 */
export async function answerIn<T, P>(
  site: Site,
  how: "read" | "write",
  question: Header,
  { prepare, answer }: Answer<T, P>,
): Promise<Outcome<T>> {
  const answered = await site.storage[how](async (t) => {
    const [met, last, prepared] = await together([meet(site, t, question), t.scopes.last(), prepare(t)]);
    if (met === "set-back" || !met.ok) return met;
    const header = (commit = last): AnswerHeader => ({
      epoch: met.value.name,
      serverTime: site.surroundings.clock(),
      highest: provenHighest(commit, {
        signet: site.signet,
        epoch: met.value.name,
        protocol: question.protocol,
      }),
    });
    return answer({ t, epoch: met.value, last, header }, prepared);
  });
  return answered === "set-back" ? noticeSetBack(site, question) : answered;
}

async function meet(site: Site, t: Transaction, question: Header): Promise<Outcome<Epoch> | "set-back"> {
  const { protocol, epoch, highest } = question;
  if (protocol < oldestProtocol) return no("protocol-too-old");
  if (protocol > protocolVersion) return no("protocol-too-new");
  const [current, showsMore] = await together([
    epochOf(t, site.surroundings.clock()),
    epoch !== null && highest ? showsSetBack(t, site.signet, { epoch, highest }) : false,
  ]);
  if (epoch === null) return yes(current);
  const isCurrent = epoch === current.name;
  if (highest && (isCurrent || !(await knowsEpoch(t, epoch)))) {
    const isSetBack = isCurrent ? showsMore : site.signet.isProof(highest.proof, { epoch, ...highest });
    if (isSetBack) return "set-back";
  }
  return isCurrent ? yes(current) : no("epoch-changed", current.name);
}

/** Begins a new epoch, unless another question has shown the same meanwhile. */
async function noticeSetBack(site: Site, question: Header): Promise<Outcome<never>> {
  const epoch = await site.storage.write(async (t) => {
    if ((await meet(site, t, question)) === "set-back") {
      site.log.error(
        "a device has seen what this server does not hold: it was set back to an older copy, and begins a new epoch",
      );
      await renewEpochIn(t, site.surroundings, question.epoch ?? undefined);
    }
    return epochOf(t, site.surroundings.clock());
  });
  await site.takeAwayAgain?.();
  return no("epoch-changed", epoch.name);
}
