/** Which of the things a person could do next they do: write in what is there, start something, share, close, decide who belongs. */
import { erasable } from "#model/kinds/erasure.ts";
import type { Membership } from "#model/kinds/membership.ts";
import { learnerOfPerson, personOfLearner } from "#model/id.ts";
import type { Id, KindName, LearnerId } from "#model/id.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import { contributionIdOf, targetOutcomeIdOf } from "#model/kinds/review.ts";
import { nextReview } from "#model/views/review/review-series.ts";
import type { ReviewRecords } from "#model/views/review/review-series.ts";
import { standingChoices } from "#model/kinds/sharing-choice.ts";
import type { SharingChoice } from "#model/kinds/sharing-choice.ts";
import type { Written } from "#model/record/written.ts";
import type { Row } from "#store/replicate/row.ts";
import { addStep, chooseValue, deleteWord, intent, pageOf, typeWord } from "./edits.ts";
import type { Intent, Page, View } from "./edits.ts";
import { farida, grace, home, learners, provider, sam } from "./people.ts";
import { standingMemberships } from "./truth.ts";

const editedTogether: ReadonlySet<KindName> = new Set([
  "plan",
  "objective",
  "target",
  "how-it-is-going",
  "log-entry",
  "review",
  "target-outcome",
  "contribution",
  "comment",
]);

const ofKind = (view: View, kind: KindName, learner: LearnerId): readonly Row[] =>
  [...view.rows.values()].filter(({ envelope }) => envelope.kind === kind && envelope.learner === learner);

const written = <K extends KindName>({ id, envelope, stamps, value }: Row): Written<K> => ({
  ...envelope,
  ...stamps,
  id: id as Id<K>,
  createdBy: stamps?.createdBy ?? envelope.createdBy ?? grace,
  createdAt: stamps?.createdAt ?? envelope.createdAt ?? 0,
  value: value as Written<K>["value"],
});

/** The next thing this person writes; undefined when chance chose something there is no occasion for. */
export function nextDoing(view: View): Intent | undefined {
  const learner = learners.includes(learnerOfPerson(view.person))
    ? learnerOfPerson(view.person)
    : view.chance.hits(0.7)
      ? learners[0]
      : view.chance.pick(learners);
  if (learner === undefined) return undefined;
  const doings: readonly { readonly weight: number; readonly of: () => Intent | undefined }[] = [
    { weight: 12, of: () => writeIn(view, view.chance.pick(pagesOf(view, learner))) },
    { weight: 6, of: () => writeIn(view, startedPage(view, learner)) },
    ...(view.person === personOfLearner(learner) ? [{ weight: 3, of: () => share(view, learner) }] : []),
    ...(view.person === farida || view.person === sam
      ? [
          { weight: 4, of: () => writeIn(view, nextReviewPage(view, learner)) },
          { weight: 4, of: () => closeReview(view, learner) },
        ]
      : []),
    { weight: 1, of: () => erase(view, learner) },
    ...(view.person === grace ? [{ weight: 14, of: () => decideMembership(view, learner) }] : []),
  ];
  return view.chance.weigh(doings)?.of();
}

const pagesOf = (view: View, learner: LearnerId): readonly Page[] =>
  [...view.rows.values()]
    .filter(({ envelope }) => envelope.learner === learner && editedTogether.has(envelope.kind))
    .map(({ envelope, value }) => ({ envelope: { ...envelope, learner }, value }));

function writeIn(view: View, page: Page | undefined): Intent | undefined {
  if (!page) return undefined;
  const way = view.chance.weigh([
    { weight: 6, write: typeWord },
    { weight: 1, write: deleteWord },
    { weight: 3, write: chooseValue },
    { weight: 1, write: addStep },
  ]);
  return way?.write(view, page);
}

const seriesOf = (view: View) =>
  view.person === sam
    ? provider
    : view.person === farida || view.person === grace
      ? home
      : (view.chance.pick([home, provider]) ?? home);

const reviewsOf = (view: View, learner: LearnerId): ReviewRecords => ({
  reviews: ofKind(view, "review", learner).map((row) => written<"review">(row)),
  closings: ofKind(view, "review-closed", learner).map((row) => written<"review-closed">(row)),
});

