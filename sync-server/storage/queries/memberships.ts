/** Who belongs to whom. */
import type { Kysely } from "kysely";
import type { Id, LearnerId, OrganisationId, PersonId } from "#model/id.ts";
import type { Role } from "#model/kinds/membership.ts";
import type {
  EndingRow,
  MembershipRow,
  MembershipSides,
  MembershipStorage,
} from "#server/storage/membership-storage.ts";
import type { MembershipsTable, Tables } from "#server/storage/tables.ts";
import { together } from "#server/storage/together.ts";
import { rowsOf } from "./compiled.ts";
import { gather, inParts } from "./in-parts.ts";

/** Memberships on a connection. */
export const membershipsOn = (db: Kysely<Tables>): MembershipStorage => ({
  standing: (sides) => standing(db, sides),
  everAround: async (learner, people) =>
    new Set((await gather(people, (part) => everAround(db, learner, part).execute())).map(personOf)),
  byIds: (ids) =>
    gather(ids, async (part) =>
      (await db.selectFrom("memberships").selectAll().where("id", "in", part).execute()).map(membershipOf),
    ),
  leftStanding: async () => {
    const ended = await db
      .selectFrom("memberships")
      .select("id")
      .where("ended", "=", 1)
      .where("org", "is not", null)
      .orderBy("id")
      .execute();
    // Asked of both tables at once, SQLite reads every row of every scope.
    const rows = await gather(
      ended.map(({ id }) => id),
      (part) =>
        db
          .selectFrom("scope_rows")
          .select("record")
          .distinct()
          .where("record", "in", part)
          .where("has_left", "=", 0)
          .where("scope", "not like", "people:%")
          .orderBy("record")
          .execute(),
    );
    return rows.map(({ record }) => record as Id<"membership">);
  },
  endings: (of) =>
    gather(
      of,
      async (part) =>
        (await db.selectFrom("endings").selectAll().where("membership", "in", part).execute()) as EndingRow[],
    ),
  put: async (rows) => {
    for (const part of inParts(rows))
      await db
        .insertInto("memberships")
        .values(part.map(rowOf))
        .onConflict((c) => c.column("id").doUpdateSet((e) => ({ ended: e.ref("excluded.ended") })))
        .execute();
  },
  addEndings: async (rows) => {
    for (const part of inParts(rows))
      await db
        .insertInto("endings")
        .values([...part])
        .onConflict((c) => c.column("id").doNothing())
        .execute();
  },
});

/** One query a side, since each has an index of its own; all are asked together. */
async function standing(
  db: Kysely<Tables>,
  { learners = [], orgs = [], people = [], naming = [], teaching = [], around = [] }: MembershipSides,
): Promise<MembershipRow[]> {
  const sides = await together([
    standingBy(db, "learner", learners),
    standingBy(db, "org", orgs),
    standingBy(db, "person", people),
    gather(naming, (part) => namingLearners(db, part).execute()),
    gather(teaching, (part) => namingLearners(db, part).where("role", "=", "provider").execute()),
    gather(around, (part) => allStanding(db).where("learner", "in", learnersAround(db, part)).execute()),
  ]);
  const found = new Map(sides.flat().map((row) => [row.id, membershipOf(row)]));
  return [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const allStanding = (db: Kysely<Tables>) => db.selectFrom("memberships").selectAll().where("ended", "=", 0);

const standingBy = (db: Kysely<Tables>, side: "learner" | "org" | "person", ids: readonly string[]) =>
  gather(ids, (part) =>
    rowsOf(db, {
      name: `standing by ${side}`,
      parameters: [0, ...part],
      build: () => allStanding(db).where(side, "in", part),
    }),
  );

const namingLearners = (db: Kysely<Tables>, organisations: readonly OrganisationId[]) =>
  allStanding(db).where("organisation", "in", organisations).where("learner", "is not", null);

/** Learners about whom these people are named, and those whom organisations teach whose staff they are. */
const learnersAround = (db: Kysely<Tables>, people: readonly PersonId[]) =>
  db
    .selectFrom("memberships as named")
    .select("named.learner")
    .where("named.person", "in", people)
    .where("named.ended", "=", 0)
    .where("named.learner", "is not", null)
    .union((e) =>
      e
        .selectFrom("memberships as staff")
        .innerJoin("memberships as taught", "taught.organisation", "staff.org")
        .select("taught.learner")
        .where("staff.person", "in", people)
        .where("staff.ended", "=", 0)
        .where("staff.role", "=", "staff")
        .where("taught.ended", "=", 0)
        .where("taught.role", "=", "provider")
        .where("taught.learner", "is not", null),
    );

/** Ended or not: those named about the learner, and those named in what the learner named. */
const everAround = (db: Kysely<Tables>, learner: LearnerId, people: readonly PersonId[]) =>
  db
    .selectFrom("memberships as named")
    .select("named.person")
    .where("named.learner", "=", learner)
    .where("named.person", "in", people)
    .union((e) =>
      e
        .selectFrom("memberships as around")
        .innerJoin("memberships as inside", "inside.org", "around.organisation")
        .select("inside.person")
        .where("around.learner", "=", learner)
        .where("inside.person", "in", people),
    );

const personOf = ({ person }: Pick<MembershipsTable, "person">): PersonId => person as PersonId;

const membershipOf = (row: MembershipsTable): MembershipRow => ({
  id: row.id as Id<"membership">,
  role: row.role as Role,
  person: (row.person ?? undefined) as PersonId | undefined,
  organisation: (row.organisation ?? undefined) as OrganisationId | undefined,
  ...(row.learner !== null && { learner: row.learner as LearnerId }),
  ...(row.org !== null && { org: row.org as OrganisationId }),
  ended: row.ended === 1,
});

const rowOf = ({ id, role, learner, org, person, organisation, ended }: MembershipRow): MembershipsTable => ({
  id,
  role,
  learner: learner ?? null,
  org: org ?? null,
  person: person ?? null,
  organisation: organisation ?? null,
  ended: ended ? 1 : 0,
});
