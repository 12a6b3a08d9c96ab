/** What a larger place does to each of its people: the same questions of 850, 10,000 and 110,000 learners, twenty records each. */
import { createId, learnerOfPerson, personOfLearner } from "#model/id.ts";
import { medianOf, type Explained } from "#tests/bench/figure.ts";
import { benchLearner } from "#tests/bench/page/page-bench.ts";
import { startNodes, type ServerProcess } from "./children.ts";
import { newPostgres, newSqlite, openDatabase, type BenchDatabase } from "./databases.ts";
import { against, inTurn, type ServerMeasurement } from "./in-turn.ts";
import { fillSchool, tutorOf } from "./school.ts";
import { readTemplates, type Template, type Templates } from "./templates.ts";
import {
  expectAllKept,
  openWire,
  pullBody,
  pushBody,
  readPage,
  send,
  signedIn,
  type Device,
  type Wire,
} from "./wire.ts";

const sizes = [850, 10_000, 110_000] as const;
const recordsEach = 20;
/** Learners and tutors who ask, spread over all of them. */
const asking = 24;
const asksASample = 12;

/** A place of one size, with its server and some who ask. */
interface Place {
  readonly size: number;
  readonly database: BenchDatabase;
  readonly node: ServerProcess;
  readonly wire: Wire;
  readonly learners: readonly Device[];
  readonly tutors: readonly Device[];
  readonly objective: Template;
  /** How long it took to fill, and how large it is. */
  readonly made: string;
}

export const growthOfSqlite: ServerMeasurement = {
  name: "growth-sqlite",
  measure: ({ runs }) => measured("sqlite", newSqlite, runs),
};

/** PostgreSQL takes far longer to fill. */
export const growthOfPostgres: ServerMeasurement = {
  name: "growth-postgres",
  measure: ({ runs }) => measured("postgres", newPostgres, runs),
  isLong: true,
};

async function measured(
  name: string,
  open: () => Promise<BenchDatabase>,
  runs: number,
): Promise<readonly Explained[]> {
  const templates = await readTemplates();
  const places: Place[] = [];
  try {
    for (const size of sizes) places.push(await placeOf(await open(), templates, size));
    const figures: Explained[] = [];
    for (const [question, ask] of Object.entries(questions))
      figures.push(await figureOf({ name: `growth-${question}-${name}`, runs, places, ask }));
    return figures;
  } finally {
    for (const { node, database } of places) {
      await node.stop();
      await database.remove();
    }
  }
}

async function placeOf(database: BenchDatabase, templates: Templates, size: number): Promise<Place> {
  const startedAt = performance.now();
  const storage = await openDatabase(database.place);
  await fillSchool(storage, templates, { learners: size, recordsEach });
  const filledS = (performance.now() - startedAt) / 1000;
  const [learners, tutors]: [Device[], Device[]] = [[], []];
  for (let place = 0; place < asking; place += 1) {
    const number = Math.floor((place * size) / asking);
    const learner = benchLearner(number);
    learners.push(await signedIn(storage, { person: personOfLearner(learner), learner }));
    tutors.push(await signedIn(storage, { person: tutorOf(number) }));
  }
  await storage.close();
  const megabytes = (await database.sizeBytes()) / 1e6;
  const made = `${size} learners, ${size * recordsEach} records: filled in ${filledS.toFixed(0)} s, ${megabytes.toFixed(0)} MB.`;
  console.error(made);
  const [node] = await startNodes(database.place, 1);
  const objective = templates.written.find(({ kind }) => kind === "objective");
  if (!node || !objective) throw new Error("There is nothing to ask.");
  return { size, database, node, wire: openWire(node.port, 4), learners, tutors, objective, made };
}

/** Asks once, as the device of this place in the list; resolves with the milliseconds it took. */
type Ask = (place: Place, device: number) => Promise<number>;

const questions: Readonly<Record<string, Ask>> = {
  "push-1": (place, device) => push(place, device, 1),
  "push-20": (place, device) => push(place, device, 20),
  "first-page": async (place, device) => (await pull(place, device, {})).ms,
  "next-page": async (place, device) => {
    const { positions } = await pull(place, device, {});
    await push(place, device, 1);
    return (await pull(place, device, positions)).ms;
  },
};

async function push({ wire, learners, objective }: Place, device: number, count: number): Promise<number> {
  const from = learners[device] as Device;
  const learner = learnerOfPerson(from.person);
  const createdAt = Date.now();
  const body = pushBody(
    Array.from({ length: count }, () => ({
      envelope: {
        id: createId("objective", createdAt, Math.random),
        kind: "objective",
        learner,
        createdBy: from.person,
        createdAt,
      },
      state: objective.state,
      rev: 1,
    })),
  );
  const startedAt = performance.now();
  const answer = await send(wire, from, "push", body);
  const took = performance.now() - startedAt;
  expectAllKept(answer.body);
  return took;
}

type Positions = Parameters<typeof pullBody>[0];

async function pull(
  { wire, tutors }: Place,
  device: number,
  positions: Positions,
): Promise<{ readonly ms: number; readonly positions: Positions }> {
  const body = pullBody(positions);
  const startedAt = performance.now();
  const answer = await send(wire, tutors[device] as Device, "pull", body);
  const ms = performance.now() - startedAt;
  return { ms, positions: { ...positions, ...readPage(answer.body).positions } };
}

/** Each sample is the median of a dozen, since the first question of a learner finds nothing in memory. */
async function figureOf({
  name,
  runs,
  places,
  ask,
}: {
  readonly name: string;
  readonly runs: number;
  readonly places: readonly Place[];
  readonly ask: Ask;
}): Promise<Explained> {
  let turn = 0;
  const taken = await inTurn(
    runs,
    places.map(({ size }) => String(size)),
    async (size) => {
      const place = places.find((one) => String(one.size) === size) as Place;
      const times: number[] = [];
      for (let time = 0; time < asksASample; time += 1) times.push(await ask(place, turn++ % asking));
      return medianOf(times);
    },
  );
  const at = (size: number): readonly number[] => taken[String(size)] ?? [];
  const [figure] = against(at(110_000), [
    {
      name,
      unit: "ms",
      against: "the same question of a place of 850 learners",
      aim: 1.3,
      limit:
        "Limited by how deep the indexes are: a learner's rows are found through them, and nothing is counted or searched.",
      reference: at(850),
      details: [`${medianOf(at(10_000)).toFixed(1)} ms at 10,000.`, ...places.map(({ made }) => made)],
    },
  ]);
  return figure as Explained;
}
