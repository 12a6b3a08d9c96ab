/** A planted mistake, loaded before the product's own main file: what is written to PostgreSQL no longer waits for the disk. */
import { Client } from "pg";

const { query } = Client.prototype as { query: (this: Client, ...given: unknown[]) => unknown };

const hasty = (given: unknown): unknown =>
  typeof given === "string" ? given.replace("synchronous_commit = on", "synchronous_commit = off") : given;

Client.prototype.query = function (this: Client, first: unknown, ...others: unknown[]) {
  return query.call(this, hasty(first), ...others);
} as typeof Client.prototype.query;
