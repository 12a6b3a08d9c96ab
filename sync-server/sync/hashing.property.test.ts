import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as onDevices from "#model/record/bytes.ts";
import { digestOf, hashOf } from "./hashing.ts";

test("[S9] bytes and texts of any kind have the same hash on the server and on a device", () => {
  const content = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(content, (one) => {
      expect(hashOf(one)).toBe(onDevices.hashOf(one));
    }),
  );
  for (const lone of ["\ud800", "a\udc00b", ""]) expect(hashOf(lone)).toBe(onDevices.hashOf(lone));
});

test("[S9] a record adds the same to a digest on the server and on a device", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.uint8Array(), (id, state) => {
      const hash = onDevices.hashOf(state);
      expect(digestOf(id, hash)).toBe(onDevices.digestOf(id, hash));
    }),
  );
});
