/** Accounts: users and their codes; see `sessions.ts` for devices and sessions. */
import type { Kysely } from "kysely";
import type { Id, PersonId } from "#model/id.ts";
import type { AccountStorage, CodeRow, OutsideIdRow, UserRow } from "#server/storage/account-storage.ts";
import type { CodesTable, Tables, UsersTable } from "#server/storage/tables.ts";
import { gather, inParts } from "./in-parts.ts";
import { sessionsOn } from "./sessions.ts";

/** Accounts on a connection. */
export const accountsOn = (db: Kysely<Tables>): AccountStorage => ({
  ...usersOn(db),
  ...codesOn(db),
  ...sessionsOn(db),
  ...outsideIdsOn(db),
  dropExpired: async (before, atMost) => {
    const sessions = db
      .selectFrom("sessions")
      .select("token_hash")
      .where("expires_at", "<", before)
      .limit(atMost);
    const codes = db.selectFrom("codes").select("hash").where("expires_at", "<", before).limit(atMost);
    const gone = [
      ...(await db.deleteFrom("sessions").where("token_hash", "in", sessions).returning("person").execute()),
      ...(await db.deleteFrom("codes").where("hash", "in", codes).returning("person").execute()),
    ];
    return gone.length;
  },
  addActs: async (rows) => {
    for (const part of inParts(rows))
      await db
        .insertInto("acts")
        .values(part.map(({ about, ...row }) => ({ ...row, about: about ?? null })))
        .execute();
  },
});

const usersOn = (
  db: Kysely<Tables>,
): Pick<AccountStorage, "userByName" | "usersByPerson" | "userNames" | "countUsers" | "putUsers"> => ({
  userByName: async (userName) => {
    const row = await db
      .selectFrom("users")
      .selectAll()
      .where("user_name_key", "=", userName.toLowerCase())
      .executeTakeFirst();
    return row && userOf(row);
  },
  usersByPerson: (people) =>
    gather(people, async (part) =>
      (await db.selectFrom("users").selectAll().where("person", "in", part).execute()).map(userOf),
    ),
  userNames: async () =>
    new Set((await db.selectFrom("users").select("user_name_key").execute()).map((row) => row.user_name_key)),
  countUsers: async () => {
    const found = await db
      .selectFrom("users")
      .select((e) => e.fn.countAll().as("count"))
      .executeTakeFirst();
    return Number(found?.count ?? 0);
  },
  putUsers: async (rows) => {
    for (const part of inParts(rows))
      await db
        .insertInto("users")
        .values(part.map(rowOfUser))
        .onConflict((c) =>
          c.column("person").doUpdateSet((e) => ({
            user_name: e.ref("excluded.user_name"),
            user_name_key: e.ref("excluded.user_name_key"),
            password: e.ref("excluded.password"),
            left_at: e.ref("excluded.left_at"),
          })),
        )
        .execute();
  },
});

const rowOfUser = ({ person, userName, password, leftAt }: UserRow): UsersTable => ({
  person,
  user_name: userName,
  user_name_key: userName.toLowerCase(),
  password: password ?? null,
  left_at: leftAt ?? null,
});

const userOf = (row: UsersTable): UserRow => ({
  person: row.person as PersonId,
  userName: row.user_name,
  ...(row.password !== null && { password: row.password }),
  ...(row.left_at !== null && { leftAt: row.left_at }),
});

const codesOn = (
  db: Kysely<Tables>,
): Pick<AccountStorage, "codeByHash" | "unusedCodes" | "dropUnusedCodes" | "putCodes"> => ({
  codeByHash: async (hash) => {
    const row = await db.selectFrom("codes").selectAll().where("hash", "=", hash).executeTakeFirst();
    return row && codeOf(row);
  },
  unusedCodes: (people) =>
    gather(people, async (part) =>
      (
        await db
          .selectFrom("codes")
          .selectAll()
          .where("person", "in", part)
          .where("used_at", "is", null)
          .execute()
      ).map(codeOf),
    ),
  dropUnusedCodes: async (people) => {
    for (const part of inParts(people))
      await db.deleteFrom("codes").where("person", "in", part).where("used_at", "is", null).execute();
  },
  putCodes: async (rows) => {
    for (const part of inParts(rows))
      await db
        .insertInto("codes")
        .values(part.map(rowOfCode))
        .onConflict((c) => c.column("hash").doUpdateSet((e) => ({ used_at: e.ref("excluded.used_at") })))
        .execute();
  },
});

const rowOfCode = (code: CodeRow): CodesTable => ({
  hash: code.hash,
  person: code.person,
  issued_by: code.issuedBy,
  issued_at: code.issuedAt,
  expires_at: code.expiresAt,
  used_at: code.usedAt ?? null,
});

const codeOf = (row: CodesTable): CodeRow => ({
  hash: row.hash,
  person: row.person as PersonId,
  issuedBy: row.issued_by as PersonId | "server",
  issuedAt: row.issued_at,
  expiresAt: row.expires_at,
  ...(row.used_at !== null && { usedAt: row.used_at }),
});

const outsideIdsOn = (
  db: Kysely<Tables>,
): Pick<AccountStorage, "outsideIds" | "putOutsideIds" | "dropOutsideIds"> => ({
  outsideIds: async (source) => {
    const rows = await db.selectFrom("outside_ids").selectAll().where("source", "=", source).execute();
    return rows.map(({ outside_id, id }): OutsideIdRow => ({ source, outsideId: outside_id, id: id as Id }));
  },
  putOutsideIds: async (rows) => {
    for (const part of inParts(rows))
      await db
        .insertInto("outside_ids")
        .values(part.map(({ source, outsideId, id }) => ({ source, outside_id: outsideId, id })))
        .onConflict((c) =>
          c.columns(["source", "outside_id"]).doUpdateSet((e) => ({ id: e.ref("excluded.id") })),
        )
        .execute();
  },
  dropOutsideIds: async (source, outsideIds) => {
    for (const part of inParts(outsideIds))
      await db
        .deleteFrom("outside_ids")
        .where("source", "=", source)
        .where("outside_id", "in", part)
        .execute();
  },
});
