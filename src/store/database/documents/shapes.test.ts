/** The names of shapes are what is hashed of the kinds as they are. */
import { expect, test } from "vitest";
import { kindNames } from "#model/id.ts";
import { definitionOf } from "#model/kinds.ts";
import { hashOf } from "#model/record/bytes.ts";
import { shapes } from "./shapes.ts";

test("each kind's shape is named for its fields and lists, so that a value projected by an older app is noticed", () => {
  const now = kindNames.map((kind) => {
    const { fields, lists } = definitionOf(kind);
    return [kind, hashOf(JSON.stringify([fields, lists])).slice(0, 8)];
  });
  // A kind that changed has another name now: it belongs into shapes.ts.
  expect(shapes).toEqual(Object.fromEntries(now));
});
