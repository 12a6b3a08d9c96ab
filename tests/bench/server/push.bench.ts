/** How long it takes until what a device sends is durable: one and twenty records a push, one device and thirty-two at once. */
import { createId, learnerOfPerson, personOfLearner } from "#model/id.ts";
import { composeRecords, type BenchRecord } from "#tests/bench/demo-records.ts";
import { medianOf, type Explained } from "#tests/bench/figure.ts";
import { benchLearner } from "#tests/bench/page/page-bench.ts";
import { startNodes, type ServerProcess } from "./children.ts";
import { newPostgres, newSqlite, openDatabase, type BenchDatabase } from "./databases.ts";
import { against, inTurn, type ServerMeasurement } from "./in-turn.ts";
import { startPeer } from "./peers.ts";
import { pushBare, pushToHocuspocus, pushToNodes, pushToPouch, type Push, type Pusher } from "./pushers.ts";
import { fillSchool } from "./school.ts";
import { readTemplates } from "./templates.ts";
import { signedIn, type Device } from "./wire.ts";

const deviceCount = 32;
const school = { learners: 850, recordsEach: 20 };

/** So many records a push, devices at once, and pushes a sample. */
interface Load {
  readonly records: number;
  readonly atOnce: number;
  readonly pushes: number;
}

const loads: readonly Load[] = [
  { records: 1, atOnce: 1, pushes: 150 },
  { records: 1, atOnce: deviceCount, pushes: 640 },
  { records: 20, atOnce: 1, pushes: 40 },
  { records: 20, atOnce: deviceCount, pushes: 128 },
];

export const pushToSqlite: ServerMeasurement = {
  name: "push-sqlite",
  measure: async ({ runs }) => {
    const database = await newSqlite();
    const peers = { hocuspocus: await startPeer("hocuspocus"), pouchdb: await startPeer("pouchdb") };
    const { devices, nodes } = await readyOn(database, 1);
    const { hocuspocus, pouchdb } = peers;
    const pushers: Record<string, Pusher> = {
      ours: pushToNodes(nodes, devices),
      bare: pushBare(database.place),
      ...(hocuspocus && { hocuspocus: await pushToHocuspocus(hocuspocus, deviceCount) }),
      ...(pouchdb && { pouchdb: await pushToPouch(pouchdb, deviceCount) }),
    };
    await warmUp(pushers, devices);
    const figures: Explained[] = [];
    for (const load of loads) {
      const taken = await sampled(runs, load, pushers, devices);
      figures.push(...figuresOf(load, { database: "sqlite", ours: "ours", taken }));
    }
    await Promise.all([...nodes.map((node) => node.stop()), hocuspocus?.remove(), pouchdb?.remove()]);
    await database.remove();
    return figures;
  },
};

const nodeCounts = [1, 2, 4];

export const pushToPostgres: ServerMeasurement = {
  name: "push-postgres",
  measure: async ({ runs }) => {
    const database = await newPostgres();
    const { devices, nodes } = await readyOn(database, Math.max(...nodeCounts));
    await warmUp(
      Object.fromEntries(nodes.map((node, place) => [place, pushToNodes([node], devices)])),
      devices,
    );
    const figures: Explained[] = [];
    for (const load of loads) {
      const counts = load.atOnce === 1 ? [1] : nodeCounts;
      const named = counts.map(
        (count) => [`${count}-node`, pushToNodes(nodes.slice(0, count), devices)] as const,
      );
      const taken = await sampled(
        runs,
        load,
        { ...Object.fromEntries(named), bare: pushBare(database.place) },
        devices,
      );
      for (const [ours] of named)
        figures.push(...figuresOf(load, { database: `postgres-${ours}`, ours, taken }));
    }
    await Promise.all(nodes.map((node) => node.stop()));
    await database.remove();
    return figures;
  },
};

interface Ready {
  readonly devices: readonly Device[];
  readonly nodes: readonly ServerProcess[];
}

