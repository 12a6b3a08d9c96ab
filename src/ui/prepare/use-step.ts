/** Which step of getting ready is shown; kept in the address, so that Back goes a step back. */
import { useState } from "react";
import { useLocation, useSearchParams } from "react-router";
import { preparationSteps } from "#model/views/review/preparation.ts";
import type { PreparationStep } from "#model/views/review/preparation.ts";
import { useGoOnce } from "#ui/shell/use-go-once.ts";

/** The step in the address; the first that had no answer when the page opened where it names none. */
export function useStep(done: ReadonlySet<PreparationStep>) {
  const [query] = useSearchParams();
  const { pathname } = useLocation();
  const goOnce = useGoOnce();
  const named = preparationSteps.find((step) => step === query.get("part"));
  const [first] = useState(() => preparationSteps.find((one) => !done.has(one)) ?? "since-last-time");
  const step = named ?? first;
  return { step, go: (next: PreparationStep) => goOnce(`${pathname}?part=${next}`) };
}
