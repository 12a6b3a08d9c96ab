/** What the measured page offers to the measurements, each answering with the milliseconds it took. */
import { personOfLearner } from "#model/id.ts";
import type { LearnerId } from "#model/id.ts";
import type { Account } from "#store/account.ts";
import type { Side } from "#tests/bench/measurement.ts";

/** By which way a list is asked: as the app does from its first line on, through the open store, or of plain IndexedDB. */
export type Way = Side | "open-store";

/** Where the page finds the records it writes: msgpack of an array of `HeldRecord`. */
export const recordsPath = "/bench/records";

/** How many learners those records are spread over, each with equally many. */
export const learnerCount = 25;

/** The learner of a number from 0. */
export const benchLearner = (number: number): LearnerId => `learner_${String(number).padStart(26, "0")}`;

/** Whose device the page stands for: the first learner. */
export const benchPerson = personOfLearner(benchLearner(0));

/** The functions of the page, one a measurement. */
export interface PageBench {
  /** Writes all records, a page of a pull at a time, into an empty database; opening it is not counted. */
  readonly storeAll: (side: Side) => Promise<number>;
  /** Types into an entry so often, each edit durable before the next; one time an edit. */
  readonly editOne: (side: Side, edits: number) => Promise<readonly number[]>;
  /** Makes of what `storeAll` wrote the device of somebody who has fetched everything. */
  readonly moveIn: () => Promise<void>;
  /** Opens what `storeAll` filled and reads one learner's entries, newest first, with their values. */
  readonly listCold: (way: Way) => Promise<number>;
  /** Fetches everything from the server this page came from, until it is durable and listed; leaves nothing behind. */
  readonly firstSync: (side: Side, account: Account) => Promise<number>;
  /** Deletes everything this page stored. */
  readonly clear: () => Promise<void>;
}

declare global {
  interface Window {
    readonly bench: PageBench;
  }
}
