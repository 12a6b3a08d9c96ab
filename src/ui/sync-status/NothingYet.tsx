/** What says in a line that there is nothing; until all that is somebody's has come once, that it may still come. */
import { useSyncStatus } from "#ui/use-record.ts";
import { coming } from "#ui/words/sync-status/coming.ts";

/** The words, once they are true. Where nothing else is on the page, see `WhenAllIsHere`. */
export function NothingYet({ words }: { readonly words: string }) {
  const { isComplete } = useSyncStatus();
  return isComplete ? words : coming.notYet;
}
