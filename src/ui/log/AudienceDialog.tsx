/** What each choice of who can see an entry means, only as far as it is true today, and making it. */
import { EyeOff, Footprints, HandHelping, Lock, School } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { Audience } from "#model/kinds/sharing-choice.ts";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { Dialog } from "#ui/kit/overlay/Dialog.tsx";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { useSafeguardingLeads } from "#ui/safeguarding/use-safeguarding-leads.ts";
import type { KnownLead } from "#ui/safeguarding/use-safeguarding-leads.ts";
import { useAccount } from "#ui/store-context.tsx";
import { everywhere } from "#ui/words/everywhere.ts";
import { onlyMe as words, sayTutors } from "#ui/words/log.ts";
import { onlyMePromise as promise } from "#ui/words/safeguarding.ts";

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

const promiseOf = (leads: readonly KnownLead[]): string =>
  leads.length > 0 ? promise.withLead : promise.withoutLead;

/** Who the safeguarding lead is, and what is seen of what they do; nothing where there is none. */
function Leads({ leads }: { leads: readonly KnownLead[] }) {
  const [first] = leads;
  if (!first) return null;
  return (
    <>
      <li>
        <Avatar name={first.name} drawn={first.picture} />
        <span>{promise.lead(leads.map(({ name }) => name))}</span>
      </li>
      <Line icon={Footprints}>{promise.opened}</Line>
    </>
  );
}

/** What is read aloud: everything that is said. `names` are those who see it now, if anybody does. */
function explainedTo(leads: readonly KnownLead[], names: string | undefined): string {
  const lead = leads.length > 0 ? [promise.lead(leads.map(({ name }) => name)), promise.opened] : [];
  const said =
    names === undefined
      ? [promiseOf(leads), promise.unseen, ...lead]
      : [words.tutorWords(names), `${words.ifOnlyMe}:`, promiseOf(leads), words.left];
  return [...said, words.stored, words.talk].join(" ");
}

/** Open while it is rendered. */
export function AudienceDialog({ audience, tutors, onChoose, onClose }: AudienceDialogProps) {
  const names = sayTutors(tutors);
  const isOnlyMe = audience === "only-me";
  const leads = useSafeguardingLeads(useAccount().learner);
  const choose = (chosen: Audience): void => {
    onChoose(chosen);
    onClose();
  };
  return (
    <Dialog
      title={isOnlyMe ? words.onlyMeTitle : words.tutorTitle(names)}
      isOpen
      onClose={onClose}
      closeLabel={everywhere.close}
    >
      <p className="om-p">{isOnlyMe ? promiseOf(leads) : words.tutorWords(names)}</p>
      {!isOnlyMe && <h2 className="om-h">{words.ifOnlyMe}</h2>}
      <Card as="ul" className="om-l">
        {!isOnlyMe && <Line icon={Lock}>{promiseOf(leads)}</Line>}
        <Line icon={EyeOff}>{isOnlyMe ? promise.unseen : words.left}</Line>
        {isOnlyMe && <Leads leads={leads} />}
        <Line icon={School}>{words.stored}</Line>
        <Line icon={HandHelping}>{words.talk}</Line>
      </Card>
      <HearIt words={explainedTo(leads, isOnlyMe ? undefined : names)} />
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
