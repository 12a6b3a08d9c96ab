/**
 * How every question of a device begins: which protocol it speaks, in which epoch, and how far it has seen
 * this server come. A true proof of something this server has not shows that it was set back to an older
 * copy, without anybody saying so: then a new epoch begins before anything else is done. Source: RULES P3, P4, P6.
 */
import { no, yes, type Outcome } from "#model/outcome.ts";
import { oldestProtocol, protocolVersion, type Highest } from "#model/wire/protocol.ts";
import type { Transaction } from "#server/storage/storage.ts";
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
  /** The start of the answer, with what this transaction has written so far. */
  readonly header: () => Promise<AnswerHeader>;
}

type Answer<T> = (answering: Answering) => Promise<Outcome<T>>;

/**
 * Answers a question in one transaction. Problems: `protocol-too-old`, `protocol-too-new`, `epoch-changed` with the
 * new epoch as its detail, and those of the answer.
 */
export async function answerIn<T>(
  site: Site,
  how: "read" | "write",
  question: Header,
  answer: Answer<T>,
): Promise<Outcome<T>> {
  const answered = await site.storage[how](async (t) => {
    const met = await meet(site, t, question);
    if (met === "set-back" || !met.ok) return met;
    const header = async (): Promise<AnswerHeader> => ({
      epoch: met.value.name,
      serverTime: site.surroundings.clock(),
      highest: await provenHighest(t, {
        signet: site.signet,
        epoch: met.value.name,
        protocol: question.protocol,
      }),
    });
    return answer({ t, epoch: met.value, header });
  });
  return answered === "set-back" ? noticeSetBack(site, question) : answered;
}

async function meet(site: Site, t: Transaction, question: Header): Promise<Outcome<Epoch> | "set-back"> {
  const { protocol, epoch, highest } = question;
  if (protocol < oldestProtocol) return no("protocol-too-old");
  if (protocol > protocolVersion) return no("protocol-too-new");
  const current = await epochOf(t, site.surroundings.clock());
  if (epoch === null) return yes(current);
  const isCurrent = epoch === current.name;
  if (highest && (isCurrent || !(await knowsEpoch(t, epoch)))) {
    const isSetBack = isCurrent
      ? await showsSetBack(t, site.signet, { epoch, highest })
      : site.signet.isProof(highest.proof, { epoch, ...highest });
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
