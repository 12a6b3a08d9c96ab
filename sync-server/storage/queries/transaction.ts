/**
 * What a transaction may do, in queries that SQLite and PostgreSQL both understand. Rows go in and out
 * many at a time: one statement for hundreds is ten times as fast as hundreds of statements.
 */
import type { Kysely } from "kysely";
import type { Transaction } from "#server/storage/storage.ts";
import type { Tables } from "#server/storage/tables.ts";
import { accountsOn } from "./accounts.ts";
import { factsOn } from "./facts.ts";
import { historyOn } from "./history.ts";
import { journalOn } from "./journal.ts";
import { membershipsOn } from "./memberships.ts";
import { metaOn } from "./meta.ts";
import { recordsOn } from "./records.ts";
import { scopesOn } from "./scopes.ts";

const transactions = new WeakMap<object, Transaction>();

/** The contract of a transaction, on a connection that has begun one: the same for each that it begins. */
export function transactionOn(db: Kysely<Tables>): Transaction {
  const known = transactions.get(db) ?? allOn(db);
  transactions.set(db, known);
  return known;
}

const allOn = (db: Kysely<Tables>): Transaction => ({
  meta: metaOn(db),
  records: recordsOn(db),
  scopes: scopesOn(db),
  history: historyOn(db),
  memberships: membershipsOn(db),
  facts: factsOn(db),
  accounts: accountsOn(db),
  journal: journalOn(db),
});
