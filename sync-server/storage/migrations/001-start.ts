/** Version 1: records with their scopes and history, memberships, and accounts. */
import type { Kysely } from "kysely";
import type { ColumnTypes } from "./migrate.ts";

/** Makes every table of version 1. */
export async function start(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await createRecordTables(db, types);
  await createScopeTables(db, types);
  await createFactTables(db, types);
  await createAccountTables(db, types);
  await createSignInTables(db, types);
}

async function createRecordTables(db: Kysely<unknown>, { text, whole, bytes }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable("records")
    .addColumn("id", text, (c) => c.primaryKey().notNull())
    .addColumn("kind", text, (c) => c.notNull())
    .addColumn("learner", text)
    .addColumn("org", text)
    .addColumn("about", text)
    .addColumn("created_by", text, (c) => c.notNull())
    .addColumn("created_at", whole, (c) => c.notNull())
    .addColumn("arrived_at", whole, (c) => c.notNull())
    .addColumn("number", whole)
    .addColumn("hash", text, (c) => c.notNull())
    .addColumn("summary", text)
    .addColumn("size_bytes", whole, (c) => c.notNull())
    .addColumn("state", bytes, (c) => c.notNull())
    .execute();
  await db.schema.createIndex("records_by_learner").on("records").columns(["learner", "kind"]).execute();
  await db.schema.createIndex("records_by_kind").on("records").column("kind").execute();
  await db.schema
    .createIndex("records_by_about")
    .on("records")
    .column("about")
    .where("about", "is not", null)
    .execute();
  await db.schema
    .createTable("history")
    .addColumn("record", text, (c) => c.notNull())
    .addColumn("position", whole, (c) => c.notNull())
    .addColumn("at", whole, (c) => c.notNull())
    .addColumn("by", text, (c) => c.notNull())
    .addColumn("device", text, (c) => c.notNull())
    .addColumn("previous", bytes)
    .addPrimaryKeyConstraint("history_key", ["record", "position"])
    .execute();
  await db.schema
    .createTable("clients")
    .addColumn("record", text, (c) => c.notNull())
    .addColumn("client", whole, (c) => c.notNull())
    .addColumn("device", text, (c) => c.notNull())
    .addPrimaryKeyConstraint("clients_key", ["record", "client"])
    .execute();
}

