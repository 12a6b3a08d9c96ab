/** What is asked of somebody else, once: a second press while the first is answered would ask for it twice. */
import { useRef, useState } from "react";

/** The action, which does nothing while it is under way, and whether it is. */
export function useOneAtATime<Given extends readonly unknown[]>(
  action: (...given: Given) => Promise<unknown>,
): readonly [run: (...given: Given) => void, isBusy: boolean] {
  const isUnderWay = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const runOnce = async (given: Given): Promise<void> => {
    isUnderWay.current = true;
    setBusy(true);
    try {
      await action(...given);
    } finally {
      isUnderWay.current = false;
      setBusy(false);
    }
  };
  const run = (...given: Given): void => {
    if (!isUnderWay.current) void runOnce(given);
  };
  return [run, isBusy];
}
