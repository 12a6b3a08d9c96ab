/** What each choice of who can see an entry means, only as far as it is true today, and making it. */
import { EyeOff, HandHelping, Lock, School } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { Audience } from "#model/sharing-choice.ts";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { Dialog } from "#ui/kit/overlay/Dialog.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { common } from "#ui/words/common.ts";
import { onlyMe as words, sayTutors } from "#ui/words/log.ts";

export type AudienceDialogProps = {
  readonly audience: Audience;
  readonly tutors: readonly string[];
  readonly onChoose: (audience: Audience) => void;
  readonly onClose: () => void;
};

const Line = ({ icon, children }: { icon: LucideIcon; children: string }) => (
  <li>
    <Icon of={icon} />
    <span>{children}</span>
  </li>
);

/** Open while it is rendered. */
export function AudienceDialog({ audience, tutors, onChoose, onClose }: AudienceDialogProps) {
  const names = sayTutors(tutors);
  const isOnlyMe = audience === "only-me";
  const choose = (chosen: Audience): void => {
    onChoose(chosen);
    onClose();
  };
  const explained = [
    isOnlyMe ? "" : words.tutorWords(names),
    words.onlyMeWords,
    words.left,
    words.stored,
    words.talk,
  ].join(" ");
  return (
    <Dialog
      title={isOnlyMe ? words.onlyMeTitle : words.tutorTitle(names)}
      isOpen
      onClose={onClose}
      closeLabel={common.close}
    >
      <p className="om-p">{isOnlyMe ? words.onlyMeWords : words.tutorWords(names)}</p>
      {!isOnlyMe && <h2 className="om-h">{words.ifOnlyMe}</h2>}
      <Card as="ul" className="om-l">
        {!isOnlyMe && <Line icon={Lock}>{words.onlyMeWords}</Line>}
        <Line icon={EyeOff}>{words.left}</Line>
        <Line icon={School}>{words.stored}</Line>
        <Line icon={HandHelping}>{words.talk}</Line>
      </Card>
      <HearIt words={explained} />
      <div className="om-go">
        <FingerButton onPress={isOnlyMe ? onClose : () => choose("only-me")}>
          {isOnlyMe ? words.keep : words.onlyMeTitle}
        </FingerButton>
        <Button kind="text" onPress={isOnlyMe ? () => choose("tutor") : onClose}>
          {words.let(names)}
        </Button>
      </div>
    </Dialog>
  );
}
