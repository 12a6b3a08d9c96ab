/** What to know before signing in: that it needs signal once, whose sign-in this is, one person a device. */
import { School, WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import type { SetUpState } from "#model/wire/api.ts";
import { setUpState } from "#store/account.ts";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { signIn as words } from "#ui/words/sign-in.ts";

/** What the server tells a visitor; undefined with no signal. */
export function useSetUpState(): SetUpState | undefined {
  const [found, setFound] = useState<SetUpState>();
  useEffect(() => {
    void setUpState().then((answer) => answer.ok && setFound(answer.value));
  }, []);
  return found;
}

/** Whose sign-in this is. */
export function WhoseSignIn({ state }: { state: SetUpState | undefined }) {
  if (!state?.organisation) return null;
  return (
    <p className="si-org">
      <span>
        <Icon of={School} small />
        {state.organisation.name}
      </span>
    </p>
  );
}

/** The quiet note under the form. */
export function SignInNotes({ state }: { state: SetUpState | undefined }) {
  return (
    <>
      <p className="si-once">
        <Icon of={WifiOff} />
        <span>
          <b>{words.onceTitle}</b> {words.onceWords}
        </span>
      </p>
      <p className="small muted">{words.oneEach}</p>
      {state?.demo && <p className="small muted">{words.demo}</p>}
      {state?.insecure && <p className="small muted">{words.insecure}</p>}
      {state?.state === "fresh" && <p className="small muted">{words.fresh}</p>}
    </>
  );
}
