/**
 * Log entries of the demo school's shape, as many as asked for: its learners' own sentences, dealt out
 * afresh, so that the bytes compress as real words do. A state is about 0.9 KB and its value about 1 KB.
 */
import { createDemo } from "#server/demo/compose.ts";
import { hashOf } from "#model/record/bytes.ts";
import type { Envelope } from "#model/record/envelope.ts";
import { createId } from "#model/id.ts";
import type { LearnerId, PersonId, Random } from "#model/id.ts";
import { logEntry, prompts } from "#model/kinds/log-entry.ts";
import type { HeldRecord } from "#model/wire/protocol.ts";
import { createState } from "#model/record/record.ts";
import type { State } from "#model/record/record.ts";
import { strands } from "#model/kinds/strand.ts";
import { addDays, day } from "#model/time.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";

/** A record as its author's device first has it. */
export interface BenchRecord {
  readonly envelope: Envelope & Required<Pick<Envelope, "createdBy" | "createdAt">>;
  readonly state: State;
}

/** Whose entries these are. */
export interface Author {
  readonly learner: LearnerId;
  readonly person: PersonId;
}

/** The first of September 2026: the day on which the demo school stands still for measurements. */
const today = day("2026-09-01");
const hourMs = 3_600_000;

/** About this many characters of words make a state of 0.9 KB. */
const wordsLength = 560;

function sentencesOf(random: Random): readonly string[] {
  const { learners } = createDemo({ today, random });
  const texts = learners.flatMap(({ entries, targets, comments, plan }) => [
    ...entries.flatMap((entry) => prompts.map((prompt) => entry[prompt] ?? "")),
    ...targets.flatMap(({ what, why, howWeKnow, support }) => [what, why, howWeKnow, support]),
    ...comments.map(({ words }) => words),
    plan.goodAt,
    plan.learnBest,
    plan.helpWith,
  ]);
  const sentences = texts.flatMap((text) => text.split(/(?<=[.?!]) /)).filter((sentence) => sentence !== "");
  return [...new Set(sentences)];
}

/** Entries of these learners in turn, an hour apart, the newest last. The same seed gives the same records. */
export function composeRecords(count: number, authors: readonly Author[], seed = 1): BenchRecord[] {
  const random = seededRandom(seed);
  const sentences = sentencesOf(random);
  const anyOf = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
  const firstAt = new Date(`${today}T08:00:00`).getTime() - count * hourMs;
  return Array.from({ length: count }, (_none, place) => {
    const createdAt = firstAt + place * hourMs;
    const { learner, person } = authors[place % authors.length] as Author;
    const state = createState(
      logEntry,
      (draft) => {
        draft.set("happenedOn", addDays(today, -Math.floor(((count - place) * hourMs) / (24 * hourMs))));
        draft.set("strand", anyOf(strands));
        for (const [prompt, words] of wordsByPrompt(() => anyOf(sentences))) draft.type(prompt, words);
      },
      { person, random },
    );
    const envelope: BenchRecord["envelope"] = {
      id: createId("log-entry", createdAt, random),
      kind: "log-entry",
      learner,
      createdBy: person,
      createdAt,
    };
    return { envelope, state };
  });
}

/** The record as a server gives it, with a receipt of the right length and no worth. */
export const heldRecordOf = ({ envelope, state }: BenchRecord): HeldRecord => {
  const { createdAt, createdBy } = envelope;
  const hash = hashOf(state);
  const stamps = { createdBy, createdAt, arrivedAt: createdAt + hourMs };
  return { envelope, stamps, state, hash, receipt: hash.slice(0, 22) };
};

/** Sentences for each prompt in turn, until there are as many words as a full entry has. */
function wordsByPrompt(sentence: () => string): Map<(typeof prompts)[number], string> {
  const words = new Map<(typeof prompts)[number], string>();
  for (let length = 0, turn = 0; length < wordsLength; turn += 1) {
    const prompt = prompts[turn % prompts.length] ?? "did";
    const next = sentence();
    words.set(prompt, [words.get(prompt), next].filter(Boolean).join(" "));
    length += next.length;
  }
  return words;
}
