/**
 * What an operator reads when PostgreSQL cannot be used at the start: what is wrong, what is safe, what to do, and
 * last what PostgreSQL or the system said. Never the address as a whole, which holds the password.
 */
import { Client, escapeIdentifier } from "pg";
import { adviceOn } from "#server/start/advice.ts";
import { StorageFailure } from "./storage.ts";

/** Thrown at the start, and only then. Nothing has been changed in the database. */
export class PostgresUnusable extends StorageFailure {
  /** Lines to print. */
  readonly advice: string;

  constructor(cause: unknown, advice: string) {
    super("storage-failed", cause);
    this.advice = advice;
  }
}

/** What makes a database unfit though it answers. */
export type Unfitness = "handed-out-by-transaction" | "too-few-connections" | "not-unicode" | "no-address";

/** Thrown for a database that answers and must not be used all the same. */
export class Unfit extends StorageFailure {
  readonly why: Unfitness;

  constructor(why: Unfitness) {
    super("storage-failed", undefined);
    this.why = why;
  }
}

/** The same failure with words for an operator. What is no failure of the database comes back as it is. */
export function unusable(error: unknown, url: string): unknown {
  if (!(error instanceof StorageFailure)) return error;
  const { cause } = error;
  const code = error instanceof Unfit ? error.why : codeOf(cause);
  const { wrong, remedy } = wordsFor(code, placeOf(url));
  const said = cause instanceof Error && cause.message !== "" ? cause.message : undefined;
  const advice = adviceOn({
    wrong: `The database cannot be used: ${wrong}`,
    remedy,
    said: said === undefined ? undefined : `${said}${code === "" ? "" : ` (${code})`}`,
  });
  return new PostgresUnusable(cause ?? error, advice);
}

/** Refuses an address that the driver cannot read, or that is of something else. Throws {@link Unfit}. */
export function checkAddress(url: string): void {
  if (!/^(?:postgres(?:ql)?:|socket:|\/)/.test(url) || placeOf(url) === nowhere)
    throw new Unfit("no-address");
}

/** Where an address leads. */
interface Place {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly hasPassword: boolean;
}

const nowhere: Place = { host: "", port: 0, user: "", database: "", hasPassword: true };

