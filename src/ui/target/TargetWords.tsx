/** What a target says, for reading. */
import type { LearnerId } from "#model/id.ts";
import type { Target } from "#model/kinds/target.ts";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import { StrandTile } from "#ui/strand/StrandTile.tsx";
import { useToday } from "#ui/use-today.ts";
import { sayDay } from "#ui/words/dates.ts";
import { targetWords } from "#ui/words/staff/target.ts";

const parts = ["howWeKnow", "why", "support", "helpOutside", "helper"] as const;

/** Parts nobody wrote are left out. */
export function TargetWords({ target, learner }: { target: Target; learner: LearnerId | undefined }) {
  const today = useToday();
  return (
    <>
      <p className="rv-kick">
        <StrandTile strand={target.strand ?? "vocational"} learner={learner} />
        {target.dueOn && <span className="small muted">{targetWords.due(sayDay(target.dueOn, today))}</span>}
      </p>
      <h2 dir="auto">{target.what || targetWords.untitled}</h2>
      {target.steps.length > 0 && (
        <ul className="tg-read-steps">
          {target.steps.map((step) => (
            <li key={step.id}>
              <Sign kind={step.met ? "reached" : "ahead"} size={20} />
              <bdi>{step.what}</bdi>
            </li>
          ))}
        </ul>
      )}
      <dl>
        {parts
          .filter((part) => target[part].trim() !== "")
          .map((part) => (
            <div key={part} className="pl-said">
              <dt className="label">{targetWords[part]}</dt>
              <dd dir="auto">{target[part]}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
