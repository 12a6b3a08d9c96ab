/** The way on and back between the steps of getting ready. */
import { preparationSteps } from "#model/views/review/preparation.ts";
import type { PreparationStep } from "#model/views/review/preparation.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Button } from "#ui/kit/press/Button.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { prepare as words } from "#ui/words/prepare.ts";
import { contribute } from "./answer.ts";
import type { Contributing } from "./answer.ts";

export type PrepareFootProps = {
  readonly step: PreparationStep;
  readonly editor: Contributing;
  readonly onGo: (step: PreparationStep) => void;
};

/** The next step biggest; after the last, saying that one is ready. */
export function PrepareFoot({ step, editor, onGo }: PrepareFootProps) {
  const at = preparationSteps.indexOf(step);
  const before = preparationSteps[at - 1];
  const after = preparationSteps[at + 1];
  const beReady = (): void => {
    contribute(editor, (draft) => draft.set("ready", true));
    showToast({ words: words.readySaid });
  };
  return (
    <section className="wr-foot" aria-label={words.steps}>
      {before && (
        <Button kind="text" onPress={() => onGo(before)}>
          {words.before}
        </Button>
      )}
      {after ? (
        <FingerButton onPress={() => onGo(after)}>{words.onward}</FingerButton>
      ) : (
        <FingerButton href="/today" onPress={beReady}>
          {words.ready}
        </FingerButton>
      )}
    </section>
  );
}
