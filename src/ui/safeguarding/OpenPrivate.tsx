/** Opening one learner's private entries: what will happen, why, and being sure; then they are read here. */
import { EyeOff, Footprints, MonitorOff, WifiOff } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useState } from "react";
import { useParams } from "react-router";
import type { SafeguardedLearner } from "#model/wire/api.ts";
import { TextArea } from "#ui/kit/fields/TextArea.tsx";
import { Dialog } from "#ui/kit/overlay/Dialog.tsx";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { EmptyState } from "#ui/kit/pieces/EmptyState.tsx";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { CannotAsk } from "#ui/staff-shell/CannotAsk.tsx";
import { StaffPage } from "#ui/staff-shell/StaffPage.tsx";
import { everywhere } from "#ui/words/everywhere.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { safeguardingWords as words } from "#ui/words/safeguarding.ts";
import { firstName } from "#ui/words/staff/shell.ts";
import { OpenedEntries } from "./OpenedEntries.tsx";
import { useOnline } from "./use-online.ts";
import { useOpening } from "./use-opening.ts";
import type { Opening } from "./use-opening.ts";
import { useSafeguarded } from "./use-safeguarded.ts";
import "./safeguarding.css";

const Line = ({ icon, children }: { icon: LucideIcon; children: string }) => (
  <li>
    <Icon of={icon} />
    <span>{children}</span>
  </li>
);

function Sure({
  name,
  reason,
  opening,
  onYes,
  onClose,
}: {
  name: string;
  reason: string;
  opening: Opening;
  onYes: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog title={words.sureTitle(name)} isOpen isAlert onClose={onClose} closeLabel={everywhere.cancel}>
      <p>{words.sureWords(name)}</p>
      <blockquote className="safe-why" dir="auto">
        {reason}
      </blockquote>
      {opening.problem && (
        <p className="err" role="alert">
          {wordsForProblem(opening.problem)}
        </p>
      )}
      <div className="dialog-acts">
        <Button kind="main" onPress={onYes} isDisabled={opening.isBusy}>
          {opening.isBusy ? words.opening : words.yes}
        </Button>
        <Button kind="text" onPress={onClose}>
          {everywhere.cancel}
        </Button>
      </div>
    </Dialog>
  );
}

/** Without a connection the form waits, with the words in it. */
function Asking({ learner, opening }: { learner: SafeguardedLearner; opening: Opening }) {
  const name = firstName(learner.name);
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isOnline = useOnline();
  const said = reason.trim();
  return (
    <>
      <h2>{words.whatHappens}</h2>
      <Card as="ul" className="om-l">
        <Line icon={Footprints}>{words.learnerSees(name)}</Line>
        <Line icon={EyeOff}>{words.others}</Line>
        <Line icon={MonitorOff}>{words.notKept}</Line>
      </Card>
      <TextArea
        label={words.reason}
        hint={words.reasonHint(name)}
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
      {!isOnline && (
        <p className="note">
          <Icon of={WifiOff} small />
          <span>{words.offline}</span>
        </p>
      )}
      <Button kind="main" onPress={() => setAsked(true)} isDisabled={said === "" || !isOnline}>
        {words.goOn}
      </Button>
      {isAsked && (
        <Sure
          name={name}
          reason={said}
          opening={opening}
          onYes={() => void opening.open({ learner: learner.learner, reason: said })}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}

function OneLearner({ learner }: { learner: SafeguardedLearner }) {
  const opening = useOpening();
  const [wasOpened, setWasOpened] = useState(false);
  const close = (): void => {
    opening.close();
    setWasOpened(true);
  };
  if (opening.opened)
    return <OpenedEntries opened={opening.opened} name={firstName(learner.name)} onClose={close} />;
  return (
    <div className="safe-ask">
      {wasOpened && <output className="note">{words.gone}</output>}
      <Asking learner={learner} opening={opening} />
    </div>
  );
}

/** The page at `/safeguarding/:id`. */
export function OpenPrivate() {
  const { id } = useParams();
  const asked = useSafeguarded();
  const learner = asked.answer?.find((one) => one.learner === id);
  return (
    <StaffPage name={words.open} place="/safeguarding">
      <header className="ln-head safe-head">
        <PillButton back href="/safeguarding">
          {words.title}
        </PillButton>
        {learner && <Avatar name={learner.name} size="huge" />}
        <div className="ln-n">
          <h1>{learner?.name ?? words.open}</h1>
          {learner && <p className="muted">{learner.programme}</p>}
        </div>
      </header>
      <div className="ln-part">
        {!learner && <CannotAsk asked={asked} offline={words.offline} />}
        {!asked.answer && !asked.problem && <Placeholder rows={4} label={words.loading} />}
        {asked.answer && !learner && <EmptyState title={words.nobody} words={words.nobodyWords} />}
        {learner && <OneLearner key={learner.learner} learner={learner} />}
      </div>
    </StaffPage>
  );
}