/** A school, a device each of learners all over it, and servers. */
async function readyOn({ place }: BenchDatabase, nodeCount: number): Promise<Ready> {
  const storage = await openDatabase(place);
  await fillSchool(storage, await readTemplates(), school);
  const devices: Device[] = [];
  for (let device = 0; device < deviceCount; device += 1) {
    const learner = benchLearner(Math.floor((device * school.learners) / deviceCount));
    devices.push(await signedIn(storage, { person: personOfLearner(learner), learner }));
  }
  await storage.close();
  return { devices, nodes: await startNodes(place, nodeCount) };
}

function sampled(
  runs: number,
  load: Load,
  pushers: Readonly<Record<string, Pusher>>,
  devices: readonly Device[],
): Promise<Record<string, number[]>> {
  return inTurn(runs, Object.keys(pushers), async (side) => {
    const took = await pushers[side]?.(deal(load, devices), load.atOnce);
    return ((took ?? Number.NaN) * 1000) / load.pushes / load.records;
  });
}

let states: readonly BenchRecord[] | undefined;

/** Before anything counts each side takes in as much as a school sends in a morning: programs that compile as they run are slower at first. */
async function warmUp(pushers: Readonly<Record<string, Pusher>>, devices: readonly Device[]): Promise<void> {
  const morning: Load = { records: 2, atOnce: 4, pushes: 1500 };
  for (const push of Object.values(pushers)) await push(deal(morning, devices), morning.atOnce);
}

/** Entries that nobody has sent yet: the same states under new ids. */
function deal({ records, pushes }: Load, devices: readonly Device[]): readonly Push[] {
  const { person } = devices[0] as Device;
  states ??= composeRecords(1000, [{ learner: learnerOfPerson(person), person }]);
  const from = states;
  let place = 0;
  return Array.from({ length: pushes }, (_none, push) => {
    const device = push % devices.length;
    const { person: createdBy } = devices[device] as Device;
    return {
      device,
      records: Array.from({ length: records }, () => {
        const { state } = from[place++ % from.length] as BenchRecord;
        const createdAt = Date.now();
        const id = createId("log-entry", createdAt, Math.random);
        return {
          state,
          envelope: { id, kind: "log-entry", learner: learnerOfPerson(createdBy), createdBy, createdAt },
        };
      }),
    };
  });
}

const limit =
  "Limited by what the loop does not do: unpacking and checking a message, merging each record in a document of its own and " +
  "encoding it again, asking who may, and the rows of scopes, history, client ids and marks that the same commit carries.";

function figuresOf(
  { records, atOnce }: Load,
  {
    database,
    ours,
    taken,
  }: { database: string; ours: string; taken: Readonly<Record<string, readonly number[]>> },
): readonly Explained[] {
  const { [ours]: mine = [], bare = [], hocuspocus, pouchdb } = taken;
  const said = { name: `push-${records}x${atOnce}-${database}`, unit: "µs/row" };
  const perSecond = (samples: readonly number[]): string => {
    const rows = 1e6 / medianOf(samples);
    return `${rows.toFixed(0)} rows and ${(rows / records).toFixed(0)} pushes a second`;
  };
  const counts = (who: string, samples: readonly number[]): readonly string[] => [
    `Ours ${perSecond(mine)}; ${who} ${perSecond(samples)}.`,
  ];
  const peer = (who: string, name: string, reference: readonly number[] | undefined) =>
    reference
      ? [
          {
            ...said,
            name: `${said.name}-${name}`,
            against: who,
            aim: 1,
            reference,
            details: counts(who, reference),
          },
        ]
      : [];
  return against(mine, [
    {
      ...said,
      against: `the same records inserted by a bare loop, ${records} to a transaction`,
      aim: 2,
      limit,
      reference: bare,
      details: counts("the loop", bare),
    },
    ...peer(
      "Hocuspocus with its SQLite extension, each change stored before it is acknowledged",
      "hocuspocus",
      hocuspocus,
    ),
    ...peer("PouchDB's server on LevelDB, each write waiting for the disk", "pouchdb", pouchdb),
  ]);
}
