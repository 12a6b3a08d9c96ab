/** Why the school's server gave no answer, and asking again; below it stands the last answer, if there is one. */
import { WifiOff } from "lucide-react";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { everywhere } from "#ui/words/everywhere.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import type { Asked } from "./use-asked.ts";

type CannotAskProps = {
  readonly asked: Pick<Asked<unknown>, "problem" | "reload">;
  /** What needs a connection, in words. */
  readonly offline: string;
};

/** Not there while nothing is wrong. */
export const CannotAsk = ({ asked: { problem, reload }, offline }: CannotAskProps) =>
  problem && (
    <p className="note note-ask">
      <Icon of={WifiOff} small />
      <span>{problem.code === "offline" ? offline : wordsForProblem(problem)}</span>
      <Button small onPress={reload}>
        {everywhere.tryAgain}
      </Button>
    </p>
  );
