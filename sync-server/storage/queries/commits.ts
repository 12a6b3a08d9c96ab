/** Commits in their order: the positions they took and the mark that each left. */
import type { Kysely } from "kysely";
import type { ScopeStorage } from "#server/storage/storage.ts";
import type { Tables } from "#server/storage/tables.ts";
import { rowsOf } from "./compiled.ts";

type CommitStorage = Pick<
  ScopeStorage,
  "reserve" | "highest" | "last" | "markAt" | "commitsAfter" | "addCommit"
>;

/** Commits on a connection. */
export const commitsOn = (db: Kysely<Tables>): CommitStorage => ({
  reserve: async (count) => {
    const build = () =>
      db
        .insertInto("positions")
        .values({ name: "last", value: count })
        .onConflict((c) => c.column("name").doUpdateSet((e) => ({ value: e("positions.value", "+", count) })))
        .returning("value");
    const [reserved] = await rowsOf(db, { name: "reserve", parameters: ["last", count, count], build });
    if (!reserved) throw new Error("no position was reserved");
    return reserved.value - count + 1;
  },
  highest: async () =>
    (await db.selectFrom("positions").select("value").where("name", "=", "last").executeTakeFirst())?.value ??
    0,
  last: async () => {
    const build = () =>
      db
        .selectFrom("positions")
        .leftJoin("commits", "commits.position", "positions.value")
        .select(["value", "mark"])
        .where("name", "=", "last");
    const [last] = await rowsOf(db, { name: "last", parameters: ["last"], build });
    return { position: last?.value ?? 0, ...(typeof last?.mark === "string" && { mark: last.mark }) };
  },
  markAt: async (position) => {
    const build = () => db.selectFrom("commits").select("mark").where("position", "=", position);
    const [commit] = await rowsOf(db, { name: "mark", parameters: [position], build });
    return commit?.mark;
  },
  commitsAfter: async (position) =>
    (await db.selectFrom("commits").select("position").where("position", ">", position).execute()).map(
      (row) => row.position,
    ),
  addCommit: async ({ position, mark }) => {
    const build = () => db.insertInto("commits").values({ position, mark });
    await rowsOf(db, { name: "add commit", parameters: [position, mark], build });
  },
});
