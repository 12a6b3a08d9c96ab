/** The parts of a learner's page that have an address of their own, so that they can be linked to and gone back from. */
import { useSearchParams } from "react-router";
import { isIdOf } from "#model/id.ts";
import type { Id, LearnerId } from "#model/id.ts";

/** Which part is open. */
export type LearnerPart = { readonly target: Id<"target"> | "new" } | { readonly part: "plan" | "log" };

/** The address of a part; of the whole page without one. */
export function partAddress(learner: LearnerId, part?: LearnerPart): string {
  const page = `/learner/${learner}`;
  if (!part) return page;
  return "target" in part ? `${page}?target=${part.target}` : `${page}?part=${part.part}`;
}

/** The part the address names; undefined for the whole page. */
export function useLearnerPart(): LearnerPart | undefined {
  const [search] = useSearchParams();
  const target = search.get("target");
  const part = search.get("part");
  if (target === "new" || isIdOf("target", target)) return { target };
  return part === "plan" || part === "log" ? { part } : undefined;
}
