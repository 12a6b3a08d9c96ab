/**
 * What facts do beyond being kept: a membership or its end changes who may hold what, a sharing choice
 * moves an entry and its comments, an erasure destroys a record, a closing takes a number. Also what a fact must agree with:
 * an end names a membership about the same learner, a choice an entry of its author's.
 * Source: RULES A3, A7, R4.
 */
import type { Erasure } from "#model/kinds/erasure.ts";
import type { Envelope } from "#model/record/envelope.ts";
import {
  isIdOf,
  personOfLearner,
  type Id,
  type LearnerId,
  type OrganisationId,
  type PersonId,
} from "#model/id.ts";
import {
  learnerRoles,
  organisationRoles,
  type Membership,
  type MembershipEnded,
} from "#model/kinds/membership.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import type { SharingChoice } from "#model/kinds/sharing-choice.ts";
import { reviewIdOf } from "#model/kinds/review.ts";
import type { MembershipRow } from "#server/storage/membership-storage.ts";
import type { ClosingRow, KeptRecord } from "#server/storage/storage.ts";
import type { Desk } from "./desk.ts";
import type { Values } from "./kept.ts";

/** Whether a value agrees with the other records it names, as far as they are known. Problems: `wrong-value`, with the field. */
export async function checkLinks(desk: Desk, envelope: Envelope, value: Values): Promise<Outcome<true>> {
  if (envelope.kind === "membership")
    return isWhole(envelope, value as unknown as Membership) ? yes(true) : no("wrong-value", "role");
  if (envelope.kind === "organisation") return envelope.org === envelope.id ? yes(true) : no("wrong-id");
  if (envelope.kind === "sharing-choice")
    return isOfLearner(desk, envelope, { field: "entry", id: value["entry"] });
  if (envelope.kind === "comment") return isOfLearner(desk, envelope, { field: "about", id: value["about"] });
  if (envelope.kind === "erasure") return isOfAuthor(desk, envelope, value as unknown as Erasure);
  if (envelope.kind === "contribution")
    return isOfLearner(desk, envelope, { field: "review", id: value["review"] });
  if (envelope.kind === "target-outcome" || envelope.kind === "review-closed")
    return isOfReview(desk, envelope, value);
  return yes(true);
}

/**
 * Whoever erases their own words must have written them here, and hears the same of what is another's and what is not there;
 * a coordinator may also erase what has yet to come back.
 */
async function isOfAuthor(
  desk: Desk,
  envelope: Envelope,
  { record, author }: Erasure,
): Promise<Outcome<true>> {
  if (record === undefined) return no("wrong-value", "record");
  if (await desk.isErased(record)) return yes(true);
  const known = await desk.record(record);
  if (!known) return author === envelope.createdBy ? no("wrong-value", "record") : yes(true);
  if (known.learner !== envelope.learner) return no("wrong-value", "record");
  if (known.stamps.createdBy === author) return yes(true);
  return no("wrong-value", author === envelope.createdBy ? "record" : "author");
}

/** A role says what a membership is about, and whether it names a person or an organisation. */
function isWhole(envelope: Envelope, { role, person, organisation }: Membership): boolean {
  const roles: readonly (string | undefined)[] = envelope.learner ? learnerRoles : organisationRoles;
  const namesOrganisation = role === "home" || role === "provider";
  return (
    roles.includes(role) &&
    (person !== undefined) === !namesOrganisation &&
    (organisation !== undefined) === namesOrganisation
  );
}

/**
 * Whose review it is decides who writes about it, so the series is the review's own. One that has yet to arrive has an
 * id that says so: it follows from the learner, the series and a review of that series that was closed, or none.
 */
async function isOfReview(desk: Desk, envelope: Envelope, value: Values): Promise<Outcome<true>> {
  const named = await isOfLearner(desk, envelope, { field: "review", id: value["review"] });
  if (!named.ok) return named;
  const review = await desk.record(value["review"] as Id);
  const isTheirs = review
    ? review.summary?.["series"] === value["series"]
    : await isPlaceOf(desk, envelope.learner, value);
  return isTheirs ? yes(true) : no("wrong-value", "series");
}

async function isPlaceOf(
  desk: Desk,
  learner: LearnerId | undefined,
  { review, series: named }: Values,
): Promise<boolean> {
  if (learner === undefined || !isIdOf("organisation", named)) return false;
  const closed = await closingsOf(desk, { learner, series: named });
  const before = [undefined, ...closed.map((closing) => closing.review)];
  return before.some(
    (previous) => reviewIdOf({ learner, series: named, ...(previous && { previous }) }) === review,
  );
}

async function isOfLearner(
  desk: Desk,
  envelope: Envelope,
  named: { readonly field: string; readonly id: unknown },
): Promise<Outcome<true>> {
  if (typeof named.id !== "string") return no("wrong-value", named.field);
  const record = await desk.record(named.id as Id);
  return !record || record.learner === envelope.learner ? yes(true) : no("wrong-value", named.field);
}

/** Draws a fact's consequences on the desk, once the fact itself lies there. */
export async function applyFact(desk: Desk, record: KeptRecord, value: Values): Promise<void> {
  if (record.kind === "membership") await applyMembership(desk, record, value as unknown as Membership);
  else if (record.kind === "membership-ended")
    await applyEnd(desk, record, value as unknown as MembershipEnded);
  else if (record.kind === "erasure") await applyErasure(desk, record, value as unknown as Erasure);
  else if (record.kind === "sharing-choice")
    await applyChoice(desk, record, value as unknown as SharingChoice);
}

