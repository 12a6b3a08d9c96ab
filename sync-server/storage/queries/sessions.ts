/** Devices, the sessions on them, and failed tries. */
import type { Kysely } from "kysely";
import type { PersonId } from "#model/id.ts";
import type { AccountStorage, DeviceRow, SessionRow } from "#server/storage/account-storage.ts";
import type { DevicesTable, SessionsTable, Tables } from "#server/storage/tables.ts";
import { rowsOf } from "./compiled.ts";
import { gather } from "./in-parts.ts";

type SessionStorage = Pick<
  AccountStorage,
  | "device"
  | "devicesOf"
  | "putDevice"
  | "session"
  | "putSession"
  | "endSessions"
  | "tries"
  | "putTries"
  | "dropTries"
>;

/** Sessions on a connection. */
export const sessionsOn = (db: Kysely<Tables>): SessionStorage => ({
  device: async (id) => {
    const row = await db.selectFrom("devices").selectAll().where("id", "=", id).executeTakeFirst();
    return row && deviceOf(row);
  },
  devicesOf: async (people, at) => {
    const all = db.selectFrom("devices").selectAll().where("revoked_at", "is", null);
    const live = db.selectFrom("sessions").select("device").where("expires_at", ">", at);
    const rows = await gather(people, (part) =>
      all
        .where("person", "in", part)
        .where("id", "in", live.where("person", "in", part))
        .execute(),
    );
    return rows.map(deviceOf).toSorted((a, b) => b.lastSeenAt - a.lastSeenAt);
  },
  putDevice: (row) => putDevice(db, row),
  session: async (tokenHash) => {
    const build = () => db.selectFrom("sessions").selectAll().where("token_hash", "=", tokenHash);
    const [row] = await rowsOf(db, { name: "session", parameters: [tokenHash], build });
    return row && sessionOf(row);
  },
  putSession: (row) => putSession(db, row),
  endSessions: (of) => endSessions(db, of),
  tries: (name) => db.selectFrom("tries").selectAll().where("name", "=", name).executeTakeFirst(),
  putTries: async ({ name, count, since }) => {
    await db
      .insertInto("tries")
      .values({ name, count, since })
      .onConflict((c) => c.column("name").doUpdateSet({ count, since }))
      .execute();
  },
  dropTries: async (before) => void (await db.deleteFrom("tries").where("since", "<", before).execute()),
});

async function endSessions(
  db: Kysely<Tables>,
  of: Parameters<AccountStorage["endSessions"]>[0],
): Promise<readonly string[]> {
  const all = db.deleteFrom("sessions").returning("token_hash");
  const ended = await ("tokenHash" in of
    ? all.where("token_hash", "=", of.tokenHash).execute()
    : "device" in of
      ? all.where("device", "=", of.device).execute()
      : gather(of.people, (part) => {
          const theirs = all.where("person", "in", part);
          return (of.except === undefined ? theirs : theirs.where("device", "!=", of.except)).execute();
        }));
  return ended.map(({ token_hash }) => token_hash);
}

async function putDevice(db: Kysely<Tables>, device: DeviceRow): Promise<void> {
  const row: DevicesTable = {
    id: device.id,
    person: device.person,
    name: device.name,
    added_at: device.addedAt,
    last_seen_at: device.lastSeenAt,
    revoked_at: device.revokedAt ?? null,
  };
  await db
    .insertInto("devices")
    .values(row)
    .onConflict((c) =>
      c
        .column("id")
        .doUpdateSet({ name: row.name, last_seen_at: row.last_seen_at, revoked_at: row.revoked_at }),
    )
    .execute();
}

const deviceOf = (row: DevicesTable): DeviceRow => ({
  id: row.id,
  person: row.person as PersonId,
  name: row.name,
  addedAt: row.added_at,
  lastSeenAt: row.last_seen_at,
  ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
});

async function putSession(db: Kysely<Tables>, session: SessionRow): Promise<void> {
  const row: SessionsTable = {
    token_hash: session.tokenHash,
    person: session.person,
    device: session.device,
    signed_in_at: session.signedInAt,
    expires_at: session.expiresAt,
    last_seen_at: session.lastSeenAt,
  };
  await db
    .insertInto("sessions")
    .values(row)
    .onConflict((c) =>
      c.column("token_hash").doUpdateSet({ expires_at: row.expires_at, last_seen_at: row.last_seen_at }),
    )
    .execute();
}

const sessionOf = (row: SessionsTable): SessionRow => ({
  tokenHash: row.token_hash,
  person: row.person as PersonId,
  device: row.device,
  signedInAt: row.signed_in_at,
  expiresAt: row.expires_at,
  lastSeenAt: row.last_seen_at,
});
