/** What the system refuses while a server starts, and what its operator can do about it. Whatever has no words here is a bug. */
import { NewerTables } from "#server/storage/migrations/migrate.ts";
import { PostgresUnusable } from "#server/storage/postgres-unusable.ts";
import { StorageFailure } from "#server/storage/storage.ts";
import { CannotStart, type Trouble } from "./advice.ts";

/** What to print for something that was thrown at the start; undefined for a bug. */
export function adviceFor(error: unknown): string | undefined {
  if (error instanceof CannotStart || error instanceof PostgresUnusable) return error.advice;
  if (error instanceof NewerTables) return new CannotStart(newerTables(error)).advice;
  if (error instanceof StorageFailure) return new CannotStart(storageFailed(error)).advice;
  return undefined;
}

/** Does this; what the system or SQLite refuses comes out as {@link CannotStart}, where there are words for it. */
export async function orSayWhy<T>(
  troubleOf: (code: string) => Omit<Trouble, "said"> | undefined,
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof StorageFailure ? error.cause : error;
    const trouble = reason instanceof Error ? troubleOf(codeOf(reason)) : undefined;
    if (!trouble || !(reason instanceof Error)) throw error;
    throw new CannotStart({ ...trouble, said: reason.message }, error);
  }
}

/** The code of the system, or of SQLite by its name. */
function codeOf(error: Error): string {
  if ("errcode" in error && typeof error.errcode === "number") return sqliteCodes[error.errcode & 0xff] ?? "";
  return "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Source: SQLite's result codes. */
const sqliteCodes: Readonly<Record<number, string>> = {
  5: "busy",
  8: "read-only",
  10: "unreadable",
  11: "damaged",
  13: "ENOSPC",
  14: "cannot-open",
  26: "damaged",
};

const again = "Then start this server again.";

/** Listening at an address. `names` are the variables that say where. */
export const listening =
  ({ port, host, names }: { port: number; host: string; names: { port: string; host: string } }) =>
  (code: string): Omit<Trouble, "said"> | undefined => {
    if (code === "EADDRINUSE")
      return {
        wrong: `Port ${port} is in use: something else answers there, perhaps Waymark already.`,
        remedy: [`Stop that, or choose another port, as in ${names.port}=${port + 1}. ${again}`],
      };
    if (code === "EACCES")
      return {
        wrong: `The user of this server may not serve on port ${port}.`,
        remedy: [
          `Choose a port from 1024 on, as in ${names.port}=8080, and let a proxy serve the usual one. ${again}`,
        ],
      };
    if (["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN"].includes(code))
      return {
        wrong: `${names.host} is “${host}”, which is no address of this machine.`,
        remedy: [`Leave it out to serve this machine alone, or give 0.0.0.0 for every address. ${again}`],
      };
    return undefined;
  };

const folderCodes: ReadonlySet<string> = new Set([
  "EEXIST",
  "ENOTDIR",
  "EACCES",
  "EPERM",
  "EROFS",
  "ENOENT",
  "cannot-open",
  "read-only",
]);

/** Making a folder and writing in it. `name` is the variable that says which. */
export const folder =
  (name: "DATA_DIR" | "JOURNAL_DIR", path: string) =>
  (code: string): Omit<Trouble, "said"> | undefined => {
    if (folderCodes.has(code))
      return {
        wrong: `${name} is “${path}”, which is no folder that the user of this server may write in.`,
        remedy: [
          `See that it is a folder and whose it is, or name another. A server on another folder begins empty. ${again}`,
        ],
      };
    if (code === "ENOSPC") return { wrong: `The disk of “${path}” is full.`, remedy: [makeRoom] };
    if (code === "busy")
      return {
        wrong: `A restore is at work in “${path}”.`,
        remedy: [`Wait until it has ended. ${again}`],
      };
    return undefined;
  };

const makeRoom = `Make room there, and delete no file of the database. ${again}`;

/** Opening the embedded database. */
export const databaseFile =
  (file: string) =>
  (code: string): Omit<Trouble, "said"> | undefined => {
    if (code === "damaged" || code === "unreadable")
      return {
        wrong: `“${file}” is damaged, or is no database.`,
        remedy: [
          "Keep it, and the files beside it: move nothing and delete nothing by hand.",
          "npm run restore -- YOUR_BACKUP puts the last backup in its place and keeps this one beside it.",
          "What people wrote since comes back from their devices.",
        ],
      };
    return folder("DATA_DIR", file)(code);
  };

const newerTables = ({ found, known }: NewerTables): Trouble => ({
  wrong: `A newer Waymark has used this database: its tables are of version ${found}, this one knows ${known}.`,
  remedy: ["Start the newer one. There is no way back but a backup from before the update."],
});

const storageFailed = ({ code, cause }: StorageFailure): Trouble => ({
  wrong: code === "storage-full" ? "The disk of the database is full." : "The database cannot be used.",
  remedy: [
    code === "storage-full" ? makeRoom : `Look at what was answered, below, and at the disk. ${again}`,
  ],
  said: cause instanceof Error ? cause.message : undefined,
});
