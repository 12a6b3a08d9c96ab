/**
 * What a device and the server say to each other: msgpack of these shapes, and nothing else. The
 * protocol is state-based, so every message may be lost, doubled, reordered or repeated. A change of
 * any shape raises the version and adds a line to the history; a test holds the hash of the shapes.
 * Source: RULES P1–P6.
 */
import { decode, encode } from "@msgpack/msgpack";
import * as v from "valibot";
import { openedMax, type Scope } from "#model/access.ts";
import { hashOf, type Hash } from "#model/record/bytes.ts";
import type { Id, LearnerId, PersonId } from "#model/id.ts";
import { no, yes } from "#model/outcome.ts";
import type { Outcome, ProblemCode } from "#model/outcome.ts";
import { columnsToPulled, pulledToColumns } from "./pulled-columns.ts";

/** The version this code speaks. */
export const protocolVersion = 2;
/** The oldest version the server still answers. */
export const oldestProtocol = 1;
/** What each version brought. */
export const protocolHistory: Readonly<Record<number, string>> = {
  1: "push, pull, audit, recover, tray",
  2: "every question shows, and every answer gives, a proof of the server's history with its mark; an offer is also told what was erased",
};

/** The header in which a device says for whom it asks: the cookie that a browser sends by itself may be somebody else's by then. Source: RULES A20. */
export const personHeader = "waymark-person";

/** The most records one push, recovery or tray message carries. */
export const pushLimit = 200;
/** The most rows one page of a pull carries. */
export const pageLimit = 1000;
/** The most bytes of state one message aims to carry; one record may exceed it alone. */
export const messageAimBytes = 2_097_152;

const short = v.pipe(v.string(), v.maxLength(200));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const idText = v.custom<Id>((text) => typeof text === "string" && text.length < 80);
const scopeText = v.custom<Scope>((text) => typeof text === "string" && text.length < 120);
const hashText = v.custom<Hash>((text) => typeof text === "string" && text.length === 32);
const personText = v.custom<PersonId>((text) => typeof text === "string" && text.length < 80);
const learnerText = v.custom<LearnerId>((text) => typeof text === "string" && text.length < 80);
const bytes = v.instance(Uint8Array) as v.GenericSchema<Uint8Array>;

const envelope = v.object({
  id: idText,
  kind: short as v.GenericSchema<Id extends `${infer K}_${string}` ? K : never>,
  learner: v.exactOptional(learnerText),
  org: v.exactOptional(v.custom<Id<"organisation">>((text) => typeof text === "string" && text.length < 80)),
  createdBy: v.exactOptional(personText),
  createdAt: v.exactOptional(count),
});

const stamps = v.object({
  createdBy: personText,
  createdAt: count,
  arrivedAt: count,
  number: v.exactOptional(count),
});

/** How far the server had come, with the mark of that commit and the server's signature. Version 1 has no mark. */
const highest = v.object({ position: count, mark: v.exactOptional(short), proof: short });
/** Version 1 shows how far the server had come in `pull` alone, and hears it in `pulled` alone. */
const header = { protocol: count, epoch: v.nullable(short), highest: v.exactOptional(highest) };
const answerHeader = { epoch: short, serverTime: count, highest: v.exactOptional(highest) };

const heldRecord = v.object({ envelope, stamps, state: bytes, hash: hashText, receipt: short });
const problem = v.object({
  code: short as v.GenericSchema<ProblemCode>,
  detail: v.exactOptional(v.string()),
});

/** The shape of every message, by name. */
export const messages = {
  push: v.object({
    ...header,
    records: v.pipe(v.array(v.object({ envelope, state: bytes, rev: count })), v.maxLength(pushLimit)),
  }),
  pushed: v.object({
    ...answerHeader,
    answers: v.array(
      v.object({
        id: idText,
        rev: count,
        kept: v.exactOptional(v.object({ hash: hashText, stamps, receipt: short })),
        refused: v.exactOptional(problem),
      }),
    ),
  }),
  pull: v.object({
    ...header,
    positions: v.record(scopeText, count),
    opened: v.pipe(v.array(learnerText), v.maxLength(openedMax)),
  }),
  pulled: v.object({
    ...answerHeader,
    records: v.array(heldRecord),
    rows: v.array(
      v.object({
        scope: scopeText,
        id: idText,
        left: v.exactOptional(v.boolean()),
        erased: v.exactOptional(v.boolean()),
      }),
    ),
    /** Positions to store once the rows are durable; only scopes that moved or are new. */
    positions: v.record(scopeText, count),
    /** Scopes this device sent a position for and may no longer hold. Empty while the server recovers. */
    forget: v.array(scopeText),
    highest,
    more: v.boolean(),
  }),
  audit: v.object({ ...header, scopes: v.record(scopeText, v.object({ position: count, digest: count })) }),
  audited: v.object({
    ...answerHeader,
    /** For scopes that stand at the device's position with another digest: what the server holds there. */
    differ: v.record(scopeText, v.array(v.object({ id: idText, hash: hashText }))),
  }),
  offer: v.object({ ...header, held: v.array(v.object({ id: idText, hash: hashText })) }),
  wanted: v.object({
    ...answerHeader,
    ids: v.array(idText),
    /** Of what was offered, what was erased for good. */
    erased: v.exactOptional(v.array(idText)),
  }),
  recover: v.object({ ...header, records: v.pipe(v.array(heldRecord), v.maxLength(pushLimit)) }),
  recovered: v.object({
    ...answerHeader,
    answers: v.array(v.object({ id: idText, refused: v.exactOptional(problem) })),
  }),
  tray: v.object({
    ...header,
    records: v.pipe(v.array(v.object({ envelope, state: bytes })), v.maxLength(pushLimit)),
  }),
  trayed: v.object({ ...answerHeader, ids: v.array(idText) }),
  problem: v.object({ problem, epoch: v.exactOptional(short), serverTime: v.exactOptional(count) }),
} as const;

/** The name of a message. */
export type MessageName = keyof typeof messages;
/** The content of a message. */
export type Message<N extends MessageName> = v.InferOutput<(typeof messages)[N]>;

/** A record as the server holds it, with the server's word for it. */
export type HeldRecord = Message<"pulled">["records"][number];
/** The server's word for how far it had come. */
export type Highest = v.InferOutput<typeof highest>;
/** One record of a push. */
export type PushedRecord = Message<"push">["records"][number];

/** The bytes of a message. `hash` is what works out hashes: `hashOf`, or what says the same sooner. */
export const writeMessage = <N extends MessageName>(
  name: N,
  message: Message<N>,
  hash: typeof hashOf = hashOf,
): Uint8Array<ArrayBuffer> =>
  encode(name === "pulled" ? pulledToColumns(message as Message<"pulled">, hash) : message, {
    ignoreUndefined: true,
    maxDepth: 20,
  });

/** A message read from bytes. Problem: `malformed`, with the place that is wrong. */
export function readMessage<N extends MessageName>(name: N, body: Uint8Array): Outcome<Message<N>> {
  let decoded: unknown;
  try {
    decoded = decode(body);
  } catch {
    return no("malformed", "msgpack");
  }
  const result = v.safeParse(messages[name], name === "pulled" ? columnsToPulled(decoded) : decoded);
  return result.success
    ? yes(result.output as Message<N>)
    : no("malformed", result.issues[0].path?.map((part) => String(part.key)).join("."));
}
