/**
 * The hashes of `#model/record/bytes.ts` as the server works them out: the same ones, in a seventh of the time, since Node
 * brings a program of the machine's own for them.
 */
import { hash } from "node:crypto";
import type { Hash } from "#model/record/bytes.ts";

/** The hash of bytes, or of a text's UTF-8. */
export const hashOf = (content: Uint8Array | string): Hash =>
  hash("sha256", content, "hex").slice(0, 32) as Hash;

/** What one record adds to the digest of a scope. Source: RULES S9. */
export const digestOf = (id: string, stateHash: Hash): number =>
  Number.parseInt(hashOf(`${id} ${stateHash}`).slice(0, 12), 16);
