/** A learner's road with the words that stand on their own map. */
import type { Stop } from "#model/views/journey.ts";
import type { LocalDate } from "#model/time.ts";
import type { Waypoint } from "#ui/kit/geometry/trail-geometry.ts";
import { sayDay, sayMonth } from "#ui/words/dates.ts";
import { plan as words } from "#ui/words/plan.ts";

/** The most letters that stand beside a sign. */
const labelLetters = 24;

const shortened = (text: string): string => {
  const [line = ""] = text.trim().split(/[.\n]/);
  return line.length > labelLetters ? `${line.slice(0, labelLetters - 1).trimEnd()}…` : line;
};

/** Words for some stops: more would hide the road. */
function labelOf(
  stop: Stop,
  about: { readonly destination: string; readonly today: LocalDate },
): string | undefined {
  if (stop.kind === "start") return stop.on ? sayMonth(stop.on).split(" ")[0] : words.start;
  if (stop.kind === "here") return words.youAreHere;
  if (stop.kind === "review-next") return stop.on && sayDay(stop.on, about.today);
  return stop.kind === "end" && about.destination !== "" ? shortened(about.destination) : undefined;
}

/** The signs to draw, from start to end. */
export function toWaypoints(
  road: readonly Stop[],
  about: { readonly destination: string; readonly today: LocalDate },
): readonly Waypoint[] {
  return road.map((stop) => {
    const label = labelOf(stop, about);
    const number = "number" in stop ? stop.number : undefined;
    return { kind: stop.kind, ...(label ? { label } : {}), ...(number === undefined ? {} : { number }) };
  });
}
