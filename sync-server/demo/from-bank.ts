/** Puts a learner's log together from hand-written cards, dealt from the school's packs. */
import type { Feeling } from "#model/kinds/how-it-is-going.ts";
import type { Random } from "#model/id.ts";
import type { Strand } from "#model/kinds/strand.ts";
import type { SharedStrand } from "./banks/every-area.ts";
import { shuffled } from "./deck.ts";
import type { Pack, Packs } from "./packs.ts";
import { areas } from "./people.ts";
import type { Sketch, Story, StoryEntry, StoryReview, StoryTarget, TargetCard, Voice } from "./story.ts";

/** Days from one review to the next, as a rule. */
const SIX_WEEKS = 42;

interface Making {
  readonly sketch: Sketch;
  readonly packs: Packs;
  readonly random: Random;
  /** Every card this learner has been dealt. */
  readonly hand: Set<unknown>;
}

/** A whole story for a sketch: the same packs and randomness, the same story. */
export function storyOf(sketch: Sketch, packs: Packs, random: Random): Story {
  const making: Making = { sketch, packs, random, hand: new Set() };
  const strands = shuffled<SharedStrand>(
    ["me-and-others", "english", "maths", "digital", "placement"],
    random,
  ).slice(0, 3);
  const reviews = reviewsOf(making);
  const targets = targetsOf(making, strands, reviews);
  return {
    ...sketch,
    objectives: objectivesOf(making, strands),
    targets,
    entries: entriesOf(making, strands, targets),
    reviews,
    nextReviewIn: sketch.nextReviewIn,
  };
}

function objectivesOf(
  { sketch, packs, hand }: Making,
  strands: readonly SharedStrand[],
): Story["objectives"] {
  const packByStrand = new Map<Strand, Pack>([
    ["vocational", packs.area[sketch.area]],
    ...strands.map((strand) => [strand, packs.everyArea[strand]] as const),
  ]);
  return [...packByStrand].flatMap(([strand, pack]) => {
    const card = pack.objectives.dealTo(hand);
    return card ? [[strand, strand, ...card] as const] : [];
  });
}

/** Reviews were held at even distances, the last six weeks before the next; each has words of its own. */
function reviewsOf({ sketch, packs, hand }: Making): StoryReview[] {
  const last = Math.max(14, SIX_WEEKS - sketch.nextReviewIn);
  const apart = Math.floor((sketch.started - last) / Math.max(1, sketch.reviews));
  return Array.from({ length: sketch.reviews }, (_, place) => {
    const own = packs.review.own.dealTo(hand) ?? "";
    const overall = packs.review.overall.dealTo(hand) ?? "";
    const staffWords = place % 2 === 0 ? packs.review.staff.dealTo(hand) : undefined;
    const proud = sketch.voice === "few" ? undefined : packs.review.proud.dealTo(hand);
    const hard = sketch.voice === "full" ? packs.review.hard.dealTo(hand) : undefined;
    return {
      ago: last + apart * (sketch.reviews - 1 - place),
      overall,
      own,
      ...(proud !== undefined && { proud }),
      ...(hard !== undefined && { hard }),
      ...(staffWords !== undefined && { others: [[areas[sketch.area].teacher, staffWords] as const] }),
    };
  });
}

/** One vocational target and one or two others to each review, and as many that are current. */
function targetsOf(
  making: Making,
  strands: readonly SharedStrand[],
  reviews: readonly StoryReview[],
): StoryTarget[] {
  const { sketch, packs, hand, random } = making;
  const targets: StoryTarget[] = [];
  for (let setAt = 0; setAt <= reviews.length; setAt += 1) {
    const others = shuffled(strands, random).slice(0, random() < 0.6 ? 2 : 1);
    const wanted: readonly Strand[] = ["vocational", ...others];
    for (const strand of wanted) {
      const pack = strand === "vocational" ? packs.area[sketch.area] : packs.everyArea[strand];
      const card = pack.targets.dealTo(hand);
      const [from, to] = [reviews[setAt - 1]?.ago ?? sketch.started, reviews[setAt]?.ago ?? 1];
      if (card)
        targets.push(
          targetOf(making, card, { key: `target-${targets.length + 1}`, strand, setAt, from, to }),
        );
    }
  }
  return targets;
}

type Goings = NonNullable<StoryTarget["goings"]>;

/** A whole number from `from` up to, but not including, `to`. */
const between = (from: number, to: number, random: Random): number =>
  from + Math.floor(random() * (to - from));

interface TargetPlace {
  readonly key: string;
  readonly strand: Strand;
  readonly setAt: number;
  readonly from: number;
  readonly to: number;
}

