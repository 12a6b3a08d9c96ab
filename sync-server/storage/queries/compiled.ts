/**
 * Statements that every push and pull asks. Their text is the same whenever they have as many parameters, so it is worked out
 * once: building it takes longer than SQLite takes to do what it says. A database that answers at once is asked directly:
 * a builder's way to it is a dozen promises, and each statement that waits wakes with each that is done.
 */
import { CompiledQuery, type Compilable, type Kysely } from "kysely";
import type { Tables } from "#server/storage/tables.ts";

/** Texts kept for each connection, and the parameters of the longest: long lists come in too many lengths. */
const [textsMax, parametersMax] = [1000, 1000];

/** Nothing of what was asked is kept with them. */
const texts = new WeakMap<object, Map<string, CompiledQuery>>();

/** Has a database answer a statement's text and parameters at once. Throws what the database does. */
export type AnswerAtOnce = (sql: string, parameters: readonly unknown[]) => readonly unknown[];

const answersAtOnce = new WeakMap<object, AnswerAtOnce>();

/** From now on these statements are asked directly wherever this connection is used. */
export const askAtOnce = (db: Kysely<Tables>, answer: AnswerAtOnce): void =>
  void answersAtOnce.set(db.getExecutor().adapter, answer);

/** A statement, and what it is asked with this time. */
export interface Asked<R> {
  /** What tells its text from any other's with as many parameters. */
  readonly name: string;
  /** Values in the order in which they stand in the text. */
  readonly parameters: readonly unknown[];
  /** The statement with these parameters, and with nothing else in it that may be different next time. */
  readonly build: () => Compilable<R>;
}

/** The rows a statement gives. Throws when it was built with other parameters than those named, which is a bug. */
export async function rowsOf<R>(db: Kysely<Tables>, asked: Asked<R>): Promise<R[]> {
  const text = compiled(db, asked);
  const atOnce = answersAtOnce.get(db.getExecutor().adapter);
  if (atOnce) return atOnce(text.sql, asked.parameters) as R[];
  const { rows } = await db.executeQuery<R>({ ...text, parameters: asked.parameters });
  return rows;
}

/** The values of rows, in the order in which an insertion takes them: column by column, row by row. */
export const valuesOf = <Row>(rows: readonly Row[], columns: readonly (keyof Row)[]): readonly unknown[] =>
  rows.flatMap((row) => columns.map((column) => row[column]));

function compiled<R>(db: Kysely<Tables>, { name, parameters, build }: Asked<R>): CompiledQuery<R> {
  const { adapter } = db.getExecutor();
  const known = texts.get(adapter) ?? new Map<string, CompiledQuery>();
  texts.set(adapter, known);
  const key = `${name} ${parameters.length}`;
  const text = known.get(key) as CompiledQuery<R> | undefined;
  if (text) return text;
  const made = build().compile();
  if (!areSame(made.parameters, parameters)) throw new Error(`"${name}" was built with other parameters`);
  if (parameters.length > parametersMax) return made;
  if (known.size >= textsMax) known.clear();
  known.set(key, CompiledQuery.raw(made.sql));
  return made;
}

const areSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((one, place) => Object.is(one, others[place]));
