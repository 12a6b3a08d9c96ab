/** Somebody else is signed in on this device: whoever comes now must not be mixed up with them. */
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { firstTime as words } from "#ui/words/sign-in.ts";
import { VisitorPage } from "./VisitorPage.tsx";

/** `name` is who is signed in. */
export function SomeoneElse({ name }: { name: string }) {
  const title = words.someoneElse(name);
  return (
    <VisitorPage title={title} spoken={`${title}. ${words.someoneElseWords}`}>
      <p>{words.someoneElseWords}</p>
      <div className="si-go">
        <FingerButton href="/me" wide>
          {words.goToMe}
        </FingerButton>
      </div>
    </VisitorPage>
  );
}
