/** Under a part that is open for changing: what is saved, the way back, the way out. */
import { Undo2 } from "lucide-react";
import type { Saving } from "#store/store.ts";
import { Button } from "#ui/kit/press/Button.tsx";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { flushOpenEditors } from "#ui/open-editors.ts";
import { useDone } from "#ui/typed/use-done.ts";
import { everywhere } from "#ui/words/everywhere.ts";

/** `onUndo` takes back one's own last change, never another person's. */
export function EditingFoot({
  saving,
  onUndo,
  onDone,
}: {
  saving: Saving | undefined;
  onUndo: () => void;
  onDone: () => void;
}) {
  const done = useDone(flushOpenEditors, onDone);
  return (
    <div className="edit-foot">
      <SavingMark saving={saving} />
      <Button kind="text" small icon={Undo2} onPress={onUndo}>
        {everywhere.undo}
      </Button>
      <Button kind="main" small onPress={done}>
        {everywhere.done}
      </Button>
    </div>
  );
}
