/** A thousand devices that wait: how soon one sees what another wrote, and how much memory each takes while it waits. */
import { createId, learnerOfPerson, personOfLearner, type LearnerId } from "#model/id.ts";
import { medianOf, type Explained } from "#tests/bench/figure.ts";
import { explained } from "#tests/bench/measurement.ts";
import { benchLearner } from "#tests/bench/page/page-bench.ts";
import { startNodes, type ServerProcess } from "./children.ts";
import { newPostgres, newSqlite, openDatabase, type BenchDatabase } from "./databases.ts";
import type { ServerMeasurement } from "./in-turn.ts";
import { connectToHocuspocus, connectToPouch, type Connected } from "./connected-peers.ts";
import { startPeer } from "./peers.ts";
import { caseloadSize, fillSchool, tutorOf } from "./school.ts";
import { readTemplates, type Template } from "./templates.ts";
import { openBell, openWire, pullBody, pushBody, readPage, send, signedIn, type Device } from "./wire.ts";

/** 960 learners with a device each, their 32 tutors, and 8 learners' second devices. */
const [learners, tutors, seconds] = [960, 960 / caseloadSize, 8];
const waiting = learners + tutors + seconds;
const warmUps = 20;
const sightsARun = 60;
/** The longest that 99 of 100 may take, in milliseconds. */
const visibleAimMs = 50;

/** What was taken of one server. */
interface Taken {
  /** From sending to being seen, in milliseconds. */
  readonly sights: readonly number[];
  /** From the answer to being seen, where that was taken. */
  readonly afterAnswer: readonly number[];
  readonly kbEach: number;
}

export const connectedToSqlite: ServerMeasurement = {
  name: "connected-sqlite",
  measure: async ({ runs }) => {
    const ours = await takenOfOurs(await newSqlite(), 1, runs);
    const figures = [...limitFigures("sqlite", ours)];
    for (const [name, connect] of [
      ["hocuspocus", connectToHocuspocus],
      ["pouchdb", connectToPouch],
    ] as const) {
      const peer = await startPeer(name);
      if (!peer) continue;
      const theirs = await takenOf(await connect(peer, { learners, caseloadSize }), [peer], runs);
      await peer.remove();
      figures.push(...peerFigures(name, ours, theirs));
    }
    return figures;
  },
};

export const connectedToPostgres: ServerMeasurement = {
  name: "connected-postgres",
  measure: async ({ runs }) => {
    const figures: Explained[] = [];
    for (const nodes of [1, 2, 4])
      figures.push(
        ...limitFigures(`postgres-${nodes}-node`, await takenOfOurs(await newPostgres(), nodes, runs)),
      );
    return figures;
  },
};

async function takenOfOurs(database: BenchDatabase, nodeCount: number, runs: number): Promise<Taken> {
  const templates = await readTemplates();
  const storage = await openDatabase(database.place);
  await fillSchool(storage, templates, { learners, recordsEach: 20 });
  const ofLearners: Device[] = [];
  for (let number = 0; number < learners + seconds; number += 1) {
    const learner = benchLearner(number % learners);
    ofLearners.push(await signedIn(storage, { person: personOfLearner(learner), learner }));
  }
  const ofTutors: Device[] = [];
  for (let tutor = 0; tutor < tutors; tutor += 1)
    ofTutors.push(await signedIn(storage, { person: tutorOf(tutor * caseloadSize) }));
  await storage.close();
  const nodes = await startNodes(database.place, nodeCount);
  const objective = templates.written.find(({ kind }) => kind === "objective");
  if (!objective) throw new Error("The demo school has no objective.");
  const taken = await takenOf(connectToOurs(nodes, { ofLearners, ofTutors, objective }), nodes, runs);
  await Promise.all(nodes.map((node) => node.stop()));
  await database.remove();
  return taken;
}

interface Ours {
  readonly ofLearners: readonly Device[];
  readonly ofTutors: readonly Device[];
  readonly objective: Template;
}

/** Devices are spread over the servers; a tutor never waits at the one that their learner writes to, where there are several. */
function connectToOurs(
  nodes: readonly ServerProcess[],
  { ofLearners, ofTutors, objective }: Ours,
): Connected {
  const wires = nodes.map(({ port }) => openWire(port, Infinity));
  const wireAt = (place: number) => wires[place % wires.length] ?? openWire(0, 1);
  const seen = new Map<string, () => void>();
  return {
    connectTutors: () =>
      manyAtOnce(
        ofTutors.map((device, tutor) => () => watch(wireAt(tutor * caseloadSize + 1), device, seen)),
      ),
    connectLearners: (places) =>
      manyAtOnce(
        places.map((place) => () => openBell(wireAt(place), ofLearners[place] as Device, () => undefined)),
      ),
    write: async (place) => {
      const device = ofLearners[place % learners] as Device;
      const learner: LearnerId = learnerOfPerson(device.person);
      const createdAt = Date.now();
      const id = createId("objective", createdAt, Math.random);
      const envelope = { id, kind: "objective", learner, createdBy: device.person, createdAt } as const;
      const { promise, resolve } = Promise.withResolvers<void>();
      seen.set(id, resolve);
      const body = pushBody([{ envelope, state: objective.state, rev: 1 }]);
      const startedAt = performance.now();
      const at = async (done: Promise<unknown>): Promise<number> => done.then(() => performance.now());
      const [answeredAt, seenAt] = await Promise.all([
        at(send(wireAt((place % learners) - ((place % learners) % caseloadSize)), device, "push", body)),
        at(promise),
      ]);
      return {
        fromSendingMs: Math.max(answeredAt, seenAt) - startedAt,
        fromAnswerMs: Math.max(0, seenAt - answeredAt),
      };
    },
  };
}

