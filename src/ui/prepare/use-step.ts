/** Which step of getting ready is shown; kept in the address, so that Back goes a step back. */
import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { preparationSteps } from "#model/views/review/preparation.ts";
import type { PreparationStep } from "#model/views/review/preparation.ts";

/** The step in the address; the first that had no answer when the page opened where it names none. */
export function useStep(done: ReadonlySet<PreparationStep>) {
  const [query, setQuery] = useSearchParams();
  const named = preparationSteps.find((step) => step === query.get("part"));
  const [first] = useState(() => preparationSteps.find((one) => !done.has(one)) ?? "since-last-time");
  const step = named ?? first;
  const goingTo = useRef(step);
  useEffect(() => {
    goingTo.current = step;
  }, [step]);
  /** A second tap that comes before the step does is none. */
  const go = (next: PreparationStep): void => {
    if (goingTo.current === next) return;
    goingTo.current = next;
    setQuery({ part: next });
  };
  return { step, go };
}
