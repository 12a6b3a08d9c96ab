/** The shapes of version 1, frozen: what a device of that version accepts as an answer. Never changed. */
import * as v from "valibot";

const short = v.pipe(v.string(), v.maxLength(200));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const idText = v.custom<string>((text) => typeof text === "string" && text.length < 80);
const scopeText = v.custom<string>((text) => typeof text === "string" && text.length < 120);
const hashText = v.custom<string>((text) => typeof text === "string" && text.length === 32);
const personText = v.custom<string>((text) => typeof text === "string" && text.length < 80);
const learnerText = v.custom<string>((text) => typeof text === "string" && text.length < 80);
const bytes = v.instance(Uint8Array);

const envelope = v.object({
  id: idText,
  kind: short,
  learner: v.exactOptional(learnerText),
  org: v.exactOptional(v.custom<string>((text) => typeof text === "string" && text.length < 80)),
  createdBy: v.exactOptional(personText),
  createdAt: v.exactOptional(count),
});

const stamps = v.object({
  createdBy: personText,
  createdAt: count,
  arrivedAt: count,
  number: v.exactOptional(count),
});

const header = { protocol: count, epoch: v.nullable(short) };
const answerHeader = { epoch: short, serverTime: count };
const highest = v.object({ position: count, proof: short });

const heldRecord = v.object({ envelope, stamps, state: bytes, hash: hashText, receipt: short });
const problem = v.object({
  code: short,
  detail: v.exactOptional(v.string()),
});

/** The shape of every message of version 1, as it was when it was released. */
export const messagesOfVersion1 = {
  push: v.object({
    ...header,
    records: v.pipe(v.array(v.object({ envelope, state: bytes, rev: count })), v.maxLength(200)),
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
    opened: v.pipe(v.array(learnerText), v.maxLength(400)),
    highest: v.exactOptional(highest),
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
  wanted: v.object({ ...answerHeader, ids: v.array(idText) }),
  recover: v.object({ ...header, records: v.pipe(v.array(heldRecord), v.maxLength(200)) }),
  recovered: v.object({
    ...answerHeader,
    answers: v.array(v.object({ id: idText, refused: v.exactOptional(problem) })),
  }),
  tray: v.object({
    ...header,
    records: v.pipe(v.array(v.object({ envelope, state: bytes })), v.maxLength(200)),
  }),
  trayed: v.object({ ...answerHeader, ids: v.array(idText) }),
  problem: v.object({ problem, epoch: v.exactOptional(short), serverTime: v.exactOptional(count) }),
} as const;
