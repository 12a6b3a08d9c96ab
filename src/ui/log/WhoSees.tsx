/** Who can see an entry, with its sign: an eye or a lock. */
import { Eye, Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { Audience } from "#model/kinds/sharing-choice.ts";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { log, sayTutors, write } from "#ui/words/log.ts";

export type WhoSeesProps = {
  readonly audience: Audience;
  readonly tutors: readonly string[];
  /** True while the entry is being written for the first time, and nobody else has it yet. */
  readonly isDraft?: boolean;
  /** Opens the choice; without it the line only tells. */
  readonly onChange?: () => void;
};

const said = ({ audience, tutors, isDraft = false }: Omit<WhoSeesProps, "onChange">): ReactNode =>
  audience === "only-me" ? (
    <b>{log.onlyMe}</b>
  ) : (
    <>
      <b>
        <bdi>{sayTutors(tutors)}</bdi>
      </b>{" "}
      {isDraft ? log.willSee : log.canSee}
    </>
  );

/** One line; pressed where it may be changed. */
export function WhoSees({ onChange, ...who }: WhoSeesProps) {
  const icon = <Icon of={who.audience === "only-me" ? Lock : Eye} small />;
  if (!onChange)
    return (
      <span className="who">
        {icon}
        <span dir="auto">{said(who)}</span>
      </span>
    );
  return (
    <Button className="who" onPress={onChange}>
      {icon}
      <span dir="auto">
        {said(who)} <u>{write.change}</u>
      </span>
    </Button>
  );
}
