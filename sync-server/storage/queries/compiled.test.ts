import { Kysely, SqliteDialect } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asKyselyDatabase, openDatabase } from "#server/storage/sqlite-database.ts";
import type { Tables } from "#server/storage/tables.ts";
import { rowsOf, valuesOf } from "./compiled.ts";

let db: Kysely<Tables>;

beforeEach(async () => {
  const database = openDatabase(":memory:");
  database.exec("create table meta (name text primary key, text text not null)");
  database.exec("insert into meta values ('one', '1'), ('two', '2'), ('three', '3')");
  db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKyselyDatabase(database) }) });
});

afterEach(() => db.destroy());

const textsOf = async (...names: readonly string[]): Promise<readonly string[]> => {
  const build = () => db.selectFrom("meta").selectAll().where("name", "in", names).orderBy("text");
  return (await rowsOf(db, { name: "texts", parameters: names, build })).map(({ text }) => text);
};

test("a statement answers what it is asked with each time, however often and with however many values", async () => {
  expect(await textsOf("one")).toEqual(["1"]);
  expect(await textsOf("two")).toEqual(["2"]);
  expect(await textsOf("one", "three")).toEqual(["1", "3"]);
  expect(await textsOf("three", "two")).toEqual(["2", "3"]);
});

test("a statement that was built with other values than those named is a bug, and changes nothing", async () => {
  const build = () => db.deleteFrom("meta").where("name", "=", "one");
  await expect(rowsOf(db, { name: "delete", parameters: ["two"], build })).rejects.toThrow("delete");
  expect(await textsOf("one", "two")).toEqual(["1", "2"]);
});

test("rows are inserted column by column, whatever order their own members have", async () => {
  const rows = [{ text: "4", name: "four" }];
  const build = () => db.insertInto("meta").values(rows.map(({ name, text }) => ({ name, text })));
  await rowsOf(db, { name: "insert", parameters: valuesOf(rows, ["name", "text"]), build });
  expect(await textsOf("four")).toEqual(["4"]);
});
