/** Signing in by user name and password. The only page that a person needs signal for, once. */
import { CircleAlert, Ticket } from "lucide-react";
import { useState } from "react";
import type { SyntheticEvent } from "react";
import { Navigate, useSearchParams } from "react-router";
import { signIn } from "#store/account.ts";
import { TextField } from "#ui/kit/fields/TextField.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { useSession } from "#ui/session/session.ts";
import { homeOf } from "#ui/session/homes.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { signIn as words } from "#ui/words/sign-in.ts";
import { NameForKeeper } from "./NameForKeeper.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { SignInNotes, useSetUpState, WhoseSignIn } from "./SignInNotes.tsx";
import { useArriving } from "./use-arriving.ts";
import { VisitorPage } from "./VisitorPage.tsx";

/** `knownUserName` is given where the person is already known here and only the session ended. */
function SignInForm({ knownUserName }: { knownUserName: string | undefined }) {
  const [typed, setTyped] = useState("");
  const [password, setPassword] = useState("");
  const [isTried, setTried] = useState(false);
  const { arrive, isBusy, problem } = useArriving();
  const userName = (knownUserName ?? typed).trim();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (userName !== "" && password !== "" && !isBusy)
      void arrive(userName, () => signIn({ userName, password }));
  };
  const missing = (text: string, error: string): string | undefined =>
    isTried && text === "" ? error : undefined;
  return (
    <form onSubmit={submit} noValidate>
      {problem && (
        <p className="err si-err" role="alert">
          <Icon of={CircleAlert} />
          {wordsForProblem(problem)}
        </p>
      )}
      {knownUserName === undefined ? (
        <TextField
          label={words.userName}
          value={typed}
          onChange={setTyped}
          autoComplete="username"
          exactly="as-typed"
          error={missing(typed, words.missing.userName)}
        />
      ) : (
        <NameForKeeper userName={knownUserName} />
      )}
      <PasswordField
        label={words.password}
        value={password}
        onChange={setPassword}
        keeps="current-password"
        error={missing(password, words.missing.password)}
      />
      <div className="si-go">
        <FingerButton type="submit" wide>
          {isBusy ? words.going : words.go}
        </FingerButton>
        {knownUserName === undefined && (
          <Button icon={Ticket} href="/code">
            {words.haveCode}
          </Button>
        )}
      </div>
    </form>
  );
}

/** The page. */
export function SignIn() {
  const session = useSession();
  const [query] = useSearchParams();
  const state = useSetUpState();
  const isAgain = query.has("again") && session.state === "signed-in";
  if (session.state === "signed-in" && !isAgain) return <Navigate to={homeOf(session.account)} replace />;
  const title = isAgain ? words.againTitle : words.title;
  return (
    <VisitorPage
      title={title}
      spoken={`${title}. ${words.userName}. ${words.password}. ${words.onceTitle} ${words.onceWords}`}
    >
      <WhoseSignIn state={state} />
      {isAgain && (
        <p>
          {words.againWords(session.account.name)} <span className="muted">{words.notYou}</span>
        </p>
      )}
      <SignInForm knownUserName={isAgain ? session.account.userName : undefined} />
      <SignInNotes state={state} />
    </VisitorPage>
  );
}
