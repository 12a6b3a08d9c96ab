/** A password, hidden until its writer wants to see it. */
import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { TextField } from "#ui/kit/fields/TextField.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { signIn as words } from "#ui/words/sign-in.ts";

export type PasswordFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Which password the browser's own keeper should offer, or keep. */
  readonly keeps: "current-password" | "new-password";
  readonly hint?: string;
  readonly error?: string | undefined;
};

/** With a button inside that shows and hides it. */
export function PasswordField({ keeps, hint, error, ...field }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...field}
      {...(hint === undefined ? {} : { hint })}
      error={error}
      type={isShown ? "text" : "password"}
      autoComplete={keeps}
      exactly="as-typed"
      inside={
        <Button onPress={() => setShown(!isShown)}>
          <Icon of={isShown ? EyeOff : Eye} small />
          {isShown ? words.hide : words.show}
        </Button>
      }
    />
  );
}
