/**
 * Which life of the data this is. A server restored from an older copy begins a new epoch; devices
 * that notice offer what they hold before they forget anything. Source: RULES S11, P4.
 */
import type { Instant } from "#model/time.ts";
import type { Storage, Transaction } from "#server/storage/storage.ts";
import type { Surroundings } from "#server/surroundings.ts";

/** The epoch, and whether devices are still bringing back what was lost. */
export interface Epoch {
  readonly name: string;
  /** While true no device is told to forget anything. */
  readonly isRecovering: boolean;
}

/** How long a restored server waits for devices before it lets them forget: a summer holiday, in milliseconds. */
const recoveryMs = 60 * 24 * 3600 * 1000;

/** The epoch of this storage. Throws when none was begun. */
export async function epochOf({ meta }: Transaction, now: Instant): Promise<Epoch> {
  const words = await meta.all(["epoch", "recovering-until"]);
  const name = words.get("epoch");
  if (name === undefined) throw new Error("this storage has no epoch: call beginEpoch first");
  return { name, isRecovering: now < Number(words.get("recovering-until") ?? 0) };
}

/** Whether this server was ever in an epoch of this name, or has heard of it. */
export const knowsEpoch = async ({ meta }: Transaction, name: string): Promise<boolean> =>
  (await meta.get("epoch")) === name || (await pastEpochs(meta)).includes(name);

const pastEpochs = async (meta: Transaction["meta"]): Promise<readonly string[]> =>
  JSON.parse((await meta.get("past-epochs")) ?? "[]") as string[];

/** Begins the first epoch of a new storage; does nothing to one that has an epoch. */
export const beginEpoch = (storage: Storage, { secrets }: Pick<Surroundings, "secrets">): Promise<void> =>
  storage.write(async ({ meta }) => {
    if ((await meta.get("epoch")) === undefined) await meta.put("epoch", freshName(secrets));
  });

/** Begins a new epoch, after a restore: every device is asked for what it holds, and none forgets anything meanwhile. */
export const renewEpoch = (
  storage: Storage,
  surroundings: Pick<Surroundings, "secrets" | "clock">,
): Promise<void> => storage.write((t) => renewEpochIn(t, surroundings));

/** The same inside a transaction. `heardOf` is an epoch that this server no longer knows it was in. */
export async function renewEpochIn(
  { meta }: Transaction,
  { secrets, clock }: Pick<Surroundings, "secrets" | "clock">,
  heardOf?: string,
): Promise<void> {
  const past = new Set([...(await pastEpochs(meta)), (await meta.get("epoch")) ?? "", heardOf ?? ""]);
  past.delete("");
  await meta.put("past-epochs", JSON.stringify([...past]));
  await meta.put("epoch", freshName(secrets));
  await meta.put("recovering-until", String(clock() + recoveryMs));
}

/** Ends the wait for devices: from now on they forget what they may no longer hold. */
export const endRecovery = (storage: Storage): Promise<void> =>
  storage.write(({ meta }) => meta.put("recovering-until", "0"));

const freshName = (secrets: Surroundings["secrets"]): string => Buffer.from(secrets(9)).toString("base64url");
