/** Where an installation keeps what it has, as the environment says: the server and the commands beside it read it here alike. */
import { join } from "node:path";

/** The places of one installation. */
export interface Places {
  /** The folder of everything that is not in a database of its own. */
  readonly dataFolder: string;
  /** The file of the embedded database, used when there is no `databaseUrl`. */
  readonly databaseFile: string;
  /** The address of a PostgreSQL database. */
  readonly databaseUrl: string | undefined;
  /** The folder of the journal; best on another disk than the database. */
  readonly journalFolder: string;
}

/** The places that these variables name. */
export function placesIn(environment: Readonly<Record<string, string | undefined>>): Places {
  const dataFolder = environment["DATA_DIR"] ?? "./data";
  return {
    dataFolder,
    databaseFile: join(dataFolder, "waymark.db"),
    databaseUrl: environment["DATABASE_URL"],
    journalFolder: environment["JOURNAL_DIR"] ?? join(dataFolder, "journal"),
  };
}
