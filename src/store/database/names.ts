/** What the databases of this device are called. Imports nothing, since the first reading begins before anything else runs. */
import type { PersonId } from "#model/id.ts";

/** The device's own small database. */
export const deviceDatabaseName = "waymark-device";

/** One person's records, as RxDB is asked for them. */
export const databaseName = (person: PersonId): string => `waymark-${person}`;

/** How the names begin of what RxDB's Dexie storage makes of one person's records. */
export const recordsDatabasePrefix = (person: PersonId): string => `rxdb-dexie-${databaseName(person)}--`;

/** One person's own tables. */
export const ownDatabaseName = (person: PersonId): string => `waymark-${person}-own`;

/** How the keys begin under which anybody's tabs jot down what is not durable when their page goes away. */
export const anyJottingsPrefix = "waymark-jotted-";

/** The same of one person. */
export const jottingsPrefix = (person: PersonId): string => `${anyJottingsPrefix}${person}/`;

/** What tabs jot down of somebody once the browser has cleared the rest: this device does not know them any more. */
export const anyLastJottingsPrefix = "waymark-last-jotted-";

/** The same of one person. */
export const lastJottingsPrefix = (person: PersonId): string => `${anyLastJottingsPrefix}${person}/`;
