/** Hashes and the writing of bytes as text, the same on a device and on the server. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The first 16 bytes of a SHA-256, as 32 lower-case hexadecimal digits. */
export type Hash = string & { readonly Hash: unique symbol };

/** The hash of bytes, or of a text's UTF-8. */
export const hashOf = (content: Uint8Array | string): Hash =>
  bytesToHex(sha256(typeof content === "string" ? utf8ToBytes(content) : content).subarray(0, 16)) as Hash;

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** JSON with object keys in code-unit order and no undefined members: equal content, equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: Json) => {
    if (inner === null || typeof inner !== "object" || Array.isArray(inner)) return inner;
    const sorted: Record<string, Json | undefined> = {};
    for (const [key, member] of Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      sorted[key] = member;
    return sorted;
  });
}

/** True when both hold the same bytes. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/** Digests count round this number. */
export const digestBits = 2 ** 48;

/** What one record adds to the digest of a scope: a whole number below 2^48. */
export const digestOf = (id: string, stateHash: Hash): number =>
  Number.parseInt(hashOf(`${id} ${stateHash}`).slice(0, 12), 16);

/** Adds to (or with `sign` -1 takes from) an additive digest; order never matters. Source: RULES S9. */
export const addToDigest = (digest: number, part: number, sign: 1 | -1 = 1): number =>
  (digest + sign * part + digestBits) % digestBits;
