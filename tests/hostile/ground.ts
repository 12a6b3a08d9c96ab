/**
 * What is attacked: the real server on a database in memory, a school with something worth reading in it,
 * and devices of honest people whose sign-ins, words and client ids the attacks misuse.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Random } from "#model/id.ts";
import type { HeldRecord, MessageName } from "#model/wire/protocol.ts";
import { protocolVersion, writeMessage } from "#model/wire/protocol.ts";
import type { Envelope } from "#model/record/envelope.ts";
import { openRecord, type State } from "#model/record/record.ts";
import { kindOf } from "#model/kinds.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import {
  aDevice,
  aRecord,
  aSchoolServer,
  learner,
  person,
  type TestDevice,
  type TestServer,
} from "#tests/support/server.ts";

/** A record as a push carries it. */
export interface Written {
  readonly envelope: Envelope;
  readonly state: State;
}

/** Everything an attack may know. */
export interface Ground {
  readonly server: TestServer;
  readonly random: Random;
  /** Signed-in devices: Ann and Bob learn, Tess is their tutor, Jo teaches Ann, Zak is at another school. */
  readonly ann: TestDevice;
  readonly bob: TestDevice;
  readonly tess: TestDevice;
  readonly jo: TestDevice;
  readonly zak: TestDevice;
  /** A device that was signed out. */
  readonly gone: TestDevice;
  /** Ann's private entry, as she sent it. */
  readonly entry: Written;
  /** Ann's plan, which she and Tess share. */
  readonly plan: Written;
  /** The plan with one more change, under the client id that Tess' device wrote with before. */
  readonly planAsTess: State;
  /** What Tess' tablet holds, with true receipts. */
  readonly held: readonly HeldRecord[];
}

/** Builds the school, signs the devices in and lets them write. */
export async function openGround(random: Random): Promise<Ground> {
  const server = await aSchoolServer();
  const [ann, bob, tess, jo, zak, gone] = await Promise.all(
    ["ann", "bob", "tess", "jo", "zak", "ann"].map((name, index) =>
      aDevice(server, person(name), `device-${name}-${index}`),
    ),
  );
  if (!ann || !bob || !tess || !jo || !zak || !gone) throw new Error("Somebody has no device.");
  const about = { learner: learner("ann"), by: person("ann") };
  const entry = aRecord("log-entry", about, (draft) => draft.type("did", "Only for me"));
  const target = aRecord("target", { ...about, by: person("tess") }, (draft) =>
    draft.type("what", "Measure twice"),
  );
  const shared = { learner: learner("ann"), id: planIdOf(learner("ann")) };
  const plan = aRecord("plan", { ...shared, by: person("ann") }, (draft) =>
    draft.type("goodAt", "I like wood"),
  );
  const opened = openRecord(kindOf("plan"), plan.state, { person: person("tess"), random: Math.random });
  opened.change((draft) => draft.type("goodAt", "I like wood and stone"));
  const tessFirst = { ...plan, state: opened.state() };
  opened.change((draft) => draft.type("goodAt", "I like wood, stone and slate"));
  await ann.push(entry, plan);
  await tess.push(target, tessFirst);
  await server.site.storage.write((t) => t.accounts.endSessions({ device: gone.id }));
  const held = (await tess.pull()).records;
  const planAsTess = opened.state();
  return { server, random, ann, bob, tess, jo, zak, gone, entry, plan, planAsTess, held };
}

/** The body of a message of the newest version, in whatever epoch. */
export const bodyOf = (name: MessageName, message: object): Uint8Array =>
  writeMessage(name, { protocol: protocolVersion, epoch: null, ...message } as never);

/** The body of a push of these records. */
export const pushOf = (...records: readonly { readonly envelope: object; readonly state: Uint8Array }[]) =>
  bodyOf("push", { records: records.map((record, index) => ({ ...record, rev: index + 1 })) });

/** Tables that note when a device was last seen, which is no word of anybody's. */
const passing = new Set(["sessions", "devices", "tries", "rate_limits"]);

/** One hash over every row of every table: the same before and after, or something was written. */
export async function fingerprint({ server }: Ground): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "waymark-hostile-"));
  try {
    const file = join(folder, "copy.db");
    await server.storage.copyTo(file);
    const copy = new DatabaseSync(file, { readOnly: true });
    const hash = createHash("sha256");
    for (const { name } of copy.prepare("select name from sqlite_schema where type = 'table'").all())
      if (typeof name === "string" && !passing.has(name)) {
        const rows = copy.prepare(`select * from "${name}"`).all();
        hash.update(JSON.stringify([name, rows.map((row) => JSON.stringify(row)).toSorted()]));
      }
    copy.close();
    return hash.digest("hex");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
