/** Five questions beside a target's form. They tick themselves off, and none has to be answered. */
import { smartAnswers, smartQuestions } from "#model/views/smart.ts";
import type { Target } from "#model/kinds/target.ts";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import { VisuallyHidden } from "#ui/kit/pieces/VisuallyHidden.tsx";
import { smartWords, targetWords } from "#ui/words/staff/target.ts";

/** Before there is a target, none is answered. */
export function SmartHelp({ target }: { target: Target | undefined }) {
  const answers = target && smartAnswers(target);
  return (
    <aside className="tg-smart" aria-label={targetWords.smart}>
      <h3>{targetWords.smart}</h3>
      <ul>
        {smartQuestions.map((question) => (
          <li key={question}>
            <Sign kind={answers?.[question] ? "reached" : "ahead"} size={22} />
            <span>
              {smartWords[question]}
              {answers?.[question] && <VisuallyHidden> {targetWords.answered}</VisuallyHidden>}
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
