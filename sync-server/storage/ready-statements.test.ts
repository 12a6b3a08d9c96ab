import { expect, test } from "vitest";
import { createReadyStatements } from "./ready-statements.ts";

const statements = ["select 1", "select 2", "delete from scopes"];

test("a name never stands for two statements, whoever gave it, so that no server runs what another kept ready", () => {
  const [one, other] = [createReadyStatements(), createReadyStatements()];
  const inOrder = statements.map((sql) => one.nameOf(sql, 0));
  const reversed = statements.toReversed().map((sql) => other.nameOf(sql, 0));
  expect(reversed.toReversed()).toEqual(inOrder);
  expect(new Set(inOrder).size).toBe(statements.length);
});

test("what is made ready anew has another name than before", () => {
  const ready = createReadyStatements();
  const before = ready.nameOf("select 1", 0);
  ready.renew();
  expect(ready.nameOf("select 1", 0)).not.toBe(before);
});

test("a statement with many parameters is not kept ready", () => {
  expect(createReadyStatements().nameOf("select 1", 65)).toBeUndefined();
});
