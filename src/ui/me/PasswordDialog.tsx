/** Changing one's own password; needs signal, and says so only when there is none. */
import { CircleAlert } from "lucide-react";
import { useState } from "react";
import type { SyntheticEvent } from "react";
import { passwordLengthMin } from "#model/wire/api.ts";
import type { Problem } from "#model/outcome.ts";
import { changePassword } from "#store/account.ts";
import { Dialog } from "#ui/kit/overlay/Dialog.tsx";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { NameForKeeper } from "#ui/sign-in/NameForKeeper.tsx";
import { PasswordField } from "#ui/sign-in/PasswordField.tsx";
import { useAccount } from "#ui/store-context.tsx";
import { everywhere } from "#ui/words/everywhere.ts";
import { me as words } from "#ui/words/me.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { firstTime } from "#ui/words/sign-in.ts";

/** Open while it is rendered. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { userName } = useAccount();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const change = async (): Promise<void> => {
    const outcome = await changePassword({ current, next });
    if (!outcome.ok) return setProblem(outcome.problem);
    showToast({ words: words.passwordChanged });
    return onClose();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void change();
  };
  return (
    <Dialog
      title={words.password}
      isOpen
      onClose={onClose}
      closeLabel={everywhere.close}
      holdsWords={current !== "" || next !== ""}
    >
      <form onSubmit={submit} noValidate className="stacked">
        {problem && (
          <p className="err" role="alert">
            <Icon of={CircleAlert} />
            {wordsForProblem(problem)}
          </p>
        )}
        <NameForKeeper userName={userName} />
        <PasswordField
          label={words.currentPassword}
          value={current}
          onChange={setCurrent}
          keeps="current-password"
        />
        <PasswordField
          label={words.nextPassword}
          hint={firstTime.chooseHint(passwordLengthMin)}
          value={next}
          onChange={setNext}
          keeps="new-password"
        />
        <div className="dialog-acts">
          <FingerButton type="submit">{words.changeIt}</FingerButton>
        </div>
      </form>
    </Dialog>
  );
}
