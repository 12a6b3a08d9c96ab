/** A device of one person for tests of restoring: the real replicator over memory, asking a real server. */
import { mayWrite } from "#model/access.ts";
import type { LearnerId, PersonId } from "#model/id.ts";
import { no, type Outcome } from "#model/outcome.ts";
import type { Envelope } from "#model/record/envelope.ts";
import type { State } from "#model/record/record.ts";
import { readMessage, writeMessage } from "#model/wire/protocol.ts";
import type { Server } from "#server/server.ts";
import { createReplicator } from "#store/replicate/replicator.ts";
import type { RoundResult } from "#store/replicate/replicating.ts";
import { answerTo } from "#store/ports.ts";
import type { Transport } from "#store/ports.ts";
import { written } from "#store/replicate/row-rules.ts";
import { createMemoryDisk, createMemoryRows, type MemoryDisk } from "#tests/support/memory-rows.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { aDevice } from "#tests/support/server.ts";
import { circleIn } from "#tests/sync/writing/truth.ts";

/** Who a device belongs to, and what it needs to be known again by any server of the same history. */
export interface Holder {
  readonly name: string;
  readonly person: PersonId;
  readonly cookie: string;
  readonly disk: MemoryDisk;
}

/** Signs a new device in. */
export async function aHolder(
  server: Server,
  { name, person, opened = [] }: Pick<Holder, "name" | "person"> & { readonly opened?: readonly LearnerId[] },
): Promise<Holder> {
  const { cookie } = await aDevice(server, person, name);
  const disk = createMemoryDisk();
  disk.marks = { ...disk.marks, opened };
  return { name, person, cookie, disk };
}

/** The same device as it was at this moment, to go on from more than once. */
export const asItWas = ({ disk: { rows, refused, marks }, ...holder }: Holder): Holder => ({
  ...holder,
  disk: { rows: new Map(rows), refused: new Map(refused), marks },
});

/** Its person writes something, and it is stored. */
export const write = (
  { disk }: Holder,
  ...records: readonly { readonly envelope: Envelope; readonly state: State }[]
): Promise<void> =>
  createMemoryRows(disk).rewrite(
    records.map(({ envelope }) => envelope.id),
    (row, id) => {
      const record = records.find(({ envelope }) => envelope.id === id);
      return record ? written(row, record) : "leave";
    },
  );

/** Sends a body to `/api/sync/<name>` with a cookie. */
export type Post = (
  name: string,
  asked: { readonly cookie: string; readonly body: Uint8Array<ArrayBuffer> },
) => Promise<{ readonly status: number; readonly body: Uint8Array }>;

/** To a server in this process. */
export const inject =
  ({ app }: Pick<Server, "app">): Post =>
  async (name, { cookie, body }) => {
    const { statusCode, rawPayload } = await app.inject({
      method: "POST",
      url: `/api/sync/${name}`,
      headers: { cookie, "content-type": "application/msgpack" },
      payload: Buffer.from(body),
    });
    return { status: statusCode, body: new Uint8Array(rawPayload) };
  };

/** To a server at an address. */
export const over =
  (url: string): Post =>
  async (name, { cookie, body }) => {
    const headers = { cookie, "content-type": "application/msgpack" };
    const response = await fetch(`${url}/api/sync/${name}`, { method: "POST", headers, body });
    return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
  };

/** One round with a server. */
export const round = ({ person, cookie, disk }: Holder, post: Post): Promise<RoundResult> =>
  createReplicator({
    storage: createMemoryRows(disk),
    transport: transportBy(post, cookie),
    surroundings: { now: () => 1, random: seededRandom(1) },
    may: (wanted) => mayWrite(circleIn(disk.rows.values()), person, wanted),
  }).round();

const transportBy = (post: Post, cookie: string): Transport => ({
  async ask(name, message) {
    const { status, body } = await post(name, { cookie, body: writeMessage(name, message) });
    return status === 200 ? readMessage(answerTo[name], body) : problemIn(body);
  },
});

function problemIn(body: Uint8Array): Outcome<never> {
  const refusal = readMessage("problem", body);
  return refusal.ok ? { ok: false, problem: { ...refusal.value.problem } } : no("signed-out");
}
