import { expect, test } from "vitest";
import { changedFields, printsOf, withOwnChange } from "./prints.ts";

const value = { goodAt: "Saws", helpWith: "", steps: [{ id: "a", what: "Cut" }], dueOn: undefined };

test("a field that says the same has the same print, and only what changed is named", () => {
  expect(changedFields(printsOf(value), printsOf({ ...value, steps: [{ id: "a", what: "Cut" }] }))).toEqual(
    [],
  );
  const later = { ...value, helpWith: "Spelling", steps: [{ id: "a", what: "Cut", met: true }] };
  expect(changedFields(printsOf(value), printsOf(later)).toSorted()).toEqual(["helpWith", "steps"]);
  expect(changedFields(printsOf(value), printsOf({ ...value, goodAt: "" }))).toEqual(["goodAt"]);
});

test("an answer given apart from another is a change of its field", () => {
  const apart = { ...value, answers: { goodAt: [{ value: "x", by: "person_1" }] } };
  expect(changedFields(printsOf(value), printsOf(apart))).toEqual(["goodAt"]);
});

test("prints of a record are small", () => {
  const texts = { what: "a".repeat(9000), why: "b".repeat(9000), steps: [], removed: undefined };
  expect(JSON.stringify(printsOf(texts)).length).toBeLessThan(60);
});

test("one's own change is no news, and leaves what others changed to be seen", () => {
  const looked = printsOf(value);
  const theirs = { ...value, helpWith: "Spelling" };
  const mine = { ...theirs, goodAt: "Saws and planes" };
  const after = withOwnChange(looked, { before: printsOf(theirs), after: printsOf(mine) });
  expect(changedFields(after, printsOf(mine))).toEqual(["helpWith"]);
});
