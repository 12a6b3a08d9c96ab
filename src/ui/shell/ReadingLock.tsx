/**
 * Staff read what is on a device only while it meets the server from time to time. When that ends, the
 * records stay where they are, unsent ones too, and one meeting opens them again.
 */
import { useState } from "react";
import type { ReactNode } from "react";
import type { Problem } from "#model/outcome.ts";
import { isReadingLocked } from "#store/lease.ts";
import { useStore } from "#ui/store-context.tsx";
import { useSyncStatus } from "#ui/use-record.ts";
import { now, useToday } from "#ui/use-today.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { shell } from "#ui/words/shell.ts";
import { sayThings } from "#ui/words/sync-status/things.ts";
import { Notice } from "./Broken.tsx";

/** Shows the pages inside while they may be read. */
export function ReadingLock({ children }: { children: ReactNode }) {
  const { sync } = useStore();
  const status = useSyncStatus();
  const [problem, setProblem] = useState<Problem>();
  useToday();
  if (!isReadingLocked(status, now())) return children;
  const { title, words, kept: keptHere, action } = shell.readingLocked;
  const { waiting = [] } = status;
  const kept = waiting.length > 0 ? keptHere(sayThings(waiting), waiting.length) : undefined;
  const detail = problem ? wordsForProblem(problem) : kept;
  const meet = async (): Promise<void> => setProblem((await sync.sendNow()).problem);
  return (
    <Notice
      title={title}
      words={words}
      action={action}
      onAction={() => void meet()}
      {...(detail === undefined ? {} : { detail })}
    />
  );
}
