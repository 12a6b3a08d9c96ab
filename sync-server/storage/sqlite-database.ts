/**
 * Node's own SQLite in the shape Kysely's dialect expects, with each statement prepared once. Failures
 * of the database itself come out as {@link StorageFailure}; a broken constraint or a mistyped statement is a bug and stays one.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { SqliteDatabase, SqliteStatement } from "kysely";
import { StorageFailure } from "./storage.ts";

/** Statements kept prepared; Kysely writes a new text for each length of a list. */
const statementLimit = 500;

/** Opens a file, or memory for `":memory:"`. What is deleted is overwritten, so that erased words are not in the file either; that costs nothing that could be measured. */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec(
    "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on; pragma cache_size = -65536; pragma temp_store = memory",
  );
  return database;
}

/** The database as Kysely uses it. Lists of parameters are typed `unknown` there; only what SQLite can hold is ever passed. */
export function asKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = statements.get(sql);
      if (known) return known;
      if (statements.size >= statementLimit) statements.clear();
      const statement = asKyselyStatement(guarded(() => database.prepare(sql)));
      statements.set(sql, statement);
      return statement;
    },
  };
}

/** Runs a statement's text and gives its rows; none where it gives none. */
export const answerOf =
  (database: SqliteDatabase) =>
  (text: string, parameters: readonly unknown[]): readonly unknown[] => {
    const statement = database.prepare(text);
    if (statement.reader) return statement.all(parameters);
    statement.run(parameters);
    return [];
  };

function asKyselyStatement(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => guarded(() => statement.all(...values(parameters))),
    run: (parameters) => guarded(() => statement.run(...values(parameters))),
    iterate: (parameters) => guarded(() => statement.iterate(...values(parameters))),
  };
}

/** Primary result codes of SQLite that are the machine's fault: busy, locked, read-only, I/O, corrupt, full, cannot open. */
const machineFaults = new Set([5, 6, 8, 10, 11, 13, 14]);
const full = 13;

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = resultCodeOf(error);
    if (code === undefined || !machineFaults.has(code)) throw error;
    throw new StorageFailure(code === full ? "storage-full" : "storage-failed", error);
  }
}

/** The primary result code; the upper bits of `errcode` say more, which nobody here needs. */
const resultCodeOf = (error: unknown): number | undefined =>
  error instanceof Error && "errcode" in error && typeof error.errcode === "number"
    ? error.errcode & 0xff
    : undefined;
