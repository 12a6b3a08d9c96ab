/** What every step of a round with the server has at hand. */
import { messageAimBytes, protocolVersion, pushLimit } from "#model/wire/protocol.ts";
import type { State } from "#model/record/record.ts";
import { no, yes } from "#model/outcome.ts";
import type { Outcome, Problem } from "#model/outcome.ts";
import type { Scope, Write } from "#model/access.ts";
import type { Exchanges, Marks, RowStorage, Surroundings, Transport } from "#store/ports.ts";
import type { Highest, Message, MessageName } from "#model/wire/protocol.ts";

/** What a replicator stands on. */
export interface Ground {
  readonly storage: RowStorage;
  readonly transport: Transport;
  readonly surroundings: Surroundings;
  /** Whether this device's person may make a write, as far as the device knows. */
  readonly may: (write: Write) => boolean;
}

/** What a round did. Without `problem` it went through to the end. */
export interface RoundResult {
  readonly problem?: Problem;
  /** Records the server acknowledged. */
  readonly sent: number;
  /** Rows the server gave. */
  readonly fetched: number;
  /** Records the server refused, now in the refused tray. */
  readonly refused: number;
  /** True when nothing is unsent and the server holds what this device holds. */
  readonly allSent: boolean;
}

/** A round's counts while it runs. */
export type Tally = { -readonly [Name in "sent" | "fetched" | "refused"]: RoundResult[Name] };

/** What every message to the server begins with: also how far this device knows it to have come. */
export const headerOf = ({
  epoch,
  highest,
}: Marks): { readonly protocol: number; readonly epoch: string | null; readonly highest?: Highest } => ({
  protocol: protocolVersion,
  epoch: epoch ?? null,
  ...(epoch !== undefined && highest ? { highest } : {}),
});

/**
 * Asks the server and holds its answer to the epoch this device knows. An answer from another epoch
 * is `epoch-changed`, with that epoch as the detail; the first contact takes whatever epoch comes. The proof that comes
 * with an answer is durable before the answer is: were the server set back, it shows that something is missing there.
 */
export const askWithin = async <N extends keyof Exchanges & MessageName>(
  { transport, storage }: Pick<Ground, "transport" | "storage">,
  name: N,
  message: Message<N> & { readonly epoch: string | null },
): Promise<Outcome<Message<Exchanges[N]>>> =>
  heldWithin(storage, message, await transport.ask(name, message));

/** The same for an answer to a question that was asked before. */
export async function heldWithin<A extends AnswerHeader>(
  storage: RowStorage,
  question: { readonly epoch: string | null },
  answer: Outcome<A>,
): Promise<Outcome<A>> {
  if (!answer.ok) return answer;
  const { epoch } = answer.value;
  if (question.epoch !== null && epoch !== question.epoch) return no("epoch-changed", epoch);
  await storage.changeMarks((now) => withProof(now, answer.value));
  return yes(answer.value);
}

interface AnswerHeader {
  readonly epoch: string;
  readonly highest?: Highest;
}

/** The marks with the proof of an answer, unless they have one that reaches as far, or are of another epoch. */
function withProof(now: Marks, { epoch, highest }: AnswerHeader): Marks {
  const isMet = now.epoch === undefined && now.recoveringTo === undefined;
  if (!highest || (now.epoch !== epoch && !isMet)) return now;
  return isLater(highest, isMet ? undefined : now.highest) ? { ...now, epoch, highest } : now;
}

/** Whether one proof speaks for more than another of the same epoch. One with a mark speaks for more than one of version 1. */
export const isLater = (one: Highest, other: Highest | undefined): boolean =>
  other === undefined ||
  one.position > other.position ||
  (one.position === other.position && one.mark !== undefined && other.mark === undefined);

/** The marks with these scopes at the start, still named. */
export const fromStart = (marks: Marks, scopes: readonly Scope[]): Marks => ({
  ...marks,
  positions: { ...marks.positions, ...Object.fromEntries(scopes.map((scope) => [scope, 0])) },
});

/** Records in portions of what one message may carry; one large record goes alone. */
export function messagesOf<R extends { readonly state: State }>(records: readonly R[]): R[][] {
  const portions: R[][] = [];
  let bytes = 0;
  for (const record of records) {
    const last = portions.at(-1);
    bytes += record.state.length;
    if (last && bytes <= messageAimBytes && last.length < pushLimit) last.push(record);
    else {
      portions.push([record]);
      bytes = record.state.length;
    }
  }
  return portions;
}
