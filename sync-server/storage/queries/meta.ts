/** The server's words for itself. */
import type { Kysely } from "kysely";
import type { MetaStorage } from "#server/storage/storage.ts";
import type { Tables } from "#server/storage/tables.ts";
import { rowsOf } from "./compiled.ts";

/** Meta on a connection. */
export const metaOn = (db: Kysely<Tables>): MetaStorage => ({
  get: async (name) =>
    (await db.selectFrom("meta").select("text").where("name", "=", name).executeTakeFirst())?.text,
  all: async (names) => {
    const build = () => db.selectFrom("meta").selectAll().where("name", "in", names);
    const rows = await rowsOf(db, { name: "meta", parameters: names, build });
    return new Map(rows.map(({ name, text }) => [name, text]));
  },
  names: async (beginning) => {
    const rows = await db
      .selectFrom("meta")
      .select("name")
      .where((e) => e.fn<string>("substr", ["name", e.lit(1), e.lit(beginning.length)]), "=", beginning)
      .where("text", "!=", "")
      .execute();
    return rows.map(({ name }) => name);
  },
  put: async (name, text) => {
    await db
      .insertInto("meta")
      .values({ name, text })
      .onConflict((c) => c.column("name").doUpdateSet({ text }))
      .execute();
  },
});
