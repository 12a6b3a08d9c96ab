/** The first time: a code from the sheet (or in the link its QR picture holds), then a password of one's own. */
import { CircleAlert } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import type { SyntheticEvent } from "react";
import { useLocation } from "react-router";
import { passwordLengthMin } from "#model/wire/api.ts";
import type { CodeGreeting } from "#model/wire/api.ts";
import type { Outcome, Problem } from "#model/outcome.ts";
import { greetCode, signInWithCode } from "#store/account.ts";
import { TextField } from "#ui/kit/fields/TextField.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { useSession } from "#ui/session/session.ts";
import { problemWords, wordsForProblem } from "#ui/words/problems.ts";
import { firstTime as words, signIn as signInWords } from "#ui/words/sign-in.ts";
import { NameForKeeper } from "./NameForKeeper.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { SignInNotes } from "./SignInNotes.tsx";
import { SomeoneElse } from "./SomeoneElse.tsx";
import { useArriving } from "./use-arriving.ts";
import { VisitorPage } from "./VisitorPage.tsx";

const Refusal = ({ problem }: { problem: Problem | undefined }) =>
  problem ? (
    <p className="err si-err" role="alert">
      <Icon of={CircleAlert} />
      {wordsForProblem(problem)}
    </p>
  ) : null;

/** The second half: the code is good, and a password makes it theirs. */
function ChoosePassword({ code, greeting }: { code: string; greeting: CodeGreeting }) {
  const [password, setPassword] = useState("");
  const [isTried, setTried] = useState(false);
  const { arrive, isBusy, problem } = useArriving();
  const isShort = [...password].length < passwordLengthMin;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isShort && !isBusy) void arrive(greeting.userName, () => signInWithCode({ code, password }));
  };
  return (
    <form onSubmit={submit} noValidate>
      <p>{words.yourUserName(greeting.userName)}</p>
      <Refusal problem={problem} />
      <NameForKeeper userName={greeting.userName} />
      <PasswordField
        label={words.choose}
        hint={words.chooseHint(passwordLengthMin)}
        value={password}
        onChange={setPassword}
        keeps="new-password"
        error={isTried && isShort ? problemWords["weak-password"] : undefined}
      />
      <div className="si-go">
        <FingerButton type="submit" wide>
          {isBusy ? signInWords.going : words.go}
        </FingerButton>
      </div>
    </form>
  );
}

/** Of a part of an address; as it stands where a link was cut or changed on its way. */
function wordsOf(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

type Found = { readonly code: string; readonly greeting: CodeGreeting };

/** The first half: which code. One in the address is tried at once. */
function EnterCode({ onFound }: { onFound: (found: Found) => void }) {
  const fromLink = wordsOf(useLocation().hash.slice(1));
  const [code, setCode] = useState(fromLink);
  const [problem, setProblem] = useState<Problem>();
  const [isTried, setTried] = useState(false);
  const hear = useCallback(
    (sought: string, answer: Outcome<CodeGreeting>): void => {
      if (answer.ok) onFound({ code: sought, greeting: answer.value });
      else setProblem(answer.problem);
    },
    [onFound],
  );
  useEffect(() => {
    if (fromLink !== "") void greetCode(fromLink).then((answer) => hear(fromLink, answer));
  }, [fromLink, hear]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (code.trim() !== "") void greetCode(code).then((answer) => hear(code, answer));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Refusal problem={problem} />
      <TextField
        label={words.code}
        hint={words.codeHint}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        exactly="capitals"
        error={isTried && code.trim() === "" ? words.missing : undefined}
      />
      <div className="si-go">
        <FingerButton type="submit" wide>
          {words.next}
        </FingerButton>
        <Button href="/sign-in">{words.back}</Button>
      </div>
    </form>
  );
}

/** The page. */
export function FirstTime() {
  const [found, setFound] = useState<Found>();
  const session = useSession();
  if (found && session.state === "signed-in" && session.account.userName !== found.greeting.userName)
    return <SomeoneElse name={session.account.name} />;
  const title = found ? words.hello(found.greeting.name) : words.title;
  return (
    <VisitorPage title={title} spoken={`${title}. ${found ? words.choose : words.codeHint}`}>
      {found ? <ChoosePassword {...found} /> : <EnterCode onFound={setFound} />}
      <SignInNotes state={undefined} />
    </VisitorPage>
  );
}