/** A page of a kind people start: a new one, or the one there is where there is only one. */
function startedPage(view: View, learner: LearnerId): Page | undefined {
  const series = seriesOf(view);
  const review = nextReview({ learner, series }, reviewsOf(view, learner));
  const target = view.chance.pick(ofKind(view, "target", learner))?.id as Id<"target"> | undefined;
  const entry = view.chance.pick(ofKind(view, "log-entry", learner))?.id;
  const about = view.chance.pick(
    ["plan", "target", "log-entry", "review", "objective"].flatMap((kind) =>
      ofKind(view, kind as KindName, learner),
    ),
  )?.id;
  const fresh = (kind: KindName, start?: Page["start"]) => pageOf(view, kind, { learner }, start);
  const starts: readonly (() => Page | undefined)[] = [
    () => pageOf(view, "plan", { learner, id: planIdOf(learner) }),
    () => fresh("target"),
    () => fresh("objective"),
    () => fresh("log-entry"),
    () => fresh("log-entry"),
    () => entry && fresh("log-entry", (draft) => draft.set("continues", entry)),
    () => target && fresh("how-it-is-going", (draft) => draft.set("target", target)),
    () => about && fresh("comment", (draft) => draft.set("about", about)),
    () => about && fresh("comment", (draft) => draft.set("about", about)),
    () =>
      pageOf(view, "contribution", { learner, id: contributionIdOf(review.id, view.person) }, (draft) =>
        draft.set("review", review.id),
      ),
    () =>
      target &&
      pageOf(view, "target-outcome", { learner, id: targetOutcomeIdOf(review.id, target) }, (draft) => {
        draft.set("review", review.id);
        draft.set("series", series);
        draft.set("target", target);
      }),
  ];
  return view.chance.pick(starts)?.();
}

/** The next review of the series this person runs. */
function nextReviewPage(view: View, learner: LearnerId): Page {
  const series = seriesOf(view);
  const { id, place } = nextReview({ learner, series }, reviewsOf(view, learner));
  return pageOf(view, "review", { learner, id }, (draft) => {
    draft.set("series", series);
    if (place.previous) draft.set("previous", place.previous);
  });
}

/** A fact about a learner, as an intent. */
export function fact(
  view: View,
  kind: KindName,
  learner: LearnerId,
  { narrows, fields }: { narrows: boolean; fields: Readonly<Record<string, unknown>> },
): Intent {
  return intent(pageOf(view, kind, { learner }), "writes", {
    edit: (draft) => {
      for (const [name, value] of Object.entries(fields)) if (value !== undefined) draft.set(name, value);
    },
    said: {
      words: [],
      choices: [],
      fact: {
        narrows,
        ...(fields.review ? { about: fields.review as Id<"review"> } : {}),
        ...(fields.record ? { erases: fields.record as Id } : {}),
      },
    },
  });
}

function closeReview(view: View, learner: LearnerId): Intent | undefined {
  const series = seriesOf(view);
  const { id, review } = nextReview({ learner, series }, reviewsOf(view, learner));
  const content = JSON.stringify(review?.value ?? {});
  return (
    review &&
    fact(view, "review-closed", learner, {
      narrows: false,
      fields: { review: id, series, content, contentHash: String(content.length) },
    })
  );
}

function share(view: View, learner: LearnerId): Intent | undefined {
  const entry = view.chance.pick(ofKind(view, "log-entry", learner))?.id;
  if (!entry) return undefined;
  const choices = ofKind(view, "sharing-choice", learner).map(({ id, value }) => ({
    id,
    value: value as SharingChoice,
  }));
  const standing = standingChoices(choices.filter(({ value }) => value.entry === entry));
  const isShared = standing.length > 0 && standing.every(({ value }) => value.sharedWith === "tutor");
  const fields = {
    entry,
    sharedWith: isShared ? "only-me" : "tutor",
    replaces: standing.map(({ id }) => id),
  };
  return fact(view, "sharing-choice", learner, { narrows: isShared, fields });
}

/** Erases something this person wrote; the coordinator, something anybody wrote. */
function erase(view: View, learner: LearnerId): Intent | undefined {
  const authorOf = ({ envelope, stamps }: Row) => stamps?.createdBy ?? envelope.createdBy;
  const rows = erasable
    .flatMap((kind) => ofKind(view, kind, learner))
    .filter((row) => view.person === grace || authorOf(row) === view.person);
  const row = view.chance.pick(rows);
  return (
    row &&
    fact(view, "erasure", learner, { narrows: false, fields: { record: row.id, author: authorOf(row) } })
  );
}

/** Ends what makes a tutor or provider part of a learner's care, or gives it again. */
function decideMembership(view: View, learner: LearnerId): Intent | undefined {
  // Sam teaches by being named, too: then he holds a learner twice, and may lose one of both.
  const role = view.chance.pick(["tutor", "provider", "teaching-team"] as const);
  const all = ofKind(view, "membership", learner).filter(({ value }) => (value as Membership).role === role);
  const standing = standingMemberships(view.rows.values()).find(
    (one) => one.learner === learner && one.role === role,
  );
  if (standing) {
    // Most of the time people are in each other's care, else there is nothing to see.
    if (!view.chance.hits(0.5)) return undefined;
    return fact(view, "membership-ended", learner, { narrows: true, fields: { membership: standing.id } });
  }
  if (all.length === 0 && role === "provider") return undefined;
  const fields =
    role === "provider"
      ? { role, organisation: provider }
      : { role, person: role === "tutor" ? farida : sam };
  return fact(view, "membership", learner, { narrows: false, fields });
}
