/**
 * Schools of any size, written straight into a database as the server would have left them: people, who belongs to
 * whom, and each learner's records with scopes, marks, history and client ids. Thirty learners have one tutor.
 */
import type { Scope } from "#model/access.ts";
import {
  createId,
  personOfLearner,
  type Id,
  type LearnerId,
  type OrganisationId,
  type PersonId,
} from "#model/id.ts";
import { addToDigest, digestOf } from "#model/record/bytes.ts";
import type { MembershipRow } from "#server/storage/membership-storage.ts";
import type { KeptRecord, ScopeRow, Storage, Transaction } from "#server/storage/storage.ts";
import { benchLearner } from "#tests/bench/page/page-bench.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import type { Template, Templates } from "./templates.ts";

/** How many learners one tutor looks after. */
export const caseloadSize = 30;
/** How many learners call one school their home: the size of the largest of one kind in England. */
const schoolSize = 850;
/** Records that say who a learner is: person, learner, home, tutor. */
const factsEach = 4;
/** Learners to a transaction. */
const learnersAtOnce = 300;

const numbered = (letter: string, number: number): string => `${letter}${String(number).padStart(25, "0")}`;

/** The tutor of a learner. */
export const tutorOf = (learner: number): PersonId =>
  `person_${numbered("T", Math.floor(learner / caseloadSize))}`;
/** The home of a learner. */
const homeOf = (learner: number): OrganisationId =>
  `organisation_${numbered("S", Math.floor(learner / schoolSize))}`;

/** What a school is made of. */
export interface SchoolSize {
  readonly learners: number;
  /** Each learner's records, with the four that say who they are. */
  readonly recordsEach: number;
}

/** Everything that goes into the database in one transaction. */
interface Batch {
  readonly records: KeptRecord[];
  readonly memberships: MembershipRow[];
  readonly rows: Pick<ScopeRow, "scope" | "record">[];
}

const startedAt = Date.parse("2026-09-01T08:00:00Z");

/** Fills a database that has nothing in it. */
export async function fillSchool(storage: Storage, templates: Templates, size: SchoolSize): Promise<void> {
  const random = seededRandom(size.learners);
  for (let first = 0; first < size.learners; first += learnersAtOnce) {
    const batch: Batch = { records: [], memberships: [], rows: [] };
    for (let number = first; number < Math.min(first + learnersAtOnce, size.learners); number += 1) {
      if (number % caseloadSize === 0) addTutor(batch, number, { templates, random });
      addLearner(batch, number, { templates, random, recordsEach: size.recordsEach });
    }
    await storage.write((t) => keepBatch(t, batch, random));
  }
}

interface Filling {
  readonly templates: Templates;
  readonly random: () => number;
}

function addTutor(batch: Batch, learner: number, { templates, random }: Filling): void {
  const [person, org] = [tutorOf(learner), homeOf(learner)];
  add(batch, templates.person, { id: person, org, scopes: [`own:${person}`, `people:${org}`] });
  const id = createId("membership", startedAt, random);
  add(batch, templates.membership, { id, org, scopes: [`own:${person}`, `people:${org}`] });
  batch.memberships.push({ id, role: "staff", person, organisation: undefined, org, ended: false });
}

function addLearner(
  batch: Batch,
  number: number,
  { templates, random, recordsEach }: Filling & { readonly recordsEach: number },
): void {
  const learner = benchLearner(number);
  const person = personOfLearner(learner);
  const plan: Scope = `plan:${learner}`;
  add(batch, templates.person, { id: person, org: homeOf(number), scopes: [`own:${person}`, plan] });
  add(batch, templates.learner, { id: learner, learner, scopes: [plan] });
  for (const role of ["home", "tutor"] as const) {
    const id = createId("membership", startedAt + number, random);
    add(batch, templates.membership, { id, learner, scopes: [plan] });
    batch.memberships.push({
      id,
      role,
      learner,
      person: role === "tutor" ? tutorOf(number) : undefined,
      organisation: role === "home" ? homeOf(number) : undefined,
      ended: false,
    });
  }
  for (let turn = 0; turn < recordsEach - factsEach; turn += 1) {
    const place = number * (recordsEach - factsEach) + turn;
    const template = templates.written[place % templates.written.length] as Template;
    const inLog = template.kind === "log-entry";
    const id = createId(template.kind, startedAt + place, random);
    add(batch, template, { id, learner, scopes: inLog ? [`own:${person}`, `log:${learner}`] : [plan] });
  }
}

function add(
  { records, rows }: Batch,
  template: Template,
  of: {
    readonly id: Id;
    readonly learner?: LearnerId;
    readonly org?: OrganisationId;
    readonly scopes: readonly Scope[];
  },
): void {
  const { scopes, ...subject } = of;
  const createdBy = of.learner ? personOfLearner(of.learner) : "person_server";
  records.push({
    ...template,
    ...subject,
    kind: template.kind,
    stamps: { createdBy, createdAt: startedAt, arrivedAt: startedAt },
  });
  rows.push(...scopes.map((scope) => ({ scope, record: of.id })));
}

async function keepBatch(t: Transaction, batch: Batch, random: () => number): Promise<void> {
  const first = await t.scopes.reserve(batch.records.length);
  const positionOf = new Map(batch.records.map(({ id }, index) => [id, first + index]));
  const rows = batch.rows.map((row) => ({
    ...row,
    position: positionOf.get(row.record) ?? first,
    left: false,
  }));
  await t.records.put(batch.records);
  await t.scopes.putRows(rows);
  await t.scopes.putMarks(await marksAfter(t, batch, rows));
  await t.memberships.put(batch.memberships);
  const device = "filled";
  await t.history.add(
    batch.records.map(({ id, stamps }) => ({
      record: id,
      position: positionOf.get(id) ?? first,
      at: stamps.arrivedAt,
      by: stamps.createdBy,
      device,
    })),
  );
  await t.history.addClients(
    batch.records.map(({ id }) => ({ record: id, client: Math.floor(random() * 2 ** 32), device })),
  );
  const last = first + batch.records.length - 1;
  await t.scopes.addCommit({ position: last, mark: String(last).padStart(32, "0") });
}

async function marksAfter(
  t: Transaction,
  { records }: Batch,
  rows: readonly ScopeRow[],
): Promise<{ scope: Scope; position: number; digest: number }[]> {
  const hashes = new Map(records.map(({ id, hash }) => [id, hash]));
  const marks = new Map<Scope, { scope: Scope; position: number; digest: number }>();
  const touched = new Set(rows.map(({ scope }) => scope));
  for (const mark of (await t.scopes.marks([...touched])).values()) marks.set(mark.scope, { ...mark });
  for (const { scope, record, position } of rows) {
    const hash = hashes.get(record);
    if (hash === undefined) continue;
    const digest = addToDigest(marks.get(scope)?.digest ?? 0, digestOf(record, hash));
    marks.set(scope, { scope, position, digest });
  }
  return [...marks.values()];
}
