/** A tutor's new device fetches a caseload: thirty learners, five thousand records; how long, and how many bytes. */
import { gzipSync } from "node:zlib";
import { DatabaseSync } from "node:sqlite";
import { createId, type Id } from "#model/id.ts";
import { medianOf, type Explained } from "#tests/bench/figure.ts";
import { benchLearner } from "#tests/bench/page/page-bench.ts";
import { startNodes, type ServerProcess } from "./children.ts";
import { newPostgres, newSqlite, openDatabase, type BenchDatabase } from "./databases.ts";
import { openHocuspocus } from "./hocuspocus.ts";
import { against, inTurn, type ServerMeasurement } from "./in-turn.ts";
import { startPeer, type RunningPeer } from "./peers.ts";
import { askPouch, bulkBody, openPouch } from "./pouchdb.ts";
import { caseloadSize, fillSchool, tutorOf } from "./school.ts";
import { readTemplates, type Templates } from "./templates.ts";
import { openWire, pullBody, readPage, send, signedIn, type Device } from "./wire.ts";

const recordCount = 5000;
const recordsEach = Math.ceil(recordCount / caseloadSize);

/** One fetching of everything. */
interface Fetched {
  readonly ms: number;
  readonly bytes: number;
}

type Fetch = () => Promise<Fetched>;

export const caseloadOfSqlite: ServerMeasurement = {
  name: "caseload-sqlite",
  measure: async ({ runs }) => {
    const database = await newSqlite();
    const templates = await readTemplates();
    const { nodes, device } = await readyOn(database, templates);
    const peers = { hocuspocus: await startPeer("hocuspocus"), pouchdb: await startPeer("pouchdb") };
    const figures = figuresOf(
      "sqlite",
      await sampled(runs, {
        ours: fetchOurs(nodes, device),
        ...("file" in database.place && { bare: fetchBare(database.place.file) }),
        ...(peers.hocuspocus && { hocuspocus: await fetchFromHocuspocus(peers.hocuspocus, templates) }),
        ...(peers.pouchdb && { pouchdb: await fetchFromPouch(peers.pouchdb, templates) }),
      }),
    );
    await Promise.all([
      ...nodes.map((node) => node.stop()),
      peers.hocuspocus?.remove(),
      peers.pouchdb?.remove(),
    ]);
    await database.remove();
    return figures;
  },
};

export const caseloadOfPostgres: ServerMeasurement = {
  name: "caseload-postgres",
  measure: async ({ runs }) => {
    const [file, database] = [await newSqlite(), await newPostgres()];
    const templates = await readTemplates();
    const { nodes, device } = await readyOn(database, templates);
    const onFile = await readyOn(file, templates);
    const taken = await sampled(runs, {
      ours: fetchOurs(nodes, device),
      ...("file" in file.place && { bare: fetchBare(file.place.file) }),
    });
    await Promise.all([...nodes, ...onFile.nodes].map((node) => node.stop()));
    await database.remove();
    await file.remove();
    return figuresOf("postgres", taken);
  },
};

async function readyOn(
  { place }: BenchDatabase,
  templates: Templates,
): Promise<{ readonly nodes: readonly ServerProcess[]; readonly device: Device }> {
  const storage = await openDatabase(place);
  await fillSchool(storage, templates, { learners: caseloadSize, recordsEach });
  const device = await signedIn(storage, { person: tutorOf(0) });
  await storage.close();
  return { nodes: await startNodes(place, 1), device };
}

async function sampled(runs: number, fetches: Readonly<Record<string, Fetch>>): Promise<Taken> {
  const bytes: Record<string, number> = {};
  const ms = await inTurn(runs, Object.keys(fetches), async (side) => {
    const fetched = await fetches[side]?.();
    bytes[side] = fetched?.bytes ?? Number.NaN;
    return (fetched?.ms ?? Number.NaN) / 1000;
  });
  return { seconds: ms, bytes };
}

/** Page after page, each read as a device reads it. */
function fetchOurs([node]: readonly ServerProcess[], device: Device): Fetch {
  return async () => {
    const wire = openWire(node?.port ?? 0, 1);
    const positions: Parameters<typeof pullBody>[0] = {};
    let bytes = 0;
    let records = 0;
    const startedAt = performance.now();
    for (let more = true; more;) {
      const { body, socketBytes } = await send(wire, device, "pull", pullBody(positions));
      const page = readPage(body);
      Object.assign(positions, page.positions);
      records += page.records.length;
      bytes = socketBytes;
      ({ more } = page);
    }
    const ms = performance.now() - startedAt;
    wire.agent.destroy();
    if (records < recordCount) throw new Error(`Only ${records} records came.`);
    return { ms, bytes };
  };
}

