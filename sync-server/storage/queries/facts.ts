/** Sharing choices, numbers of reviews, and what was written before access ended. */
import type { Kysely } from "kysely";
import { hashOf } from "#model/record/bytes.ts";
import type { Id, LearnerId, OrganisationId } from "#model/id.ts";
import type { Audience } from "#model/kinds/sharing-choice.ts";
import type { ChoiceRow, ClosingRow, FactStorage, TrayRow } from "#server/storage/storage.ts";
import type { ChoicesTable, ClosingsTable, Tables, TrayTable } from "#server/storage/tables.ts";
import { rowsOf } from "./compiled.ts";
import { gather, inParts } from "./in-parts.ts";

/** Facts on a connection. */
export const factsOn = (db: Kysely<Tables>): FactStorage => ({
  choices: (entries) =>
    gather(entries, async (part) => {
      const build = () => db.selectFrom("choices").selectAll().where("entry", "in", part);
      return (await rowsOf(db, { name: "choices", parameters: part, build })).map(choiceOf);
    }),
  addChoices: async (rows) => {
    for (const part of inParts(rows))
      await db
        .insertInto("choices")
        .values(part.map(rowOfChoice))
        .onConflict((c) => c.column("id").doNothing())
        .execute();
  },
  closings: async (learner) =>
    (
      await db.selectFrom("closings").selectAll().where("learner", "=", learner).orderBy("number").execute()
    ).map(closingOf),
  addClosings: async (rows) => {
    for (const part of inParts(rows))
      await db
        .insertInto("closings")
        .values([...part])
        .execute();
  },
  addToTray: async (rows) => {
    for (const part of inParts(rows))
      await db
        .insertInto("tray")
        .values(part.map((row) => ({ ...row, learner: row.learner ?? null, hash: hashOf(row.state) })))
        .onConflict((c) => c.columns(["person", "id", "hash"]).doNothing())
        .execute();
  },
  trayBytes: async (person) => {
    const sum = await db
      .selectFrom("tray")
      .select((e) => e.fn.sum(e.fn("length", ["state"])).as("bytes"))
      .where("person", "=", person)
      .executeTakeFirst();
    return Number(sum?.bytes ?? 0);
  },
  tray: (learners) =>
    gather(learners, async (part) =>
      (await db.selectFrom("tray").selectAll().where("learner", "in", part).orderBy("at").execute()).map(
        trayRowOf,
      ),
    ),
  emptyTray: async (before) => void (await db.deleteFrom("tray").where("at", "<", before).execute()),
});

const rowOfChoice = ({ id, entry, learner, value }: ChoiceRow): ChoicesTable => ({
  id,
  entry,
  learner,
  shared_with: value.sharedWith ?? "only-me",
  replaces: JSON.stringify(value.replaces ?? []),
});

const choiceOf = (row: ChoicesTable): ChoiceRow => ({
  id: row.id as Id,
  entry: row.entry as Id<"log-entry">,
  learner: row.learner as LearnerId,
  value: {
    sharedWith: row.shared_with as Audience,
    replaces: JSON.parse(row.replaces) as Id<"sharing-choice">[],
  },
});

const closingOf = (row: ClosingsTable): ClosingRow => ({
  learner: row.learner as LearnerId,
  series: row.series as OrganisationId,
  review: row.review as Id<"review">,
  number: row.number,
});

const trayRowOf = ({ hash: _hash, learner, ...row }: TrayTable): TrayRow => ({
  ...row,
  id: row.id as Id,
  ...(learner !== null && { learner: learner as LearnerId }),
});
