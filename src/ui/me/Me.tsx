/** The page about oneself: who can see what, this device, how it looks, taking one's record along, signing out. */
import { Download, KeyRound, LogOut } from "lucide-react";
import { useState } from "react";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Section } from "#ui/kit/pieces/Section.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { PageTop } from "#ui/kit/shell/PageTop.tsx";
import { InstallHelp } from "#ui/install/InstallHelp.tsx";
import { OpenedList } from "#ui/safeguarding/OpenedList.tsx";
import { AnyPage } from "#ui/shell/AnyPage.tsx";
import { useAccount, useStore } from "#ui/store-context.tsx";
import { SavedLine } from "#ui/sync-status/SavedLine.tsx";
import { usePerson } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { me as words } from "#ui/words/me.ts";
import { Devices } from "./Devices.tsx";
import { HowItLooks } from "./HowItLooks.tsx";
import { PasswordDialog } from "./PasswordDialog.tsx";
import { SignOutDialog } from "./SignOutDialog.tsx";
import { takeRecord } from "./take-record.ts";
import { WhoSeesWhat } from "./WhoSeesWhat.tsx";
import "./me.css";

function TakeIt({ onTake }: { onTake: () => void }) {
  return (
    <Section title={words.take}>
      <Card className="pad-c">
        <p>{words.takeWords}</p>
        <Button icon={Download} onPress={onTake}>
          {words.takeNow}
        </Button>
      </Card>
    </Section>
  );
}

/** The page. */
export function Me() {
  const store = useStore();
  const today = useToday();
  const { name, userName, learner, person } = useAccount();
  const picture = usePerson(person)?.picture;
  const [asked, setAsked] = useState<"password" | "sign-out">();
  const take = (): void => void takeRecord(store, words.fileName(name, today));
  const close = (): void => setAsked(undefined);
  const top = (
    <PageTop
      title={name}
      under={words.userName(userName)}
      // The frame of staff says it already.
      status={learner && <SavedLine />}
      action={<Avatar name={name} drawn={picture} size="big" />}
    />
  );
  return (
    <AnyPage name={words.title} top={top} isWide>
      <div className="two-sides me-page">
        <div>
          {learner ? <WhoSeesWhat learner={learner} /> : <HowItLooks />}
          {learner && <OpenedList learner={learner} />}
          <Devices />
        </div>
        <div>
          {learner && <HowItLooks />}
          <InstallHelp />
          <TakeIt onTake={take} />
        </div>
        <div className="me-acts">
          <Button icon={KeyRound} onPress={() => setAsked("password")}>
            {words.password}
          </Button>
          <Button icon={LogOut} onPress={() => setAsked("sign-out")}>
            {words.signOut}
          </Button>
        </div>
      </div>
      {asked === "password" && <PasswordDialog onClose={close} />}
      {asked === "sign-out" && <SignOutDialog onClose={close} onTake={take} />}
    </AnyPage>
  );
}
