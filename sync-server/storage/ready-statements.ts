/**
 * Which statements a connection keeps ready, so that the database reads and plans them once and not each time. A name
 * follows from the statement: should a connection ever be somebody else's, what is kept there under it is the same.
 */
import { createHash } from "node:crypto";

/** Those with longer lists come in too many lengths. */
const parametersMax = 64;
/** Statements kept ready on a connection. */
const statementsMax = 300;

/** Names for statements, the same on all connections. */
export interface ReadyStatements {
  /** Undefined for one that is not kept ready. */
  readonly nameOf: (sql: string, parameters: number) => string | undefined;
  /** From now on all are made ready anew. */
  readonly renew: () => void;
}

/** No names given yet. */
export function createReadyStatements(): ReadyStatements {
  const names = new Map<string, string>();
  let generation = 0;
  return {
    nameOf: (sql, parameters) => {
      if (parameters > parametersMax) return undefined;
      const known = names.get(sql);
      if (known !== undefined || names.size >= statementsMax) return known;
      const name = `waymark_${generation}_${createHash("sha256").update(sql).digest("hex").slice(0, 32)}`;
      names.set(sql, name);
      return name;
    },
    renew: () => {
      names.clear();
      generation += 1;
    },
  };
}