async function createScopeTables(db: Kysely<unknown>, { text, whole, keyed }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable("scope_rows")
    .addColumn("scope", text, (c) => c.notNull())
    .addColumn("record", text, (c) => c.notNull())
    .addColumn("position", whole, (c) => c.notNull())
    .addColumn("has_left", whole, (c) => c.notNull())
    .addPrimaryKeyConstraint("scope_rows_key", ["scope", "record"])
    .modifyEnd(keyed)
    .execute();
  await db.schema
    .createIndex("scope_rows_in_order")
    .on("scope_rows")
    .columns(["scope", "position"])
    .execute();
  await db.schema.createIndex("scope_rows_by_record").on("scope_rows").column("record").execute();
  await db.schema
    .createTable("scopes")
    .addColumn("scope", text, (c) => c.primaryKey().notNull())
    .addColumn("position", whole, (c) => c.notNull())
    .addColumn("digest", whole, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("positions")
    .addColumn("name", text, (c) => c.primaryKey().notNull())
    .addColumn("value", whole, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("meta")
    .addColumn("name", text, (c) => c.primaryKey().notNull())
    .addColumn("text", text, (c) => c.notNull())
    .execute();
}

async function createFactTables(db: Kysely<unknown>, { text, whole, bytes }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable("memberships")
    .addColumn("id", text, (c) => c.primaryKey().notNull())
    .addColumn("role", text, (c) => c.notNull())
    .addColumn("learner", text)
    .addColumn("org", text)
    .addColumn("person", text)
    .addColumn("organisation", text)
    .addColumn("ended", whole, (c) => c.notNull())
    .execute();
  for (const side of ["learner", "org", "person", "organisation"])
    await db.schema
      .createIndex(`memberships_by_${side}`)
      .on("memberships")
      .column(side)
      .where(side, "is not", null)
      .execute();
  await db.schema
    .createTable("endings")
    .addColumn("id", text, (c) => c.primaryKey().notNull())
    .addColumn("membership", text, (c) => c.notNull())
    .addColumn("subject", text, (c) => c.notNull())
    .execute();
  await db.schema.createIndex("endings_by_membership").on("endings").column("membership").execute();
  await db.schema
    .createTable("choices")
    .addColumn("id", text, (c) => c.primaryKey().notNull())
    .addColumn("entry", text, (c) => c.notNull())
    .addColumn("learner", text, (c) => c.notNull())
    .addColumn("shared_with", text, (c) => c.notNull())
    .addColumn("replaces", text, (c) => c.notNull())
    .execute();
  await db.schema.createIndex("choices_by_entry").on("choices").column("entry").execute();
  await db.schema
    .createTable("closings")
    .addColumn("learner", text, (c) => c.notNull())
    .addColumn("series", text, (c) => c.notNull())
    .addColumn("number", whole, (c) => c.notNull())
    .addColumn("review", text, (c) => c.notNull())
    .addPrimaryKeyConstraint("closings_key", ["learner", "series", "number"])
    .execute();
  await db.schema
    .createTable("tray")
    .addColumn("id", text, (c) => c.notNull())
    .addColumn("hash", text, (c) => c.notNull())
    .addColumn("learner", text)
    .addColumn("person", text, (c) => c.notNull())
    .addColumn("device", text, (c) => c.notNull())
    .addColumn("envelope", text, (c) => c.notNull())
    .addColumn("state", bytes, (c) => c.notNull())
    .addColumn("at", whole, (c) => c.notNull())
    .addPrimaryKeyConstraint("tray_key", ["person", "id", "hash"])
    .execute();
  await db.schema.createIndex("tray_by_learner").on("tray").column("learner").execute();
}

async function createAccountTables(db: Kysely<unknown>, { text, whole }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable("users")
    .addColumn("person", text, (c) => c.primaryKey().notNull())
    .addColumn("user_name", text, (c) => c.notNull())
    .addColumn("user_name_key", text, (c) => c.notNull().unique())
    .addColumn("password", text)
    .addColumn("left_at", whole)
    .execute();
  await db.schema
    .createTable("codes")
    .addColumn("hash", text, (c) => c.primaryKey().notNull())
    .addColumn("person", text, (c) => c.notNull())
    .addColumn("issued_by", text, (c) => c.notNull())
    .addColumn("issued_at", whole, (c) => c.notNull())
    .addColumn("expires_at", whole, (c) => c.notNull())
    .addColumn("used_at", whole)
    .execute();
  await db.schema.createIndex("codes_by_person").on("codes").column("person").execute();
  await db.schema
    .createTable("outside_ids")
    .addColumn("source", text, (c) => c.notNull())
    .addColumn("outside_id", text, (c) => c.notNull())
    .addColumn("id", text, (c) => c.notNull())
    .addPrimaryKeyConstraint("outside_ids_key", ["source", "outside_id"])
    .execute();
  await db.schema
    .createTable("acts")
    .addColumn("at", whole, (c) => c.notNull())
    .addColumn("by", text, (c) => c.notNull())
    .addColumn("act", text, (c) => c.notNull())
    .addColumn("about", text)
    .execute();
}

async function createSignInTables(db: Kysely<unknown>, { text, whole }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable("devices")
    .addColumn("id", text, (c) => c.primaryKey().notNull())
    .addColumn("person", text, (c) => c.notNull())
    .addColumn("name", text, (c) => c.notNull())
    .addColumn("added_at", whole, (c) => c.notNull())
    .addColumn("last_seen_at", whole, (c) => c.notNull())
    .addColumn("revoked_at", whole)
    .execute();
  await db.schema.createIndex("devices_by_person").on("devices").column("person").execute();
  await db.schema
    .createTable("sessions")
    .addColumn("token_hash", text, (c) => c.primaryKey().notNull())
    .addColumn("person", text, (c) => c.notNull())
    .addColumn("device", text, (c) => c.notNull())
    .addColumn("signed_in_at", whole, (c) => c.notNull())
    .addColumn("expires_at", whole, (c) => c.notNull())
    .addColumn("last_seen_at", whole, (c) => c.notNull())
    .execute();
  await db.schema.createIndex("sessions_by_person").on("sessions").column("person").execute();
  await db.schema.createIndex("sessions_by_device").on("sessions").column("device").execute();
  await db.schema
    .createTable("tries")
    .addColumn("name", text, (c) => c.primaryKey().notNull())
    .addColumn("count", whole, (c) => c.notNull())
    .addColumn("since", whole, (c) => c.notNull())
    .execute();
}
