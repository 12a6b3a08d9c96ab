/** What this person last looked at. Private to them and this device; never an edit of a record. */
import { useCallback, useEffect, useState } from "react";
import type { Instant } from "#model/time.ts";
import { useAccount, useStore } from "./store-context.tsx";

/** When something was last looked at before now, and how to say that it is being looked at. */
export interface SeenMark {
  /**
   * Undefined while it loads. What was never looked at counts from signing in on this device, so that
   * a new device calls nothing old new. Stays what it was when the screen opened.
   */
  readonly at: Instant | undefined;
  readonly mark: () => void;
}

/** `key` is any text a screen chooses. */
export function useSeen(key: string): SeenMark {
  const { seen } = useStore();
  const { signedInAt } = useAccount();
  const [found, setFound] = useState<{ readonly key: string; readonly at: Instant }>();
  useEffect(() => {
    let isGone = false;
    void seen.at(key).then((at) => {
      if (!isGone) setFound({ key, at: at ?? signedInAt });
    });
    return () => {
      isGone = true;
    };
  }, [seen, key, signedInAt]);
  const mark = useCallback(() => void seen.mark(key), [seen, key]);
  return { at: found?.key === key ? found.at : undefined, mark };
}