/** The same records read from the same database in one statement, and compressed as one. */
const fetchBare =
  (file: string): Fetch =>
  async () => {
    const database = new DatabaseSync(file, { readOnly: true });
    const startedAt = performance.now();
    const rows = database
      .prepare("select id, kind, learner, org, created_by, created_at, hash, state from records")
      .all();
    const states = rows.map(({ state }) => state as Uint8Array);
    const body = gzipSync(Buffer.concat(states));
    const ms = performance.now() - startedAt;
    database.close();
    return { ms, bytes: body.length };
  };

/** The records that a caseload is made of, under names of their own. */
const written = ({
  written: templates,
}: Templates): readonly { id: Id; template: Templates["written"][number] }[] =>
  Array.from({ length: recordCount }, (_none, place) => {
    const template = templates[place % templates.length] ?? templates[0];
    if (!template) throw new Error("The demo school wrote nothing.");
    return { id: createId(template.kind, place, Math.random), template };
  });

/** How many documents are asked for at once: as many as its own server allows to wait. */
const atOnce = 100;

/** Every document opened by name, on one socket: Hocuspocus has no list of them, so their names are given. */
async function fetchFromHocuspocus({ port }: RunningPeer, templates: Templates): Promise<Fetch> {
  const records = written(templates);
  const inParts = async (work: (record: (typeof records)[number]) => Promise<void>): Promise<void> => {
    for (let first = 0; first < records.length; first += atOnce)
      await Promise.all(records.slice(first, first + atOnce).map(work));
  };
  const writer = await openHocuspocus(port);
  await inParts(({ id, template }) => writer.push(id, template.state));
  await writer.close();
  return async () => {
    const startedAt = performance.now();
    const socket = await openHocuspocus(port);
    await inParts(({ id }) => socket.open(id));
    const ms = performance.now() - startedAt;
    const bytes = socket.bytes();
    await socket.close();
    return { ms, bytes };
  };
}

/** The changes of a database with their documents, a thousand to a page: less than PouchDB's own replication asks. */
async function fetchFromPouch({ port }: RunningPeer, templates: Templates): Promise<Fetch> {
  const filling = openPouch(port, 1);
  await askPouch(filling, "/caseload", undefined, "PUT");
  const records = written(templates).map(({ id, template: { kind, state } }) => ({
    envelope: { id, kind, learner: benchLearner(0) },
    state,
  }));
  for (let first = 0; first < records.length; first += 500)
    await askPouch(filling, "/caseload/_bulk_docs", bulkBody(records.slice(first, first + 500)));
  return async () => {
    const wire = openPouch(port, 1);
    let [since, bytes] = [0, 0];
    const startedAt = performance.now();
    for (let page = 0; page < recordCount; page += 1000) {
      const path = `/caseload/_changes?since=${since}&limit=1000&include_docs=true`;
      const { body, socketBytes } = await askPouch(wire, path, undefined, "GET");
      since = (JSON.parse(body) as { last_seq: number }).last_seq;
      bytes = socketBytes;
    }
    const ms = performance.now() - startedAt;
    wire.agent.destroy();
    return { ms, bytes };
  };
}

interface Taken {
  readonly seconds: Readonly<Record<string, readonly number[]>>;
  readonly bytes: Readonly<Record<string, number>>;
}

const who: Readonly<Record<string, string>> = {
  bare: "the same records selected from a file of SQLite by one statement and compressed as one",
  hocuspocus: "Hocuspocus, a document a record, all opened on one socket",
  pouchdb: "PouchDB's server, its changes with documents, a thousand a page, uncompressed by its own default",
};

function figuresOf(
  database: string,
  { seconds: { ours = [], ...others }, bytes }: Taken,
): readonly Explained[] {
  return Object.entries(others).flatMap(([name, reference]) => {
    const isLimit = name === "bare";
    const end = isLimit ? database : `${database}-${name}`;
    const about = who[name] ?? name;
    const kb = (side: string): number => (bytes[side] ?? Number.NaN) / 1024;
    return [
      ...against(ours, [
        {
          name: `caseload-seconds-${end}`,
          unit: "s",
          against: about,
          aim: isLimit ? 4 : 1,
          limit:
            "Limited by signing each record's receipt, packing, compressing and unpacking it, then by asking who may.",
          reference,
          details: [`${recordCount} records; ours ${(recordCount / medianOf(ours)).toFixed(0)} a second.`],
        },
      ]),
      ...against(
        [kb("ours")],
        [
          {
            name: `caseload-bytes-${end}`,
            unit: "KB",
            against: about,
            aim: isLimit ? 1.5 : 1,
            limit:
              "Limited by what cannot be compressed and must be there: of each record an id and the server's receipt.",
            reference: [kb(name)],
          },
        ],
      ),
    ];
  });
}
