/** A learner's road with the words that stand on their own map. */
import type { Stop } from "#model/views/journey.ts";
import type { LocalDate } from "#model/time.ts";
import type { Waypoint } from "#ui/kit/geometry/trail-geometry.ts";
import { sayDay, sayMonth } from "#ui/words/dates.ts";
import { plan as words } from "#ui/words/plan.ts";

/** The most letters of a name that stand on the map: about three lines on a phone. All of it stands in the plan below. */
const nameLetters = 90;

/** The first sentence; a very long one as far as its last whole word that fits. */
export function nameOf(destination: string): string {
  const [sentence = ""] = destination.trim().split(/(?<=[.!?…؟。！？])\s|\n/u);
  const name = sentence.replace(/[.。]$/u, "");
  if (name.length <= nameLetters) return name;
  const fitting = name.slice(0, nameLetters);
  return `${fitting.slice(0, Math.max(fitting.lastIndexOf(" "), nameLetters / 2)).trimEnd()}…`;
}

/** Words for some stops: more would hide the road. */
function labelOf(
  stop: Stop,
  about: { readonly destination: string; readonly today: LocalDate },
): string | undefined {
  if (stop.kind === "start") return stop.on ? sayMonth(stop.on).split(" ")[0] : words.start;
  if (stop.kind === "here") return words.youAreHere;
  if (stop.kind === "review-next") return stop.on && sayDay(stop.on, about.today);
  return stop.kind === "end" && about.destination !== "" ? nameOf(about.destination) : undefined;
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
