/** How a choice is said when two of them stand beside each other. */
import { feelings } from "#model/kinds/how-it-is-going.ts";
import { outcomes } from "#model/kinds/review.ts";
import { strands } from "#model/kinds/strand.ts";
import { isLocalDate } from "#model/time.ts";
import type { LocalDate } from "#model/time.ts";
import { feelingWords, outcomeWords, strandWords } from "#ui/words/choices.ts";
import { sayDay } from "#ui/words/dates.ts";
import { twoAnswers } from "#ui/words/plan.ts";

/** "Partly", "10 December", "Maths": any value that can be chosen. */
export function sayAnswer(value: unknown, today: LocalDate): string {
  if (isLocalDate(value)) return sayDay(value, today);
  if (typeof value === "boolean") return value ? twoAnswers.yes : twoAnswers.no;
  const outcome = outcomes.find((one) => one === value);
  if (outcome) return outcomeWords[outcome];
  const feeling = feelings.find((one) => one === value);
  if (feeling) return feelingWords[feeling];
  const strand = strands.find((one) => one === value);
  if (strand) return strandWords[strand];
  return typeof value === "string" && value !== "" ? value : twoAnswers.none;
}
