/** What an entry's author may do with it: change it, remove it and bring it back, and once it is removed delete it for ever. */
import { Eraser, FileCheck, MessageSquare, PenLine, Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Id, LearnerId } from "#model/id.ts";
import { wordsOf } from "#model/kinds/log-entry.ts";
import type { StoredRecord } from "#store/store.ts";
import { EraseDialog } from "#ui/erasing/EraseDialog.tsx";
import type { Effect } from "#ui/erasing/EraseDialog.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Button } from "#ui/kit/press/Button.tsx";
import { usePartsOf } from "#ui/log/write/use-parts.ts";
import { useStore } from "#ui/store-context.tsx";
import { useRecordsOf } from "#ui/use-record.ts";
import { erasing } from "#ui/words/erasing.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { entry as words } from "#ui/words/log.ts";
import { wordsForProblem } from "#ui/words/problems.ts";

type Entry = StoredRecord<"log-entry">;

/** Everything of one's own that goes with an entry, and what is to be said before. */
function useErased(entry: Entry, learner: LearnerId) {
  const { person } = useStore();
  const parts = usePartsOf(learner, entry.id);
  const isPart = new Set<Id | undefined>(parts);
  const about = useRecordsOf("comment", learner)?.filter(({ value }) => isPart.has(value.about)) ?? [];
  const own = about.filter(({ createdBy }) => createdBy === person);
  const effects: readonly Effect[] = [
    ...(own.length > 0 ? [{ icon: MessageSquare, words: erasing.own }] : []),
    ...(about.length > own.length ? [{ icon: MessageSquare, words: erasing.others }] : []),
    { icon: FileCheck, words: erasing.closed },
  ];
  return { ids: [...parts, ...own.map(({ id }) => id)], effects };
}

function Removed({ entry, learner, onBack }: { entry: Entry; learner: LearnerId; onBack: () => void }) {
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const { ids, effects } = useErased(entry, learner);
  return (
    <Card className="pad-c">
      <p>{words.isRemoved}</p>
      <div className="dialog-acts">
        <Button icon={Undo2} onPress={onBack}>
          {words.bringBack}
        </Button>
        <Button kind="text" icon={Eraser} onPress={() => setAsking(true)}>
          {erasing.act}
        </Button>
      </div>
      {isAsking && (
        <EraseDialog
          title={erasing.entryTitle}
          said={wordsOf(entry.value)}
          ids={ids}
          never={erasing.never}
          effects={effects}
          onErased={() => void navigate("/log", { replace: true })}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}

/** For the author alone. */
export function OwnersActions({ entry, learner }: { entry: Entry; learner: LearnerId }) {
  const { records } = useStore();
  const setRemoved = async (isRemoved: boolean): Promise<void> => {
    const done = await records.change(entry.id, (draft) => draft.set("removed", isRemoved));
    if (!done.ok) return showToast({ words: wordsForProblem(done.problem) });
    if (!isRemoved) return undefined;
    return showToast({
      words: words.removed,
      undo: { label: everywhere.undo, onUndo: () => void setRemoved(false) },
    });
  };
  if (entry.value.removed)
    return <Removed entry={entry} learner={learner} onBack={() => void setRemoved(false)} />;
  return (
    <div className="dialog-acts">
      <Button icon={PenLine} href={`/log/${entry.id}/write`}>
        {words.change}
      </Button>
      <Button icon={Trash2} kind="text" onPress={() => void setRemoved(true)}>
        {words.remove}
      </Button>
    </div>
  );
}
