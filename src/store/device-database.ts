/**
 * What this device knows before anybody's own database is open: who uses it, and the id the server
 * gave it. No word of a record is here. In plain IndexedDB, since the first page waits for it.
 */
import type { PersonId } from "#model/id.ts";
import type { Account } from "./account.ts";
import { deviceDatabaseName } from "#store/database/names.ts";
import { answerTo, openOrMake, stored } from "#store/database/native.ts";

/** Someone who signed in on this device. */
interface Person {
  readonly person: PersonId;
  readonly account: Account;
  /** True for the one who uses the device now. */
  readonly isHere: boolean;
  /** True from signing out until everything of theirs is deleted. */
  readonly isLeaving: boolean;
}

/** The device's own small database. */
export interface DeviceDatabase {
  /** The account of whoever uses this device now. */
  here(): Promise<Account | undefined>;
  /** Makes this account the one that uses the device. */
  arrive(account: Account): Promise<void>;
  /** Notes that everything of this person is to be deleted; nobody uses the device from now on. */
  leave(person: PersonId): Promise<void>;
  /** Everybody of whom something may be here. */
  people(): Promise<readonly PersonId[]>;
  /** The people of whom something may still be here although they signed out. */
  leaving(): Promise<readonly PersonId[]>;
  /** Forgets a person of whom nothing is here any more. */
  forget(person: PersonId): Promise<void>;
  /** The id the server gave this device at an earlier sign-in. */
  deviceId(): Promise<string | undefined>;
  /** Whether the server still has to hear of a sign-out made without a connection. */
  owesSignOut(): Promise<boolean>;
  oweSignOut(owes: boolean): Promise<void>;
}

const isHere = (person: Person): boolean => person.isHere;

/** Ten times the number that an app before gave it through Dexie, as Dexie counts. */
const version = 10;

function makeTables(database: IDBDatabase): void {
  database.createObjectStore("people", { keyPath: "person" });
  database.createObjectStore("notes");
}

interface Tables {
  readonly people: IDBObjectStore;
  readonly notes: IDBObjectStore;
}

/** Opened for each turn, since there are few and a connection may be closed by the browser. Durable when it resolves. */
async function turn<T>(mode: IDBTransactionMode, take: (tables: Tables) => Promise<T>): Promise<T> {
  const database = await openOrMake(deviceDatabaseName, version, makeTables);
  try {
    const transaction = database.transaction(["people", "notes"], mode, { durability: "strict" });
    const [people, notes] = [transaction.objectStore("people"), transaction.objectStore("notes")];
    const isStored = mode === "readwrite" ? stored(transaction) : undefined;
    const [taken] = await Promise.all([take({ people, notes }), isStored]);
    return taken;
  } finally {
    database.close();
  }
}

const everybody = async (people: IDBObjectStore): Promise<readonly Person[]> =>
  (await answerTo<unknown[]>(people.getAll())) as Person[];

/** The device's own database; opened for each call. */
export const createDeviceDatabase = (): DeviceDatabase => ({
  here: () => turn("readonly", async ({ people }) => (await everybody(people)).find(isHere)?.account),
  arrive: (account) =>
    turn("readwrite", async ({ people, notes }) => {
      for (const before of await everybody(people)) people.put({ ...before, isHere: false });
      const { person, device } = account;
      people.put({ person, account, isHere: true, isLeaving: false } satisfies Person);
      notes.put(device, "device");
    }),
  leave: (person) =>
    turn("readwrite", async ({ people }) => {
      const found = (await answerTo<unknown>(people.get(person))) as Person | undefined;
      if (found) people.put({ ...found, isHere: false, isLeaving: true } satisfies Person);
    }),
  people: () => turn("readonly", async ({ people }) => (await everybody(people)).map(({ person }) => person)),
  leaving: () =>
    turn("readonly", async ({ people }) => {
      const left = (await everybody(people)).filter(({ isLeaving }) => isLeaving);
      return left.map(({ person }) => person);
    }),
  forget: (person) => turn("readwrite", async ({ people }) => void people.delete(person)),
  deviceId: () => turn("readonly", async ({ notes }) => asText(await answerTo<unknown>(notes.get("device")))),
  owesSignOut: () =>
    turn("readonly", async ({ notes }) => (await answerTo<unknown>(notes.get(owed))) === true),
  oweSignOut: (owes) => turn("readwrite", async ({ notes }) => void notes.put(owes, owed)),
});

const owed = "owes-sign-out";

const asText = (note: unknown): string | undefined => (typeof note === "string" ? note : undefined);
