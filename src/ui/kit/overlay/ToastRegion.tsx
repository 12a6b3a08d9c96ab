/** Where toasts appear: above the bottom bar, reached with F6. The announcer reads them out. */
import { X } from "lucide-react";
import { Button, Text, UNSTABLE_Toast as Toast, UNSTABLE_ToastRegion as Region } from "react-aria-components";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { toasts, type ToastWords } from "./toasts.ts";

function UndoButton({ undo, close }: { undo: NonNullable<ToastWords["undo"]>; close: () => void }) {
  const takeBack = (): void => {
    undo.onUndo();
    close();
  };
  return (
    <Button className="toast-act" onPress={takeBack}>
      {undo.label}
    </Button>
  );
}

/** Stands once on every page. `label` names the region. */
export function ToastRegion({ label, closeLabel }: { label: string; closeLabel: string }) {
  return (
    <Region queue={toasts} className="toasts" aria-label={label}>
      {({ toast }) => (
        <Toast toast={toast} className="toast">
          <div className="toast-words">
            <Text slot="title">{toast.content.words}</Text>
          </div>
          {toast.content.undo && (
            <UndoButton undo={toast.content.undo} close={() => toasts.close(toast.key)} />
          )}
          <Button slot="close" aria-label={closeLabel}>
            <Icon of={X} small />
          </Button>
        </Toast>
      )}
    </Region>
  );
}
