/** Bodies that are no message: noise, msgpack that lies about its size, and messages cut, doubled or of the wrong shape. */
import { encode } from "@msgpack/msgpack";
import { gzipSync } from "node:zlib";
import type { Random } from "#model/id.ts";
import { between, gzipped, joined, noise, pick, pushBy, type Attack, type Assault } from "./attack.ts";
import { bodyOf, pushOf, type Ground } from "./ground.ts";

const nested = (opening: number, depth: number): Uint8Array =>
  joined(new Uint8Array(depth).fill(opening), 0xc0);

/** Headers of msgpack that promise more than follows, or what no message holds. */
const lies: readonly (() => Uint8Array)[] = [
  () => joined(0xdd, 0xff, 0xff, 0xff, 0xff),
  () => joined(0xdf, 0xff, 0xff, 0xff, 0xff),
  () => joined(0xdb, 0xff, 0xff, 0xff, 0xff, "short"),
  () => joined(0xc6, 0xff, 0xff, 0xff, 0xff, "short"),
  () => joined(0xc9, 0xff, 0xff, 0xff, 0xff, 1),
  () => joined(0x81, 0xa7, "records", 0xdd, 0x7f, 0xff, 0xff, 0xff),
  () => joined(0x81, 0xa9, "__proto__", 0x81, 0xa8, "protocol", 1),
  () => joined(0x82, 0xa8, "protocol", 0xcb, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0, 0xa5, "epoch", 0xc0),
  () => joined(0x81, 0xa8, "protocol", 0xcf, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
  () => joined(0xd6, 0xff, 0, 0, 0, 0),
  () => joined(0xc1),
  () => joined(0x81, 0x90, 0x90),
  () => joined(0x81, 0xc0, 0xc0),
];

const values: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  Number.NaN,
  2 ** 53,
  "",
  "x".repeat(300),
  [],
  {},
  [[]],
  new Uint8Array(3),
  { toString: 1 },
  new Date(0),
];

/** A push with one of its parts replaced by something else. */
function misshapen({ entry }: Ground, random: Random): Uint8Array {
  const wrong = () => pick(random, values);
  const record = { ...entry, rev: 1 } as Record<string, unknown>;
  const message: Record<string, unknown> = { protocol: 1, epoch: null, records: [record] };
  const where = between(random, 0, 4);
  if (where === 0) message[pick(random, ["protocol", "records"])] = [wrong()];
  if (where === 1) message["epoch"] = pick(random, [1, true, [], {}, "x".repeat(201)]);
  if (where === 2)
    record[pick(random, ["envelope", "state", "rev"])] = pick(random, [null, -1, "x", [], 0.5]);
  if (where === 3)
    record["envelope"] = {
      ...entry.envelope,
      [pick(random, ["id", "kind", "learner", "createdAt"])]: [wrong()],
    };
  if (where === 4) message["records"] = Array.from({ length: 201 }, () => record);
  return encode(message, { ignoreUndefined: true });
}

/** An honest message with one byte changed, from somebody who may not write that record whatever the byte. */
function bitten({ entry, zak, random }: Ground): Assault {
  const body = pushOf(entry).slice();
  body[between(random, 0, body.length - 1)] = between(random, 0, 255);
  return pushBy(zak, body);
}

function cut({ entry, plan, ann, random }: Ground): Assault {
  const body = pushOf(pick(random, [entry, plan]));
  return pushBy(ann, body.subarray(0, between(random, 0, body.length - 1)));
}

/** Two gigabytes of nothing would be two megabytes on the wire; this is the same, smaller. */
const swelling = Uint8Array.from(gzipSync(Buffer.alloc(64 * 1_048_576)));
const swellingTwice = Uint8Array.from(gzipSync(swelling));

function bomb({ ann, random }: Ground): Assault {
  const body = pick(random, [swelling, swelling, swellingTwice]);
  return { ...pushBy(ann, body), headers: { "content-encoding": "gzip" } };
}

const encodings = ["br", "deflate", "zstd", "gzip, gzip", "identity, gzip", "x-gzip", "GZIP "];

/** The families of this file. */
export const bodies: readonly Attack[] = [
  {
    name: "bytes of anything",
    weight: 12_000,
    make: ({ ann, random }) => pushBy(ann, noise(random, between(random, 0, 400))),
  },
  {
    name: "msgpack that lies about its size or names what is not there",
    weight: 8_000,
    make: ({ ann, random }) => pushBy(ann, pick(random, lies)()),
  },
  {
    name: "msgpack nested a hundred thousand deep",
    weight: 400,
    make: ({ ann, random }) => pushBy(ann, nested(pick(random, [0x91, 0x81]), between(random, 21, 100_000))),
  },
  {
    name: "a message of the wrong shape",
    weight: 12_000,
    make: (ground) => pushBy(ground.ann, misshapen(ground, ground.random)),
  },
  { name: "an honest message with one byte changed", weight: 12_000, make: bitten },
  { name: "an honest message cut short", weight: 10_000, make: cut },
  {
    name: "a compressed message cut short",
    weight: 2_000,
    make: ({ ann, entry, random }) => {
      const whole = gzipped(pushBy(ann, pushOf(entry)));
      return { ...whole, body: whole.body.subarray(0, between(random, 0, whole.body.length - 9)) };
    },
  },
  { name: "a small body that swells to 64 MB", weight: 60, make: bomb },
  {
    name: "an encoding nobody agreed on",
    weight: 1_500,
    make: ({ ann, entry, random }) => ({
      ...pushBy(ann, pushOf(entry)),
      headers: { "content-encoding": pick(random, encodings) },
    }),
  },
  {
    name: "another message's shape at this route",
    weight: 3_000,
    make: ({ ann, random }) =>
      pushBy(
        ann,
        bodyOf(pick(random, ["pull", "audit", "offer"] as const), {
          positions: {},
          scopes: {},
          held: [],
          opened: [],
        }),
      ),
  },
  {
    name: "a protocol or epoch that never was",
    weight: 3_000,
    make: ({ ann, entry, random }) =>
      pushBy(
        ann,
        bodyOf("push", {
          ...pick(random, [
            { protocol: 0 },
            { protocol: between(random, 1000, 2 ** 40) },
            { epoch: `epoch-${random()}` },
          ]),
          records: [{ ...entry, rev: 1 }],
        }),
      ),
  },
];