/** A tutor's device: pulls when the bell rings, and tells of what has come. */
async function watch(
  wire: ReturnType<typeof openWire>,
  device: Device,
  seen: Map<string, () => void>,
): Promise<void> {
  const positions: Parameters<typeof pullBody>[0] = {};
  let isPulling = false;
  let again = false;
  const pull = async (): Promise<void> => {
    again = true;
    if (isPulling) return;
    isPulling = true;
    while (again) {
      again = false;
      const page = readPage((await send(wire, device, "pull", pullBody(positions))).body);
      Object.assign(positions, page.positions);
      for (const { id } of page.rows) seen.get(id)?.();
      again ||= page.more;
    }
    isPulling = false;
  };
  await pull();
  await openBell(wire, device, () => void pull());
}

async function manyAtOnce(opening: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (let first = 0; first < opening.length; first += 50)
    await Promise.all(opening.slice(first, first + 50).map((open) => open()));
}

/**
 * Memory before and after the second half of the learners' devices connect, since a server takes more for the first ones
 * than for them; then one sight after the other, of a learner of another tutor each time.
 */
async function takenOf(
  { connectTutors, connectLearners, write }: Connected,
  servers: readonly Pick<ServerProcess, "memoryBytes">[],
  runs: number,
): Promise<Taken> {
  const memory = async (): Promise<number> =>
    (await Promise.all(servers.map((server) => server.memoryBytes()))).reduce((sum, bytes) => sum + bytes, 0);
  const places = Array.from({ length: learners + seconds }, (_none, place) => place);
  const half = places.length / 2;
  await connectTutors();
  await connectLearners(places.slice(0, half));
  const before = await memory();
  await connectLearners(places.slice(half));
  const kbEach = ((await memory()) - before) / 1024 / half;
  const sights: number[] = [];
  const afterAnswer: number[] = [];
  for (let turn = 0; turn < warmUps + runs * sightsARun; turn += 1) {
    const { fromSendingMs, fromAnswerMs } = await write(turn * (caseloadSize + 1));
    if (turn < warmUps) continue;
    sights.push(fromSendingMs);
    if (fromAnswerMs !== undefined) afterAnswer.push(fromAnswerMs);
  }
  return { sights, afterAnswer, kbEach };
}

const hundredthOf = (samples: readonly number[]): number =>
  samples.toSorted((a, b) => a - b)[Math.ceil(samples.length * 0.99) - 1] ?? Number.NaN;

const fromSending =
  "From sending to the other device having the record, so the commit, the bell, the other's question and its answer are all in it.";

const fromAnswer =
  "From the writer's being told that it is durable, which is a little after the commit, to the other device having the record: " +
  "the bell, the other's question and its answer. The bell and the telling leave the server at the same time.";

const limitFigures = (name: string, { sights, afterAnswer }: Taken): readonly Explained[] => {
  const figureOf = (what: string, taken: readonly number[], limit: string): Explained =>
    explained(
      { ours: [hundredthOf(taken)], reference: [visibleAimMs] },
      {
        name: `${what}-p99-${name}`,
        unit: "ms",
        against: `the limit we set ourselves, with ${waiting} devices connected`,
        aim: visibleAimMs,
        limit,
        details: [`The median is ${medianOf(taken).toFixed(1)} ms, of ${taken.length}.`],
      },
    );
  return [figureOf("committed", afterAnswer, fromAnswer), figureOf("visible", sights, fromSending)];
};

const peers = {
  hocuspocus: "Hocuspocus, until the other device has the change and the writer knows that it is stored",
  pouchdb: "PouchDB's server with a database a caseload, by a continuous feed with documents",
} as const;

function peerFigures(name: keyof typeof peers, ours: Taken, theirs: Taken): readonly Explained[] {
  const against = peers[name];
  const said = { unit: "ms", aim: 1, against, limit: fromSending };
  return [
    explained({ ours: ours.sights, reference: theirs.sights }, { ...said, name: `visible-p50-${name}` }),
    explained(
      { ours: [hundredthOf(ours.sights)], reference: [hundredthOf(theirs.sights)] },
      { ...said, name: `visible-p99-${name}` },
    ),
    explained(
      { ours: [ours.kbEach], reference: [theirs.kbEach] },
      {
        name: `memory-${name}`,
        unit: "KB/device",
        against: `${name}: what resident memory grows by for each of ${(waiting - tutors) / 2} learners' devices that connect beside as many others and wait`,
        aim: 1,
        limit:
          "Limited by a socket and its buffers in Node, then by an event stream with its timer and the scopes it listens to.",
      },
    ),
  ];
}