/** As the driver reads it, without going there; nowhere if it cannot. A certificate that cannot be read is told by whoever connects. */
function placeOf(url: string): Place {
  try {
    const [address = ""] = url.split("?");
    const { host, port, user = "", database = "", password } = new Client(address);
    return { host, port, user, database, hasPassword: typeof password === "string" && password !== "" };
  } catch {
    return nowhere;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

interface Words {
  readonly wrong: string;
  readonly remedy: readonly string[];
}

/** Signs that mean something else in an address. */
const signs = "In DATABASE_URL write % as %25, / as %2F, ? as %3F, # as %23, @ as %40.";

function wordsFor(code: string, place: Place): Words {
  const words = wordsByCode[code];
  if (words !== undefined) return words(place);
  if (/^(?:CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(code)) return noProof(place);
  return {
    wrong: `PostgreSQL at ${at(place)} did not let this server work.`,
    remedy: [
      "Look at what was answered, below, and at PostgreSQL's own log.",
      ...(place.hasPassword
        ? []
        : ["DATABASE_URL holds no password: postgres://USER:PASSWORD@HOST/DATABASE."]),
      "Then start this server again.",
    ],
  };
}

const at = ({ host, port }: Place): string => `${host}, port ${port}`;

const noProof = (place: Place): Words => ({
  wrong: `what answers at ${at(place)} does not prove to be the database.`,
  remedy: [
    "Name the authority that signed its certificate: ?sslmode=verify-full&sslrootcert=/path/to/ca.pem",
    "at the end of DATABASE_URL, and the host as the certificate has it.",
  ],
});

const nobodyThere = (place: Place): Words => ({
  wrong: `nothing answers at ${at(place)}.`,
  remedy: [
    "See that PostgreSQL runs, that it listens there, and that no firewall is between.",
    "If host or port is another, correct DATABASE_URL. Then start this server again.",
  ],
});

const nameUnknown = ({ host }: Place): Words => ({
  wrong: `there is no machine called “${host}”.`,
  remedy: [
    "Correct the host in DATABASE_URL: postgres://USER:PASSWORD@HOST:PORT/DATABASE.",
    "Is this not the host? Then a sign in the password was read as its end.",
    signs,
  ],
});

const notYet = (place: Place): Words => ({
  wrong: `PostgreSQL at ${at(place)} is starting or stopping.`,
  remedy: ["Start this server again when PostgreSQL runs."],
});

const ownership = ({ user, database }: Place): string =>
  `alter database ${escapeIdentifier(database)} owner to ${escapeIdentifier(user)};`;

/** By code of PostgreSQL, of the system, or of {@link Unfit}. */
const wordsByCode: Readonly<Record<string, (place: Place) => Words>> = {
  "28P01": ({ user, hasPassword }) => ({
    wrong: hasPassword
      ? `PostgreSQL does not take the password of “${user}”, or does not know that user.`
      : `DATABASE_URL holds no password for “${user}”.`,
    remedy: ["Correct the user and the password in DATABASE_URL.", signs],
  }),
  "28000": ({ user, database }) => ({
    wrong: `PostgreSQL does not let “${user}” into “${database}” from this machine.`,
    remedy: [
      "The user needs the right to log in, and a line in pg_hba.conf for this machine. If that line asks",
      "for TLS (hostssl), add ?sslmode=verify-full&sslrootcert=/path/to/ca.pem to DATABASE_URL.",
    ],
  }),
  "3D000": ({ user, database }) => ({
    wrong: `there is no database “${database}”.`,
    remedy: [
      "Correct its name in DATABASE_URL, or make it as somebody who may make databases:",
      `  create database ${escapeIdentifier(database)} owner ${escapeIdentifier(user)} encoding 'UTF8' template template0;`,
    ],
  }),
  "42501": (place) => ({
    wrong: `“${place.user}” may not make tables in “${place.database}”, or not use it at all.`,
    remedy: [
      "The user must own the database. As an administrator:",
      `  ${ownership(place)}`,
      "and every table in it that another user made: alter table … owner to …",
    ],
  }),
  "25006": (place) => ({
    wrong: `“${place.database}” at ${at(place)} can only be read.`,
    remedy: [
      "It is a copy that follows another server (a replica), or was set to be read only.",
      "Give the address of the server that takes writes in DATABASE_URL.",
    ],
  }),
  "53300": (place) => ({
    wrong: `PostgreSQL at ${at(place)} has no connection left for “${place.user}”.`,
    remedy: [
      "Each of these servers holds up to 11. Raise max_connections, or the limit of the user or the",
      "database, or end what holds the others. Then start this server again.",
    ],
  }),
  "53100": () => ({
    wrong: "the disk of the database is full.",
    remedy: ["Make room there, and delete no file of the database. Then start this server again."],
  }),
  "57P01": notYet,
  "57P02": notYet,
  "57P03": notYet,
  ECONNREFUSED: nobodyThere,
  ECONNRESET: nobodyThere,
  EHOSTUNREACH: nobodyThere,
  ENETUNREACH: nobodyThere,
  ETIMEDOUT: nobodyThere,
  ENOTFOUND: nameUnknown,
  EAI_AGAIN: nameUnknown,
  ENOENT: () => ({
    wrong: "a file that DATABASE_URL names is not there.",
    remedy: ["Correct sslrootcert, sslcert or sslkey in DATABASE_URL."],
  }),
  "handed-out-by-transaction": (place) => ({
    wrong: `the pooler at ${at(place)} gives each transaction another connection.`,
    remedy: [
      "This server listens on a connection, and keeps statements ready on each.",
      "Set pool_mode = session for this database in the pooler, or give PostgreSQL's own address in DATABASE_URL.",
    ],
  }),
  "too-few-connections": (place) => ({
    wrong: `the pooler at ${at(place)} has no second connection for “${place.user}”.`,
    remedy: [
      "Each of these servers holds up to 11, and whoever comes later waits. Raise default_pool_size, or",
      "pool_size of this database, in the pooler to 11 for each server. Then start this server again.",
    ],
  }),
  "not-unicode": ({ database, user }) => ({
    wrong: `“${database}” is not UTF8: it has no place for the letters of every name.`,
    remedy: [
      "Make a database that is, and name it in DATABASE_URL:",
      `  create database another_name owner ${escapeIdentifier(user)} encoding 'UTF8' locale 'C' template template0;`,
    ],
  }),
  "no-address": () => ({
    wrong: "DATABASE_URL is not an address of PostgreSQL.",
    remedy: ["Write it as postgres://USER:PASSWORD@HOST:PORT/DATABASE.", signs],
  }),
};
