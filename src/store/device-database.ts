/**
 * What this device knows before anybody's own database is open: who uses it, and the id the server
 * gave it. No word of a record is here.
 */
import { Dexie } from "dexie";
import type { Table } from "dexie";
import type { PersonId } from "#model/id.ts";
import type { Account } from "./account.ts";
import { deviceDatabaseName } from "#store/database/names.ts";

/** Someone who signed in on this device. */
export interface Person {
  readonly person: PersonId;
  readonly account: Account;
  /** True for the one who uses the device now. */
  readonly isHere: boolean;
  /** True from signing out until everything of theirs is deleted. */
  readonly isLeaving: boolean;
}

type Tables = Dexie & {
  readonly people: Table<Person, PersonId>;
  readonly notes: Table<unknown, string>;
};

/** The device's own small database. */
export interface DeviceDatabase {
  /** The account of whoever uses this device now. */
  here(): Promise<Account | undefined>;
  /** Makes this account the one that uses the device. */
  arrive(account: Account): Promise<void>;
  /** Notes that everything of this person is to be deleted; nobody uses the device from now on. */
  leave(person: PersonId): Promise<void>;
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

const openTables = (): Tables => {
  const database = new Dexie(deviceDatabaseName, { chromeTransactionDurability: "strict" });
  database.version(1).stores({ people: "person", notes: "" });
  return database as Tables;
};

/** The device's own database; opens with the first call. */
export function createDeviceDatabase(): DeviceDatabase {
  const tables = openTables();
  return {
    here: async () => (await tables.people.filter(({ isHere }) => isHere).first())?.account,
    arrive: (account) =>
      tables.transaction("rw", tables.people, tables.notes, async () => {
        await tables.people.toCollection().modify({ isHere: false });
        await tables.people.put({ person: account.person, account, isHere: true, isLeaving: false });
        await tables.notes.put(account.device, "device");
      }),
    leave: async (person) => void (await tables.people.update(person, { isHere: false, isLeaving: true })),
    leaving: () => tables.people.filter(({ isLeaving }) => isLeaving).primaryKeys(),
    forget: (person) => tables.people.delete(person),
    deviceId: async () => asText(await tables.notes.get("device")),
    owesSignOut: async () => (await tables.notes.get("owes-sign-out")) === true,
    oweSignOut: async (owes) => void (await tables.notes.put(owes, "owes-sign-out")),
  };
}

const asText = (note: unknown): string | undefined => (typeof note === "string" ? note : undefined);
