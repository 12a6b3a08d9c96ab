/** Where toasts appear, once the first page is drawn: nothing there needs them yet, and it need not wait for them. */
import { useEffect, useState } from "react";
import type { ToastRegion } from "#ui/kit/overlay/ToastRegion.tsx";
import { toasts } from "#ui/kit/overlay/toasts.ts";
import { afterDrawingMs, useSession } from "#ui/session/session.ts";
import { everywhere } from "#ui/words/everywhere.ts";

/** News of what somebody did go with them: the next person neither reads them nor takes anything back. */
const clearWhenLeft = (): (() => void) =>
  useSession.subscribe(({ state }) => {
    if (state === "signed-out") toasts.clear();
  });

/** What is said before they are here is shown then. */
export function LateToasts() {
  const [late, setLate] = useState<{ readonly Region: typeof ToastRegion }>();
  useEffect(clearWhenLeft, []);
  useEffect(() => {
    let isGone = false;
    const fetch = async (): Promise<void> => {
      // Where the file cannot be fetched, news are still read out, and the page stands.
      const [fetched] = await Promise.allSettled([import("#ui/kit/overlay/ToastRegion.tsx")]);
      if (!isGone && fetched.status === "fulfilled") setLate({ Region: fetched.value.ToastRegion });
    };
    const timer = setTimeout(() => void fetch(), afterDrawingMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);
  return late && <late.Region label={everywhere.news} closeLabel={everywhere.close} />;
}