function targetOf(
  making: Making,
  card: TargetCard,
  { key, strand, setAt, from, to }: TargetPlace,
): StoryTarget {
  const { sketch, packs, hand, random } = making;
  const { ends, ...words } = card;
  const isPast = setAt < sketch.reviews;
  const end = isPast ? ends[Math.floor(random() * ends.length)] : undefined;
  const started = end?.[0] === "partly" ? 1 : 0;
  const met = end?.[0] === "reached" ? words.steps.length : between(started, words.steps.length, random);
  const comment =
    strand === "vocational" && random() < 0.4 ? packs.area[sketch.area].comments.dealTo(hand) : undefined;
  const { teacher } = areas[sketch.area];
  return {
    ...words,
    key,
    objective: strand,
    setAt,
    met,
    ...(end && { end }),
    goings: goingsOf(making, from, to),
    ...(comment !== undefined && { comments: [{ by: teacher, words: comment, ago: to + 1 }] }),
  };
}

function goingsOf({ packs, hand, random, sketch }: Making, from: number, to: number): Goings {
  const feelings: readonly Feeling[] = ["hard", "ok", "ok", "good", "stuck", "good"];
  const times = sketch.voice === "few" ? 1 : 1 + Math.floor(random() * 2);
  return Array.from({ length: times }, (_, place) => {
    const ago = Math.max(1, Math.round(from - ((from - to) * (place + 1)) / (times + 1)));
    const feeling = feelings[Math.floor(random() * feelings.length)] ?? "ok";
    const words = random() < 0.6 ? packs.going[feeling].dealTo(hand) : undefined;
    return words === undefined ? ([ago, feeling] as const) : ([ago, feeling, words] as const);
  });
}

function entriesOf(
  making: Making,
  strands: readonly SharedStrand[],
  targets: readonly StoryTarget[],
): StoryEntry[] {
  const { sketch, random } = making;
  const all = Array.from({ length: sketch.entries }, (_, place): StoryEntry | undefined => {
    const ago = agoOf(making, place);
    const other = strands[Math.floor(random() * strands.length)] ?? "me-and-others";
    const strand: Strand = random() < 0.62 ? "vocational" : other;
    const target = targets.find(({ objective, setAt }) => objective === strand && setAt === sketch.reviews);
    return random() < 0.07
      ? privateEntry(making, ago)
      : dealtEntry(making, { ago, strand, ...(target && { target }) });
  });
  return all.filter((entry) => entry !== undefined);
}

/** More entries of late than long ago, as in life. */
function agoOf({ sketch, random }: Making, place: number): number {
  const share = (place + random()) / sketch.entries;
  return Math.max(1, Math.round((sketch.started - 2) * share ** 1.4));
}

function privateEntry({ packs, hand }: Making, ago: number): StoryEntry | undefined {
  const did = packs.onlyMe.dealTo(hand);
  return did === undefined ? undefined : { ago, did, onlyMe: true };
}

interface EntryPlace {
  readonly ago: number;
  readonly strand: Strand;
  readonly target?: StoryTarget;
}

function dealtEntry(making: Making, { ago, strand, target }: EntryPlace): StoryEntry | undefined {
  const { sketch, packs, hand, random } = making;
  const pack = strand === "vocational" ? packs.area[sketch.area] : packs.everyArea[strand];
  const card = voicesFrom(sketch.voice, random)
    .map((voice) => pack.entries[voice].dealTo(hand))
    .find((dealt) => dealt !== undefined);
  if (!card) return undefined;
  const [did, learned] = card;
  const comment =
    strand === "vocational" && random() < 0.1 ? packs.area[sketch.area].comments.dealTo(hand) : undefined;
  const by = sketch.tutor;
  return {
    ago,
    did,
    ...(learned !== undefined && { learned }),
    strand,
    ...(target && ago < 30 && random() < 0.5 && { about: target.key }),
    ...(comment !== undefined && ago > 1 && { comments: [{ by, words: comment, ago: ago - 1 }] }),
  };
}

/** The voice a learner writes in today, then those nearest to it should its pack be empty. */
function voicesFrom(voice: Voice, random: Random): readonly Voice[] {
  const mood = random();
  if (voice === "few") return mood < 0.8 ? ["few", "plain", "full"] : ["plain", "few", "full"];
  if (voice === "plain") return mood < 0.25 ? ["few", "plain", "full"] : ["plain", "full", "few"];
  return mood < 0.5 ? ["full", "plain", "few"] : ["plain", "full", "few"];
}
