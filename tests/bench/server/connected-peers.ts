/** The same thousand devices at the peers: every learner writes, every tutor sees what their thirty learners wrote. */
import { Agent, request } from "node:http";
import { createId } from "#model/id.ts";
import { composeRecords } from "#tests/bench/demo-records.ts";
import { benchLearner, benchPerson } from "#tests/bench/page/page-bench.ts";
import { openHocuspocus, type HocuspocusSocket } from "./hocuspocus.ts";
import type { RunningPeer } from "./peers.ts";
import { askPouch, documentOf, openPouch } from "./pouchdb.ts";

/** How long it took until the other device had what was written, in milliseconds. */
export interface Sight {
  readonly fromSendingMs: number;
  /** From when the writer heard that it is durable; 0 when the other had it before. */
  readonly fromAnswerMs?: number;
}

/** Devices of which one writes and another sees. */
export interface Connected {
  readonly connectTutors: () => Promise<void>;
  /** Connects these of the learners' devices. */
  readonly connectLearners: (places: readonly number[]) => Promise<void>;
  /** The learner of this number writes something; resolves when their tutor has it. */
  readonly write: (learner: number) => Promise<Sight>;
}

/** How many there are. */
export interface Numbers {
  readonly learners: number;
  readonly caseloadSize: number;
}

const records = composeRecords(1000, [{ learner: benchLearner(0), person: benchPerson }], 2);

/** Hocuspocus: a document a learner, open on the learner's device and on the tutor's. */
export async function connectToHocuspocus(
  { port }: RunningPeer,
  { learners, caseloadSize }: Numbers,
): Promise<Connected> {
  const sockets: HocuspocusSocket[] = [];
  const seen = new Map<string, () => void>();
  const nameOf = (learner: number): string => `learner-${learner}`;
  let written = 0;
  return {
    connectTutors: async () => {
      for (let first = 0; first < learners; first += caseloadSize) {
        const socket = await openHocuspocus(port);
        socket.heard = (name) => seen.get(name)?.();
        for (let learner = first; learner < first + caseloadSize; learner += 1)
          await socket.open(nameOf(learner));
      }
    },
    connectLearners: async (places) => {
      for (const place of places) {
        const socket = await openHocuspocus(port);
        sockets.push(socket);
        await socket.open(nameOf(place % learners));
      }
    },
    write: async (place) => {
      const learner = place % learners;
      const [socket, record] = [sockets[learner], records[written++ % records.length]];
      if (!socket || !record) throw new Error("Nobody is connected.");
      const { promise, resolve } = Promise.withResolvers<void>();
      seen.set(nameOf(learner), resolve);
      const startedAt = performance.now();
      await Promise.all([socket.push(nameOf(learner), record.state), promise]);
      return { fromSendingMs: performance.now() - startedAt };
    },
  };
}

/** PouchDB's server: a database a caseload, a continuous feed a device. */
export async function connectToPouch(
  { port }: RunningPeer,
  { learners, caseloadSize }: Numbers,
): Promise<Connected> {
  const wire = openPouch(port, 8);
  const caseloads = learners / caseloadSize;
  for (let caseload = 0; caseload < caseloads; caseload += 1) {
    await askPouch(wire, `/caseload${caseload}`, undefined, "PUT");
    // A feed says nothing, not even that it has begun, before there is something in it.
    await askPouch(wire, `/caseload${caseload}`, "{}");
  }
  const seen = new Map<string, () => void>();
  const agent = new Agent({ keepAlive: true });
  let written = 0;
  return {
    connectTutors: async () => {
      for (let caseload = 0; caseload < caseloads; caseload += 1)
        await listen({ agent, port, caseload }, (line) => seen.get(idIn(line))?.());
    },
    connectLearners: async (places) => {
      for (const place of places)
        await listen(
          { agent, port, caseload: Math.floor((place % learners) / caseloadSize) },
          () => undefined,
        );
    },
    write: async (place) => {
      const caseload = Math.floor((place % learners) / caseloadSize);
      const record = records[written++ % records.length];
      if (!record) throw new Error("Nothing to write.");
      const id = createId("log-entry", Date.now(), Math.random);
      const { promise, resolve } = Promise.withResolvers<void>();
      seen.set(id, resolve);
      const body = JSON.stringify(documentOf({ ...record, envelope: { ...record.envelope, id } }));
      const startedAt = performance.now();
      await Promise.all([askPouch(wire, `/caseload${caseload}`, body), promise]);
      return { fromSendingMs: performance.now() - startedAt };
    },
  };
}

const idIn = (line: string): string => /"id":"([^"]+)"/.exec(line)?.[1] ?? "";

function listen(
  { agent, port, caseload }: { readonly agent: Agent; readonly port: number; readonly caseload: number },
  hear: (line: string) => void,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const path = `/caseload${caseload}/_changes?feed=continuous&since=0&include_docs=true&heartbeat=20000`;
  const asking = request({ agent, port, host: "127.0.0.1", path });
  asking.once("error", reject);
  asking.once("response", (response) => {
    let rest = "";
    response.on("data", (bytes: Buffer) => {
      const lines = (rest + bytes.toString()).split("\n");
      rest = lines.pop() ?? "";
      lines.forEach(hear);
    });
    response.on("error", () => undefined);
    resolve();
  });
  asking.end();
  return promise;
}
