/** A learner's road in words, for those who do not see the drawing. */
import type { Stop } from "#model/views/journey.ts";
import { count, sayList } from "#ui/words/lists.ts";

const howMany = (road: readonly Stop[], kind: Stop["kind"]): number =>
  road.filter((stop) => stop.kind === kind).length;

/** "3 targets reached, 2 reviews. Ahead: 2 targets." */
export function trailLabel(road: readonly Stop[]): string {
  const walked = [
    count(howMany(road, "review"), "review"),
    count(howMany(road, "reached"), "target reached", "targets reached"),
  ];
  return `${sayList(walked)}. Ahead: ${count(howMany(road, "ahead"), "target")}.`;
}

export const trail = {
  start: "Start",
  here: "Here",
  review: (number: number | undefined) => (number === undefined ? "Review" : `Review ${number}`),
  next: (number: number | undefined) => (number === undefined ? "Next review" : `Review ${number}`),
  destination: "Destination",
} as const;
