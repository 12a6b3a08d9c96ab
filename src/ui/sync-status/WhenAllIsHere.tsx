/** What says that there is nothing waits until all that is somebody's has come once: before that it would be untrue. */
import type { ReactNode } from "react";
import { deviceWord } from "#ui/device-word.ts";
import { EmptyState } from "#ui/kit/pieces/EmptyState.tsx";
import { useSyncStatus } from "#ui/use-record.ts";
import { coming } from "#ui/words/sync-status/coming.ts";

/** Shows `children` once everything is here; until then, in plain words, that things are still coming, with what can be done meanwhile. */
export function WhenAllIsHere({
  children,
  action,
  isWholePage = false,
}: {
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** True where the page has no other heading. */
  readonly isWholePage?: boolean;
}) {
  const { isComplete, problem } = useSyncStatus();
  if (isComplete) return children;
  return (
    <EmptyState
      title={coming.title}
      words={coming.words(deviceWord(), problem)}
      action={action}
      isWholePage={isWholePage}
    />
  );
}
