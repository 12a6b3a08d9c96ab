/** Why the school's computer gave no answer, and asking again. */
import { WifiOff } from "lucide-react";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { wordsForProblem } from "#ui/words/problems.ts";
import { safeguardingWords as words } from "#ui/words/safeguarding.ts";
import type { AskedLearners } from "./use-safeguarded.ts";

/** Not there while nothing is wrong. */
export const CannotAsk = ({ asked: { problem, reload } }: { asked: AskedLearners }) =>
  problem && (
    <p className="note safe-note">
      <Icon of={WifiOff} small />
      <span>{problem.code === "offline" ? words.offline : wordsForProblem(problem)}</span>
      <Button small onPress={reload}>
        {words.tryAgain}
      </Button>
    </p>
  );