/** What was said to be erased before it was here is left alone where it is somebody else's. Source: RULES A23. */
async function applyErasure(desk: Desk, { learner }: KeptRecord, { record, author }: Erasure): Promise<void> {
  if (record === undefined) return;
  const known = await desk.record(record);
  if (known && (known.learner !== learner || known.stamps.createdBy !== author)) return;
  await desk.erase(record);
  desk.place(await familyOf(desk, record));
}

/** An entry, what it goes on in, and all comments on these: where they stand depends on with whom it is shared. */
export async function familyOf(desk: Desk, entry: Id): Promise<readonly Id[]> {
  const family = new Set([entry]);
  // What is added on the way is looked at, too.
  for (const id of family) {
    if (!isIdOf("log-entry", id)) continue;
    for (const about of [...(await desk.t.records.idsAbout(id)), ...desk.idsAbout(id)]) family.add(about);
  }
  return [...family];
}

async function applyMembership(desk: Desk, record: KeptRecord, value: Membership): Promise<void> {
  if (value.role === undefined) return;
  const id = record.id as Id<"membership">;
  const endings = [
    ...(await desk.t.memberships.endings([id])),
    ...desk.endings.all().filter(({ membership }) => membership === id),
  ];
  const row: MembershipRow = {
    id,
    role: value.role,
    person: value.person,
    organisation: value.organisation,
    ...(record.learner && { learner: record.learner }),
    ...(record.org && { org: record.org }),
    ended: endings.some(({ subject }) => subject === (record.learner ?? record.org)),
  };
  desk.memberships.put(row);
  if (row.ended) return;
  desk.circle.addMembership(row);
  await placePeople(desk, row);
}

async function applyEnd(desk: Desk, record: KeptRecord, { membership }: MembershipEnded): Promise<void> {
  const subject = record.learner ?? record.org;
  if (membership === undefined || subject === undefined) return;
  desk.endings.put({ id: record.id as Id<"membership-ended">, membership, subject });
  const known =
    desk.memberships.all().find(({ id }) => id === membership) ??
    (await desk.t.memberships.byIds([membership]))[0];
  if (!known || known.ended || (known.learner ?? known.org) !== subject) return;
  desk.memberships.put({ ...known, ended: true });
  desk.circle.endMembership(membership);
  await placePeople(desk, known);
}

/** Around whom a person is known depends on memberships: works out anew where the records of those named stand, and the word that somebody works somewhere. */
async function placePeople(
  desk: Desk,
  { id, role, person, organisation, learner, org }: MembershipRow,
): Promise<void> {
  const people = new Set<PersonId>([
    ...(person ? [person] : []),
    ...(learner ? [personOfLearner(learner)] : []),
  ]);
  if (role === "provider" && organisation)
    for (const teacher of await staffOf(desk, organisation)) people.add(teacher);
  if (role === "home" && organisation)
    for (const coordinator of await leadersOf(desk, organisation)) desk.touch([coordinator]);
  desk.touch([...people]);
  desk.place([...people, ...(org ? [id] : [])]);
}

const staffOf = (desk: Desk, org: OrganisationId): Promise<readonly PersonId[]> =>
  desk.circle.ask(({ circle }) =>
    circle.ofOrganisation(org).flatMap(({ role, person }) => (role === "staff" && person ? [person] : [])),
  );

const leadersOf = (desk: Desk, org: OrganisationId): Promise<readonly PersonId[]> =>
  desk.circle.ask(({ circle }) =>
    circle
      .ofOrganisation(org)
      .flatMap(({ role, person }) =>
        (role === "coordinator" || role === "administrator") && person ? [person] : [],
      ),
  );

async function applyChoice(
  desk: Desk,
  record: KeptRecord,
  { entry, sharedWith, replaces }: SharingChoice,
): Promise<void> {
  if (entry === undefined || sharedWith === undefined || record.learner === undefined) return;
  const row = {
    id: record.id,
    entry,
    learner: record.learner,
    value: { sharedWith, replaces: replaces ?? [] },
  };
  desk.choices.put(row);
  desk.circle.addChoice(row);
  desk.place(await familyOf(desk, entry));
}

/**
 * The number of a review's closing: its own if the review was closed before, else `wanted` where that is
 * free, else the next of the series.
 */
export async function numberOf(
  desk: Desk,
  of: {
    readonly learner: LearnerId;
    readonly series: OrganisationId;
    readonly review: Id<"review">;
    readonly wanted?: number | undefined;
  },
): Promise<number> {
  const { learner, series, review, wanted } = of;
  const ofSeries = await closingsOf(desk, { learner, series });
  const known = ofSeries.find((closing) => closing.review === review);
  if (known) return known.number;
  const isFree = wanted !== undefined && !ofSeries.some((closing) => closing.number === wanted);
  const number = isFree ? wanted : Math.max(0, ...ofSeries.map((closing) => closing.number)) + 1;
  desk.closings.put({ learner, series, review, number });
  return number;
}

/** The closings of a series, with those of this transaction. */
async function closingsOf(
  desk: Desk,
  { learner, series }: { readonly learner: LearnerId; readonly series: OrganisationId },
): Promise<readonly ClosingRow[]> {
  const closings = [...(await desk.t.facts.closings(learner)), ...desk.closings.all()];
  return closings.filter((closing) => closing.learner === learner && closing.series === series);
}
