/** Those who take in pushes: our servers, the bare loop, and the peers, each given the same records in the same parts. */
import type { BenchRecord } from "#tests/bench/demo-records.ts";
import { bareRow, insertBare } from "./bare-loop.ts";
import type { ServerProcess } from "./children.ts";
import type { DatabasePlace } from "./databases.ts";
import { openHocuspocus, type HocuspocusSocket } from "./hocuspocus.ts";
import type { RunningPeer } from "./peers.ts";
import { askPouch, bulkBody, openPouch } from "./pouchdb.ts";
import { expectAllKept, openWire, pushBody, send, type Device } from "./wire.ts";

/** One push: the records of one device. */
export interface Push {
  readonly device: number;
  readonly records: readonly BenchRecord[];
}

/** Takes in pushes, so many devices at once; resolves with the milliseconds until the last was durable. */
export type Pusher = (pushes: readonly Push[], atOnce: number) => Promise<number>;

/** Does this for each item, so many at once; resolves with the milliseconds it took. */
async function timed<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, place: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let place = next++; place < items.length; place = next++) await work(items[place] as T, place);
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  return performance.now() - startedAt;
}

/** Our servers; devices are spread over them. */
export function pushToNodes(nodes: readonly ServerProcess[], devices: readonly Device[]): Pusher {
  const wires = nodes.map(({ port }) => openWire(port, devices.length));
  return async (pushes, atOnce) => {
    const bodies = pushes.map(({ records }) => pushBody(records.map((record) => ({ ...record, rev: 1 }))));
    const answers: Uint8Array[] = [];
    const took = await timed(pushes, atOnce, async ({ device }, place) => {
      const [wire, from, body] = [wires[device % wires.length], devices[device], bodies[place]];
      if (!wire || !from || !body) throw new Error("A push of nobody.");
      answers.push((await send(wire, from, "push", body)).body);
    });
    answers.forEach(expectAllKept);
    return took;
  };
}

/** The bare loop, which has no devices. */
export const pushBare =
  (place: DatabasePlace): Pusher =>
  (pushes) =>
    insertBare(
      place,
      pushes.flatMap(({ records }) => records.map(bareRow)),
      pushes[0]?.records.length ?? 1,
    );

/** Hocuspocus: a document a record, a socket a device. */
export async function pushToHocuspocus({ port }: RunningPeer, deviceCount: number): Promise<Pusher> {
  const sockets = await Promise.all(Array.from({ length: deviceCount }, () => openHocuspocus(port)));
  const socketOf = (device: number) => sockets[device] as HocuspocusSocket;
  return (pushes, atOnce) =>
    timed(pushes, atOnce, async ({ device, records }) => {
      await Promise.all(records.map(({ envelope, state }) => socketOf(device).push(envelope.id, state)));
    });
}

/** PouchDB's server: one database, one request a push. */
export async function pushToPouch({ port }: RunningPeer, deviceCount: number): Promise<Pusher> {
  const wire = openPouch(port, deviceCount);
  await askPouch(wire, "/pushed", undefined, "PUT");
  return async (pushes, atOnce) => {
    const bodies = pushes.map(({ records }) => bulkBody(records));
    return timed(pushes, atOnce, async (_push, place) => {
      await askPouch(wire, "/pushed/_bulk_docs", bodies[place]);
    });
  };
}
