import { encode } from "@msgpack/msgpack";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hashOf } from "#model/record/bytes.ts";
import type { Hash } from "#model/record/bytes.ts";
import type { Id, LearnerId, PersonId } from "#model/id.ts";
import { readMessage, writeMessage } from "./protocol.ts";
import type { HeldRecord, Message } from "./protocol.ts";

const digits = fc.string({ minLength: 26, maxLength: 26, unit: fc.constantFrom("0", "1", "a") });
const person = digits.map((text): PersonId => `person_${text}`);
const learner = digits.map((text): LearnerId => `learner_${text}`);
const instant = fc.nat({ max: 2_000_000_000_000 });
const id = fc.oneof(
  digits.map((text): Id<"plan"> => `plan_${text}`),
  digits.map((text): Id<"comment"> => `comment_${text}`),
);

const envelope = fc.record(
  { id, kind: fc.constantFrom("plan", "comment"), learner, createdBy: person, createdAt: instant },
  { requiredKeys: ["id", "kind"] },
);
const stamps = fc.record(
  { createdBy: person, createdAt: instant, arrivedAt: instant, number: fc.nat({ max: 9 }) },
  { requiredKeys: ["createdBy", "createdAt", "arrivedAt"] },
);
const record = fc
  .record({
    envelope,
    stamps,
    repeats: fc.boolean(),
    state: fc.uint8Array({ maxLength: 40 }),
    isTrue: fc.boolean(),
    receipt: fc.string({ maxLength: 30 }),
  })
  .map(({ repeats, isTrue, ...rest }) => ({
    ...rest,
    stamps: repeats
      ? { ...rest.stamps, createdBy: rest.envelope.createdBy ?? rest.stamps.createdBy }
      : rest.stamps,
    hash: isTrue ? hashOf(rest.state) : ("0".repeat(32) as Hash),
  })) as fc.Arbitrary<HeldRecord>;

/** A page whose rows name records that are in it, and some that are not. */
const page = fc
  .record({
    records: fc.uniqueArray(record, { maxLength: 8, selector: (held) => held.envelope.id }),
    others: fc.array(id, { maxLength: 3 }),
  })
  .chain(({ records, others }) => {
    const named = fc.constantFrom(...records.map((held) => held.envelope.id), ...others, "plan_x" as const);
    const rows = fc.array(
      fc.record(
        { scope: fc.constantFrom("plan:learner_1", "own:person_1"), id: named, left: fc.boolean() },
        { requiredKeys: ["scope", "id"] },
      ),
      { maxLength: 10 },
    ) as fc.Arbitrary<Message<"pulled">["rows"]>;
    return rows.map((all): Message<"pulled"> => ({
      epoch: "one",
      serverTime: 5,
      records,
      rows: all,
      positions: { "plan:learner_1": 7 },
      forget: ["own:person_1"],
      highest: { position: 9, proof: "proof" },
      more: true,
    }));
  });

test("[P1] a page of a pull comes back from its columns as it was", () => {
  fc.assert(
    fc.property(page, (sent) => {
      expect(readMessage("pulled", writeMessage("pulled", sent))).toEqual({ ok: true, value: sent });
    }),
  );
});

test("[P1] columns that do not fit together are refused, never thrown at", () => {
  const column = fc.oneof(
    fc.array(fc.anything({ maxDepth: 1 }), { maxLength: 3 }),
    fc.anything({ maxDepth: 1 }),
  );
  const table = fc.oneof(
    fc.record({
      count: fc.oneof(fc.nat({ max: 3 }), fc.constant(2 ** 40)),
      columns: fc.dictionary(fc.constantFrom("id", "state", "scope"), column, { maxKeys: 3 }),
    }),
    fc.anything({ maxDepth: 2 }),
  );
  const tables = fc.record({ envelopes: table, stamps: table, contents: table, rows: table });
  fc.assert(
    fc.property(tables, (sent) => {
      let body: Uint8Array;
      try {
        body = encode(sent);
      } catch {
        return; // no bytes stand for it
      }
      expect(readMessage("pulled", body).ok).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
