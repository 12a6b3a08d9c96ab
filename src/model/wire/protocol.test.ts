import { encode } from "@msgpack/msgpack";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, hashOf } from "#model/record/bytes.ts";
import {
  messages,
  oldestProtocol,
  protocolHistory,
  protocolVersion,
  readMessage,
  writeMessage,
} from "./protocol.ts";

/** What a shape is made of, without the functions that check it. */
function describeShape(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null)
    return typeof schema === "function" ? "function" : schema;
  if (Array.isArray(schema)) return schema.map(describeShape);
  const skipped = new Set(["~standard", "~run", "async", "reference", "expects", "message", "lang"]);
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !skipped.has(key))
      .map(([key, part]) => [key, describeShape(part)]),
  );
}

/** The hash of all shapes at each version. A change of shape needs a new version and a new line here. */
const shapes: Readonly<Record<number, string>> = {
  1: "2be5dae6a00eb661cc9929db7b977711",
  2: "5b31f2436e356a0d0828096adfa39db8",
};

test("[P2] the shapes of the messages are those of this version", () => {
  expect(hashOf(canonicalJson(describeShape(messages)))).toBe(shapes[protocolVersion]);
});

test("[P2] every version from the oldest answered to the newest has a line of history", () => {
  for (let version = oldestProtocol; version <= protocolVersion; version += 1)
    expect(protocolHistory[version]).toBeTruthy();
});

test("[P1] a message comes back from its bytes as it was, and state as bytes", () => {
  const message = {
    protocol: 1,
    epoch: "one",
    records: [
      {
        envelope: { id: "plan_1", kind: "plan", learner: "learner_1" },
        state: Uint8Array.of(1, 2, 3),
        rev: 4,
      },
    ],
  } as const;
  const read = readMessage("push", writeMessage("push", { ...message, records: [...message.records] }));
  expect(read).toEqual({ ok: true, value: message });
});

test("[P1] a body that is no such message is refused with the place that is wrong", () => {
  const wrong = readMessage("push", encode({ protocol: 1, epoch: "one", records: [{ envelope: 5 }] }));
  expect(wrong.ok ? "read" : wrong.problem).toEqual({ code: "malformed", detail: "records.0.envelope" });
});

test("[P1] any bytes are read or refused, never thrown at", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(readMessage("push", bytes).ok).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test("[P1] a message nested beyond reason is refused", () => {
  const deep = Uint8Array.from([...Array.from({ length: 100_000 }, () => 0x91), 0x01]);
  expect(readMessage("push", deep).ok).toBe(false);
});
