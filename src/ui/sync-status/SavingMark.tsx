/** The line over a place to write: saved as you write, or plainly not. */
import { CircleAlert } from "lucide-react";
import type { Problem } from "#model/outcome.ts";
import type { Saving } from "#store/store.ts";
import { deviceWord } from "#ui/device-word.ts";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { useSyncStatus } from "#ui/use-record.ts";
import { saved } from "#ui/words/sync-status/saved.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { deviceIcons } from "./SavedLine.tsx";

/** What stood in the way; nothing where the strip over the page says that all was cleared. */
function Why({ problem }: { problem: Problem }) {
  const isSaid = useSyncStatus().problem?.code === "storage-cleared" && problem.code === "storage-cleared";
  return isSaid ? null : ` ${wordsForProblem(problem)}`;
}

/** `saving` undefined means that nothing has been typed yet. True to the store: it says saved only when it is durable. */
export function SavingMark({ saving }: { saving: Saving | undefined }) {
  if (saving?.state === "failed")
    return (
      <p className="err" role="alert">
        <Icon of={CircleAlert} />
        <span>
          {saved.failed}.<Why problem={saving.problem} />
        </span>
      </p>
    );
  const device = deviceWord();
  const words =
    saving === undefined ? saved.asYouWrite : saving.state === "saving" ? saved.saving : saved.here(device);
  return (
    <p className="saved" data-saving={saving?.state ?? "untouched"}>
      <Icon of={deviceIcons[device]} small />
      <b>{words}</b>
    </p>
  );
}
