/** The first start of a server, from the link its terminal printed: set up an organisation, or look round the demo school. */
import { Binoculars, CircleAlert, School, Ticket } from "lucide-react";
import { useState } from "react";
import { useLocation } from "react-router";
import type { DemoPeople } from "#model/wire/api.ts";
import type { Problem } from "#model/outcome.ts";
import { setUpDemo } from "#store/account.ts";
import { Post } from "#ui/kit/drawing/Post.tsx";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { useSetUpState } from "#ui/sign-in/SignInNotes.tsx";
import { wordsForProblem } from "#ui/words/problems.ts";
import { setUpWords } from "#ui/words/staff/set-up.ts";
import { DemoReady } from "./DemoReady.tsx";
import { NameOrganisation } from "./NameOrganisation.tsx";
import { SetUpFrame } from "./SetUpFrame.tsx";

/** The token in the address's hash, which never reaches a server's log. */
const tokenIn = (hash: string): string => new URLSearchParams(hash.slice(1)).get("token") ?? "";

function SetUpCard({ onGo }: { onGo: () => void }) {
  return (
    <Card className="fs-card first">
      <Post icon={School} size={90} />
      <div>
        <h2>{setUpWords.setUp}</h2>
        <p>{setUpWords.setUpTime}</p>
        <ol>
          {setUpWords.setUpSteps.map((step) => (
            <li key={step}>
              <Sign kind="ahead" size={22} />
              {step}
            </li>
          ))}
        </ol>
        <FingerButton onPress={onGo}>{setUpWords.setUpGo}</FingerButton>
      </div>
    </Card>
  );
}

function DemoCard({ token, onReady }: { token: string; onReady: (demo: DemoPeople) => void }) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const load = async (): Promise<void> => {
    setBusy(true);
    const answer = await setUpDemo(token);
    setBusy(false);
    if (answer.ok) onReady(answer.value);
    else setProblem(answer.problem);
  };
  return (
    <Card className="fs-card">
      <Post icon={Binoculars} state="ahead" size={90} />
      <div>
        <h2>{setUpWords.demo}</h2>
        <p>{setUpWords.demoWords}</p>
        {problem && (
          <p className="err" role="alert">
            <Icon of={CircleAlert} />
            {wordsForProblem(problem)}
          </p>
        )}
        {isBusy ? (
          <output>{setUpWords.loading}</output>
        ) : (
          <Button onPress={() => void load()}>{setUpWords.demoGo}</Button>
        )}
      </div>
    </Card>
  );
}

function AlreadyReady() {
  return (
    <SetUpFrame title={setUpWords.readyTitle} intro={setUpWords.readyWords}>
      <div className="fs-acts">
        <FingerButton href="/sign-in">{setUpWords.signIn}</FingerButton>
      </div>
    </SetUpFrame>
  );
}

/** The page at `/set-up`. */
export function SetUp() {
  const { hash } = useLocation();
  const token = tokenIn(hash);
  const state = useSetUpState();
  const [isNaming, setNaming] = useState(false);
  const [demo, setDemo] = useState<DemoPeople>();
  if (demo) return <DemoReady demo={demo} />;
  if (state?.state === "ready") return <AlreadyReady />;
  if (isNaming) return <NameOrganisation token={token} onBack={() => setNaming(false)} />;
  return (
    <SetUpFrame title={setUpWords.title} intro={setUpWords.intro}>
      {state?.insecure && <p className="note">{setUpWords.insecure}</p>}
      <SetUpCard onGo={() => setNaming(true)} />
      <DemoCard token={token} onReady={setDemo} />
      <p className="fs-join">
        {setUpWords.already}{" "}
        <Button kind="text" icon={Ticket} href="/code">
          {setUpWords.join}
        </Button>
      </p>
    </SetUpFrame>
  );
}
