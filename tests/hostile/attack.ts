/** What an attack is, and the few ways that attacks are put together. */
import { gzipSync } from "node:zlib";
import type { Random } from "#model/id.ts";
import type { TestDevice } from "#tests/support/server.ts";
import type { Ground } from "./ground.ts";

/** One hostile request to a route under `/api/sync`. */
export interface Assault {
  readonly route: "push" | "pull" | "audit" | "offer" | "recover" | "tray";
  readonly body: Uint8Array;
  /** Whose sign-in it misuses; nobody's when absent. */
  readonly device?: TestDevice | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** True when the server may say yes, as long as nothing changes: an honest message once more, or a question. */
  readonly isHarmless?: boolean;
}

/** A family of attacks. */
export interface Attack {
  readonly name: string;
  /** How many of a hundred thousand. */
  readonly weight: number;
  make(ground: Ground): Assault;
}

/** A push with somebody's sign-in. */
export const pushBy = (device: TestDevice, body: Uint8Array): Assault => ({ route: "push", device, body });

/** One of these. */
export function pick<T>(random: Random, from: readonly T[]): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error("There is nothing to pick from.");
  return picked;
}

/** A whole number from `least` up to and including `most`. */
export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

/** This many bytes of anything. */
export const noise = (random: Random, length: number): Uint8Array =>
  Uint8Array.from({ length }, () => Math.floor(random() * 256));

/** The parts one after the other; numbers are bytes. */
export function joined(...parts: readonly (number | string | Uint8Array)[]): Uint8Array {
  const bytes = parts.map((part) =>
    typeof part === "number" ? Uint8Array.of(part) : typeof part === "string" ? Buffer.from(part) : part,
  );
  return Uint8Array.from(Buffer.concat(bytes));
}

/** The same request, compressed. */
export const gzipped = (assault: Assault): Assault => ({
  ...assault,
  body: Uint8Array.from(gzipSync(assault.body)),
  headers: { ...assault.headers, "content-encoding": "gzip" },
});
