/**
 * Opens what a learner keeps as “only me”, for a safeguarding lead of their home. That it was opened,
 * by whom and why, is kept in the same transaction that reads the entries, and goes to the journal and the learner; only
 * then is a word answered. Whoever may not is told what is told of a learner who is not there.
 * Source: RULES A13, A14, A16, S15.
 */
import type { OpenedPrivate, PrivateEntry, PrivateToOpen, SafeguardedLearner } from "#model/wire/api.ts";
import { mayOpenPrivate } from "#model/access.ts";
import { createId, personOfLearner, type Id, type LearnerId, type PersonId } from "#model/id.ts";
import { logEntry } from "#model/kinds/log-entry.ts";
import { madeAt } from "#model/record/envelope.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import { openedLimit } from "#model/kinds/private-opened.ts";
import { project } from "#model/record/record.ts";
import type { Written } from "#model/record/written.ts";
import { joinedEntry, partsOfEach } from "#model/views/whole-entries.ts";
import { nameOf } from "#server/sign-in/account.ts";
import type { Transaction } from "#server/storage/storage.ts";
import { author, type Writing } from "#server/sync/author.ts";
import { openCircle } from "#server/sync/desk/circle.ts";
import { openDesk, type Touched } from "#server/sync/desk/desk.ts";
import type { Hand } from "#server/sync/desk/kept.ts";
import type { Site } from "#server/sync/site.ts";

/** The records of one entry, in order. */
type Parts = readonly [Written<"log-entry">, ...Written<"log-entry">[]];

/** Problem: `not-found`. */
export async function openPrivate(
  site: Site,
  { person: by, device }: Hand,
  { learner, reason }: PrivateToOpen,
): Promise<Outcome<OpenedPrivate>> {
  const { random, clock } = site.surroundings;
  const opened = await site.storage.write(async (t) => {
    const now = clock();
    const may = await openCircle(t).ask(({ circle }) => mayOpenPrivate(circle, by, learner));
    if (!may) return no("not-found");
    const entries = await privateEntries(t, learner);
    const name = await nameOf(t, by);
    const opening = { id: createId("private-opened", now, random), kind: "private-opened", learner } as const;
    const write = async (edit: Writing<"private-opened">["edit"]): Promise<Touched> => {
      const desk = openDesk(t, now);
      await author(desk, random, { ...opening, by, device, edit });
      return desk.flush();
    };
    // In two steps: the journal takes the first, in which no word was typed, and whatever it gives back is part of the whole.
    const first = await write((draft) =>
      draft.set(
        "entries",
        entries.flatMap((parts) => parts.map(({ id }) => id)),
      ),
    );
    const whole = await write((draft) => {
      draft.set("name", name);
      draft.set("reason", reason);
    });
    await t.accounts.addActs([{ at: now, by, act: "private-opened", about: personOfLearner(learner) }]);
    const touched = { ...whole, commits: [...first.commits, ...whole.commits] };
    return yes({ touched, answer: { openedAt: now, entries: entries.map(asRead) } });
  });
  if (!opened.ok) return opened;
  site.bell.ring(opened.value.touched);
  return yes(opened.value.answer);
}

/**
 * Entries that nobody but their author holds, newest first, each with the records it lies in, as many as one opening
 * names. What their author took out stays out, with all that goes on from it.
 */
async function privateEntries(t: Transaction, learner: LearnerId): Promise<readonly Parts[]> {
  const rows = await t.records.summariesOfLearners([learner], ["log-entry"]);
  const ids = rows.map(({ id }) => id as Id<"log-entry">);
  const shared = await t.scopes.standing(ids, [`log:${learner}`]);
  const isPrivate = (id: Id<"log-entry">): boolean => !shared.has(id);
  const records = await t.records.byIds(ids.filter(isPrivate));
  const entries = records
    .map(({ id, stamps, state }) => ({
      ...stamps,
      createdAt: madeAt(stamps),
      id: id as Id<"log-entry">,
      value: project(logEntry, state),
    }))
    .toSorted((a, b) => b.createdAt - a.createdAt);
  let named = 0;
  return partsOfEach(entries)
    .filter(([{ value }]) => value.removed !== true)
    .filter((parts) => (named += parts.length) <= openedLimit);
}

/** A long entry lies in several records, and is read as one. */
function asRead(parts: Parts): PrivateEntry {
  const { id, createdAt, value } = joinedEntry(parts);
  return { id, createdAt, value };
}

/** The learners whose private entries this person may open, by name; empty for everybody else. */
export async function safeguardedLearners(
  t: Transaction,
  by: PersonId,
): Promise<readonly SafeguardedLearner[]> {
  const learners = await openCircle(t).ask(({ circle }) => {
    const orgs = circle
      .ofPerson(by)
      .flatMap(({ role, org }) => (role === "safeguarding-lead" && org ? [org] : []));
    const named = orgs.flatMap((org) => circle.naming(org).flatMap(({ learner }) => learner ?? []));
    return [...new Set(named)].filter((learner) => mayOpenPrivate(circle, by, learner));
  });
  const around = await t.memberships.standing({ learners });
  const tutors = around.filter(({ role }) => role === "tutor");
  const people = [...learners.map(personOfLearner), ...tutors.flatMap(({ person }) => person ?? [])];
  const summaries = await t.records.summaries([...people, ...learners]);
  const wordOf = (id: Id | undefined, field: string): string =>
    String((id && summaries.get(id)?.summary?.[field]) ?? "");
  return learners
    .map((learner) => ({
      learner,
      name: wordOf(personOfLearner(learner), "name"),
      programme: wordOf(learner, "programme"),
      tutors: tutors.filter((one) => one.learner === learner).map(({ person }) => wordOf(person, "name")),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}
