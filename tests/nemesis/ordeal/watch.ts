/** Looks at answers on their way to a device: what a person may not see never gets on its way to them. Source: RULES A1. */
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Id } from "#model/id.ts";
import { readMessage } from "#model/wire/protocol.ts";
import type { Answered } from "#tests/nemesis/proxy/upstream.ts";
import type { Database } from "#tests/nemesis/server/database.ts";
import type { Chance } from "#tests/sync/world/chance.ts";
import { openLook } from "#tests/sync/world/server-look.ts";
import type { Trace } from "#tests/sync/world/trace.ts";
import { owners } from "#tests/sync/writing/people.ts";
import { truthOf } from "#tests/sync/writing/truth.ts";
import type { ServerRecord } from "#tests/sync/writing/truth.ts";
import type { OrdealFault } from "./faults.ts";

/** What a watch stands on. */
export interface WatchParts {
  readonly database: Database;
  readonly ids: () => readonly Id[];
  readonly wrongs: string[];
  /** Whether there may be something for this device to heal. */
  readonly mayHeal: (device: string) => boolean;
  readonly chance: Chance;
  readonly trace: Trace<OrdealFault>;
}

/** Looks at answers. */
export interface Watch {
  look(device: string, path: string, answer: Answered): Promise<void>;
}

const unzip = promisify(gunzip);

/** How many of the pulls are looked at: reading all records for each would slow everything down. */
const share = 0.25;

/** Has seen nothing yet. */
export function createWatch({ database, ids, wrongs, mayHeal, chance, trace }: WatchParts): Watch {
  let before: readonly ServerRecord[] = [];
  const read = openLookAnew(database, ids);

  const leaked = async (device: string, sent: readonly Id[]): Promise<void> => {
    const owner = owners.find(({ name }) => name === device);
    // Before reading: whoever looks at a later answer meanwhile may have read sooner.
    const earlier = before;
    const now = await read();
    if (!owner || !now) return;
    before = now;
    const known = new Set(earlier.map(({ envelope }) => envelope.id));
    const untaken = now.filter((record) => known.has(record.envelope.id) || !takesAway(record));
    for (const id of sent) {
      const record = now.find(({ envelope }) => envelope.id === id);
      // What was taken away between the answer and this look stood in what was seen before, or was given since.
      const truths = [truthOf(now), truthOf(record ? [...earlier, record] : earlier), truthOf(untaken)];
      const isOpen = truths.some((truth) => {
        const held = truth.held(owner.person, owner.opened);
        return record && truth.scopes(record).some((scope) => held.has(scope));
      });
      if (record && !isOpen) wrongs.push(`${id} leaked to ${device}`);
    }
  };

  return {
    async look(device, path, { status, headers, body }) {
      if (status !== 200) return;
      const bytes = headers["content-encoding"] === "gzip" ? await unzip(body) : body;
      if (path === "/api/sync/pull") {
        const page = readMessage("pulled", bytes);
        if (!page.ok) wrongs.push(`a pull was answered with what is no answer: ${page.problem.detail}`);
        else if (page.value.records.length > 0 && chance.hits(share))
          await leaked(
            device,
            page.value.records.map(({ envelope }) => envelope.id),
          );
      }
      if (path === "/api/sync/audit") {
        const audited = readMessage("audited", bytes);
        const scopes = audited.ok ? Object.keys(audited.value.differ) : ["what is no answer"];
        for (const scope of scopes)
          if (mayHeal(device)) trace.note(`${device} is healed in ${scope}`);
          else wrongs.push(`${device} had to be healed in ${scope}`);
      }
    },
  };
}

/** A fact that only ends what somebody might see before. */
const takesAway = ({ envelope: { kind }, value }: ServerRecord): boolean =>
  kind === "membership-ended" || (kind === "sharing-choice" && value["sharedWith"] === "only-me");

/** Reads every record there is; nothing while the database cannot be asked. */
const openLookAnew =
  (database: Database, ids: () => readonly Id[]) =>
  async (): Promise<readonly ServerRecord[] | undefined> => {
    try {
      return await database.use((storage) => openLook(() => storage).records(ids()));
    } catch {
      return undefined;
    }
  };
