/** Naming the organisation and its first administrator. */
import { CircleAlert } from "lucide-react";
import { useState } from "react";
import type { SyntheticEvent } from "react";
import { useNavigate } from "react-router";
import { passwordLengthMin } from "#model/wire/api.ts";
import { organisationTypes } from "#model/kinds/organisation.ts";
import type { Problem } from "#model/outcome.ts";
import { setUp } from "#store/account.ts";
import { ChoiceCards } from "#ui/kit/fields/ChoiceCards.tsx";
import { TextField } from "#ui/kit/fields/TextField.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { openFor } from "#ui/session/session.ts";
import { PasswordField } from "#ui/sign-in/PasswordField.tsx";
import { problemWords, wordsForProblem } from "#ui/words/problems.ts";
import { organisationTypeWords, setUpWords } from "#ui/words/staff/set-up.ts";
import { SetUpFrame } from "./SetUpFrame.tsx";

type Given = Omit<Parameters<typeof setUp>[0], "token">;

const nothing: Given = { organisation: "", type: "school", name: "", userName: "", password: "" };
const types = organisationTypes.map((value) => ({ value, label: organisationTypeWords[value] }));

/** What is wrong with a field, once somebody has tried to go on. */
const missing = (words: string): string | undefined => (words.trim() === "" ? setUpWords.missing : undefined);

const isShort = ({ password }: Given): boolean => [...password].length < passwordLengthMin;

const isWhole = (given: Given): boolean =>
  !missing(given.organisation) && !missing(given.name) && !missing(given.userName) && !isShort(given);

type FieldsProps = {
  readonly given: Given;
  readonly isTried: boolean;
  readonly onChange: (change: Partial<Given>) => void;
};

function Fields({ given, isTried, onChange }: FieldsProps) {
  const error = (words: string): string | undefined => (isTried ? missing(words) : undefined);
  return (
    <>
      <TextField
        label={setUpWords.organisation}
        value={given.organisation}
        onChange={(organisation) => onChange({ organisation })}
        autoComplete="organization"
        error={error(given.organisation)}
      />
      <ChoiceCards
        label={setUpWords.type}
        columns={4}
        choices={types}
        value={given.type}
        onChange={(type) => onChange({ type })}
      />
      <TextField
        label={setUpWords.yourName}
        value={given.name}
        onChange={(name) => onChange({ name })}
        autoComplete="name"
        error={error(given.name)}
      />
      <TextField
        label={setUpWords.userName}
        hint={setUpWords.userNameHint}
        value={given.userName}
        onChange={(userName) => onChange({ userName })}
        autoComplete="username"
        exactly="as-typed"
        error={error(given.userName)}
      />
      <PasswordField
        label={setUpWords.password}
        hint={setUpWords.passwordHint}
        value={given.password}
        onChange={(password) => onChange({ password })}
        keeps="new-password"
        error={isTried && isShort(given) ? problemWords["weak-password"] : undefined}
      />
    </>
  );
}

/** `token` comes from the link that the terminal printed; without it, and when it is not right, it is asked for. */
export function NameOrganisation({ token: fromLink, onBack }: { token: string; onBack: () => void }) {
  const navigate = useNavigate();
  const [token, setToken] = useState(fromLink);
  const [given, setGiven] = useState(nothing);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const isTokenAsked = fromLink === "" || problem?.code === "wrong-code";
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!isWhole(given) || isBusy) return;
    setBusy(true);
    const account = await setUp({ ...given, token: token.trim() });
    setBusy(false);
    if (!account.ok) {
      setProblem(account.problem);
      return;
    }
    await openFor(account.value);
    await navigate("/roster", { replace: true });
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void submit();
  };
  return (
    <SetUpFrame title={setUpWords.nameTitle} intro={setUpWords.nameIntro}>
      <form className="fs-form" onSubmit={onSubmit} noValidate>
        {problem && (
          <p className="err" role="alert">
            <Icon of={CircleAlert} />
            {wordsForProblem(problem)}
          </p>
        )}
        {isTokenAsked && (
          <TextField label={setUpWords.token} hint={setUpWords.tokenHint} value={token} onChange={setToken} />
        )}
        <Fields given={given} isTried={isTried} onChange={(change) => setGiven({ ...given, ...change })} />
        <div className="fs-acts">
          <Button onPress={onBack}>{setUpWords.back}</Button>
          <FingerButton type="submit">{setUpWords.goOn}</FingerButton>
        </div>
      </form>
    </SetUpFrame>
  );
}
