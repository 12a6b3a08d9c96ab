/** The long-term goals a target may lead to, as choices. */
import type { Id } from "#model/id.ts";
import { byPlace } from "#model/views/journey.ts";
import type { Written } from "#model/record/written.ts";

/** One goal. `value` is its id as text. */
export interface ObjectiveChoice {
  readonly value: string;
  readonly label: string;
  readonly objective: Id<"objective">;
}

/** In their order, without those that were removed or have no words. */
export const objectiveChoices = (objectives: readonly Written<"objective">[]): readonly ObjectiveChoice[] =>
  objectives
    .filter(({ value }) => value.removed !== true && value.title.trim() !== "")
    .toSorted(byPlace)
    .map(({ id, value }) => ({ value: id, label: value.title, objective: id }));
