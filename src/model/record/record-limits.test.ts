import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { kindOf } from "#model/kinds.ts";
import { acceptUpdate } from "./record-limits.ts";
import { createState, editState, emptyState, project } from "./record.ts";
import type { State } from "./record.ts";

const entry = kindOf("log-entry");
const writer = { person: "person_1", random: seededRandom(2) } as const;
const honest = createState(
  entry,
  (draft) => {
    draft.type("did", "Swept the yard");
    draft.set("strand", "placement");
  },
  writer,
);
const accept = (update: State, current: State = emptyState) => acceptUpdate(entry, current, update);
const codeOf = (update: State, current: State = emptyState) => {
  const outcome = accept(update, current);
  return outcome.ok ? "accepted" : outcome.problem.code;
};
const bytesOf = (write: (document: Y.Doc) => void): State => {
  const document = new Y.Doc();
  write(document);
  return Y.encodeStateAsUpdate(document);
};

test("[M10] an honest update is taken whole, and says whose writing it brought", () => {
  const outcome = accept(honest);
  expect(outcome.ok && project(entry, outcome.value.state)).toMatchObject({
    did: "Swept the yard",
    strand: "placement",
  });
  expect(outcome.ok && outcome.value.writers).toHaveLength(1);
});

test("[M10] the same update again brings nobody's writing and changes no byte", () => {
  const again = accept(honest, honest);
  expect(again).toMatchObject({ ok: true, value: { state: honest, writers: [] } });
});

test("[M11] a field the kind does not have is refused", () => {
  expect(codeOf(bytesOf((document) => document.getText("text:secret").insert(0, "x")))).toBe("unknown-field");
  expect(
    codeOf(bytesOf((document) => document.getMap("choices").set("secret@00000000", ["x", "person_1"]))),
  ).toBe("unknown-field");
  expect(codeOf(bytesOf((document) => document.getMap("other").set("a", 1)))).toBe("unknown-field");
  expect(codeOf(bytesOf((document) => document.getText("text:constructor").insert(0, "x")))).toBe(
    "unknown-field",
  );
});

test("[M11] a value of the wrong type is refused", () => {
  for (const kept of [["sideways", "person_1"], "maths", ["maths"], ["maths", 5], { maths: true }, null])
    expect(codeOf(bytesOf((document) => document.getMap("choices").set("strand@00000000", kept)))).toBe(
      "wrong-value",
    );
});

test("[M10] nested types, formatting and embedded things are refused", () => {
  expect(codeOf(bytesOf((document) => document.getMap("choices").set("strand@00000000", new Y.Map())))).toBe(
    "malformed",
  );
  expect(codeOf(bytesOf((document) => document.getText("text:did").insert(0, "x", { bold: true })))).toBe(
    "malformed",
  );
  expect(codeOf(bytesOf((document) => document.getText("text:did").insertEmbed(0, { image: "x" })))).toBe(
    "malformed",
  );
  expect(
    codeOf(bytesOf((document) => document.getMap("choices").set("strand@00000000", new Uint8Array(3)))),
  ).toBe("malformed");
});

test("[M10] an update that waits for another is refused", () => {
  const later = editState(entry, honest, {
    edit: (draft) => draft.type("did", "Swept the whole yard"),
    writer,
  }).state;
  const document = new Y.Doc();
  Y.applyUpdate(document, honest);
  const onlyTheNew = Y.encodeStateAsUpdate(
    ((other) => {
      Y.applyUpdate(other, later);
      return other;
    })(new Y.Doc()),
    Y.encodeStateVector(document),
  );
  expect(codeOf(onlyTheNew, honest)).toBe("accepted");
  expect(codeOf(onlyTheNew)).toBe("malformed");
});

test("[M10] a claim of impossibly many operations is refused", () => {
  const claim = (length: number) => {
    const digits: number[] = [];
    for (let rest = length; rest > 0; rest = Math.floor(rest / 128))
      digits.push((rest % 128) | (rest >= 128 ? 128 : 0));
    return Uint8Array.from([1, 1, 5, 0, 0, ...digits, 0]);
  };
  expect(codeOf(claim(2 ** 40))).toBe("too-many-changes");
});

test("[M10] a state over the limit is refused", () => {
  expect(codeOf(new Uint8Array(4_194_305))).toBe("record-too-large");
  const nearly = createState(entry, (draft) => draft.type("did", "a".repeat(2_500_000)), writer);
  const more = createState(entry, (draft) => draft.type("learned", "b".repeat(2_500_000)), writer);
  expect(codeOf(more, nearly)).toBe("record-too-large");
});

test("[M9] any bytes are answered with a code and never with an exception", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(typeof codeOf(bytes)).toBe("string");
    }),
    { numRuns: 2000 },
  );
});

test("[M9] honest bytes with any of them changed are taken or refused, never thrown at", () => {
  fc.assert(
    fc.property(fc.nat(honest.length - 1), fc.nat(255), fc.nat(honest.length), (at, byte, length) => {
      const changed = Uint8Array.from(honest).subarray(0, Math.max(length, at + 1));
      changed[at] = byte;
      expect(typeof codeOf(changed, honest)).toBe("string");
    }),
    { numRuns: 2000 },
  );
});
