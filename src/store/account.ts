/**
 * Who uses this device, and what is asked of the server in words rather than records: signing in
 * and out, devices, set-up, the school's list. Everything here but `whoIsHere` needs the network.
 */
import type { LearnerId, PersonId } from "#model/id.ts";

/** The person signed in on this device, known also offline. */
export interface Account {
  readonly person: PersonId;
  readonly name: string;
  readonly userName: string;
  /** The server's id of this device. */
  readonly device: string;
  /** Present when the person learns. */
  readonly learner?: LearnerId;
  /** What start screen they need. */
  readonly home: "learner" | "tutor" | "provider" | "coordinator" | "administrator";
  readonly signedInAt: number;
}
