/**
 * States to relabel: what the demo school's learners, tutors and providers wrote, as the server keeps it. A large
 * database is made of them by giving each a new id and a new learner, so that its bytes are those of real words.
 */
import { learnerOfPerson, type LearnerId } from "#model/id.ts";
import { loadDemo } from "#server/people/demo/demo.ts";
import { createServer } from "#server/server.ts";
import { openSqlite } from "#server/storage/sqlite.ts";
import type { KeptRecord, Transaction } from "#server/storage/storage.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";

/** A kept record without whose it is. */
export type Template = Pick<KeptRecord, "kind" | "state" | "hash" | "summary">;

/** Templates by what they are for. */
export interface Templates {
  readonly person: Template;
  readonly learner: Template;
  readonly membership: Template;
  /** What tutors hold of a learner beside those three, well mixed: plans, targets, reviews, entries, comments. */
  readonly written: readonly Template[];
}

/** A reading of the demo school, which nobody keeps. */
export async function readTemplates(): Promise<Templates> {
  const storage = await openSqlite();
  const server = await createServer({ storage });
  const demo = await loadDemo(server.site, "measured-only");
  if (!demo.ok) throw new Error(`The demo school did not load: ${demo.problem.code}`);
  const names = demo.value.people.filter(({ role }) => role === "learner").map(({ userName }) => userName);
  const records = await storage.read(async (t) =>
    (await Promise.all(names.map((name) => ofLearner(t, name)))).flat(),
  );
  await server.close();
  return {
    person: firstOf(records, "person"),
    learner: firstOf(records, "learner"),
    membership: firstOf(records, "membership"),
    written: mixed(records.filter(({ kind }) => !around.has(kind))),
  };
}

const around: ReadonlySet<string> = new Set(["person", "learner", "membership", "organisation"]);

async function ofLearner(
  { accounts, scopes, records }: Transaction,
  userName: string,
): Promise<readonly Template[]> {
  const user = await accounts.userByName(userName);
  if (!user) throw new Error(`Nobody is called ${userName}.`);
  const learner: LearnerId = learnerOfPerson(user.person);
  const rows = [
    ...(await scopes.rowsAfter(`plan:${learner}`, 0, 10_000)),
    ...(await scopes.rowsAfter(`log:${learner}`, 0, 10_000)),
  ];
  return records.byIds(rows.map(({ record }) => record));
}

function firstOf(templates: readonly Template[], kind: string): Template {
  const first = templates.find((template) => template.kind === kind);
  if (!first) throw new Error(`The demo school has no ${kind}.`);
  return first;
}

/** The same order in every run. */
function mixed(templates: readonly Template[]): readonly Template[] {
  const random = seededRandom(20);
  return templates
    .map((template) => ({ template, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ template }) => template);
}
