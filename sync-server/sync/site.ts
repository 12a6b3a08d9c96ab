/** What everything that answers a device stands on. */
import type { FastifyBaseLogger } from "fastify";
import type { Envelope } from "#model/record/envelope.ts";
import type { HeldRecord } from "#model/wire/protocol.ts";
import type { KeptRecord, Storage } from "#server/storage/storage.ts";
import type { Surroundings } from "#server/surroundings.ts";
import type { Metrics } from "#server/watching/metrics.ts";
import type { Bell } from "#server/bell/bell.ts";
import { envelopeOf } from "#server/sync/desk/kept.ts";
import type { Signet } from "./signet.ts";

/** The running server, as its parts see it. */
export interface Site {
  readonly storage: Storage;
  readonly surroundings: Surroundings;
  readonly signet: Signet;
  readonly bell: Bell;
  readonly metrics: Metrics;
  /** Takes away again what the journal knows, once it shows that the storage was set back. */
  readonly takeAwayAgain?: () => Promise<unknown>;
  readonly log: Pick<FastifyBaseLogger, "info" | "warn" | "error">;
}

/** A kept record as it travels, with the server's word for it. */
export function heldRecord(
  { signet }: Pick<Site, "signet">,
  { state, hash, ...record }: KeptRecord,
): HeldRecord {
  const envelope = envelopeOf(record) as HeldRecord["envelope"];
  return { envelope, stamps: record.stamps, state, hash, receipt: receiptOf(signet, { ...record, hash }) };
}

/** The receipt of a kept record. */
export const receiptOf = (
  signet: Signet,
  record: Pick<KeptRecord, "id" | "kind" | "learner" | "org" | "stamps" | "hash">,
): string => signet.receipt({ envelope: envelopeOf(record), stamps: record.stamps, hash: record.hash });

/** An envelope without what the server stamps. */
export const bareEnvelope = ({ id, kind, learner, org }: Envelope): Envelope => ({
  id,
  kind,
  ...(learner && { learner }),
  ...(org && { org }),
});
