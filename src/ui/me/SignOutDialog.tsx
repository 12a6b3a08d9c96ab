/** Signing out: sends first; when that cannot be, says what would be lost and offers it as a file. */
import { Download } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { signOut } from "#store/account.ts";
import type { SignedOut } from "#store/account.ts";
import { Dialog } from "#ui/kit/overlay/Dialog.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { flushOpenEditors } from "#ui/open-editors.ts";
import { endSession } from "#ui/session/session.ts";
import { useStore } from "#ui/store-context.tsx";
import { everywhere } from "#ui/words/everywhere.ts";
import { me as words } from "#ui/words/me.ts";
import { sayThings } from "#ui/words/sync-status/things.ts";

type NotDone = Extract<SignedOut, { done: false }>;

export type SignOutDialogProps = {
  readonly onClose: () => void;
  /** Saves everything on this device as a file. */
  readonly onTake: () => void;
};

/** Open while it is rendered. */
export function SignOutDialog({ onClose, onTake }: SignOutDialogProps) {
  const store = useStore();
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const [left, setLeft] = useState<NotDone>();
  const leave = async (evenUnsent: boolean): Promise<void> => {
    setBusy(true);
    await flushOpenEditors();
    const outcome = await signOut(store, { evenUnsent });
    if (!outcome.done) {
      setLeft(outcome);
      return setBusy(false);
    }
    await navigate("/sign-in", { replace: true });
    return endSession();
  };
  const title = left ? words.notAllSent(sayThings(left.waiting ?? [], left.refused)) : words.signOutTitle;
  return (
    <Dialog title={title} isOpen isAlert onClose={onClose} closeLabel={everywhere.cancel}>
      <p>{left ? words.notAllSentWords : words.signOutWords}</p>
      <div className="dialog-acts">
        {left && (
          <Button icon={Download} kind="main" onPress={onTake}>
            {words.takeNow}
          </Button>
        )}
        <Button kind={left ? "danger" : "main"} onPress={() => !isBusy && void leave(left !== undefined)}>
          {isBusy ? words.signingOut : left ? words.signOutAnyway : words.signOut}
        </Button>
      </div>
    </Dialog>
  );
}
