/**
 * The server's word, signed: receipts for records it keeps, and proofs of how far it had come. Whoever
 * brings one back, brings back what this server once said; its key is made once and lives as long as the data.
 * Source: RULES P5, P6.
 */
import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import type { Hash } from "#model/record/bytes.ts";
import type { Envelope, Stamps } from "#model/record/envelope.ts";
import type { Storage } from "#server/storage/storage.ts";
import type { Surroundings } from "#server/surroundings.ts";

/** What a receipt vouches for. */
export interface Receipted {
  readonly envelope: Pick<Envelope, "id" | "kind" | "learner" | "org">;
  readonly stamps: Stamps;
  readonly hash: Hash;
}

/** Signs and knows its own signatures. */
export interface Signet {
  receipt(of: Receipted): string;
  isReceipt(receipt: string, of: Receipted): boolean;
  proof(of: Seen): string;
  isProof(proof: string, of: Seen): boolean;
}

/** How far the server had come: a position in an epoch, with the mark of the commit that ended there. Version 1 of the protocol names no mark. */
export interface Seen {
  readonly epoch: string;
  readonly position: number;
  readonly mark?: string | undefined;
}

/** The signet of this storage; its key is made at the first opening. */
export async function openSignet(
  storage: Storage,
  { secrets }: Pick<Surroundings, "secrets">,
): Promise<Signet> {
  const key = await storage.write(async ({ meta }) => {
    const known = await meta.get("key");
    const text = known ?? Buffer.from(secrets(32)).toString("hex");
    if (known === undefined) await meta.put("key", text);
    return createSecretKey(text, "hex");
  });
  const sign = (...parts: readonly unknown[]): string =>
    createHmac("sha256", key).update(JSON.stringify(parts)).digest().subarray(0, 16).toString("base64url");
  const receipt = ({ envelope, stamps, hash }: Receipted): string =>
    sign(
      "receipt",
      envelope.id,
      envelope.kind,
      envelope.learner,
      envelope.org,
      stamps.createdBy,
      stamps.createdAt,
      stamps.arrivedAt,
      stamps.number,
      hash,
    );
  const proof = ({ epoch, position, mark }: Seen): string =>
    mark === undefined ? sign("position", epoch, position) : sign("history", epoch, position, mark);
  return {
    receipt,
    isReceipt: (text, of) => isSame(text, receipt(of)),
    proof,
    isProof: (text, seen) => isSame(text, proof(seen)),
  };
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
