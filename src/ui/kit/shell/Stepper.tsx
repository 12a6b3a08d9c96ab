/** The parts of something longer, as signs along a path: walked is a line, ahead is dashes. */
import { Link } from "react-aria-components";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import type { WaypointKind } from "#ui/kit/geometry/trail-geometry.ts";
import { VisuallyHidden } from "#ui/kit/pieces/VisuallyHidden.tsx";

/** One part. `isDone` says it is finished, wherever the reader is. The last may be drawn as a review's diamond. */
export type Step = {
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly href: string;
  readonly isDone: boolean;
  readonly sign?: WaypointKind;
};

type StepperProps = {
  readonly label: string;
  readonly steps: readonly Step[];
  readonly current: string;
  /** Words for screen readers after a finished part's title. */
  readonly doneLabel: string;
};

function signOf(step: Step, isHere: boolean): WaypointKind {
  if (isHere) return "here";
  if (step.isDone) return "reached";
  return step.sign ?? "ahead";
}

/** Links, since any part may be opened at any time. Upright beside a page, one row of signs where it is narrow. */
export function Stepper({ label, steps, current, doneLabel }: StepperProps) {
  const here = steps.findIndex((step) => step.id === current);
  return (
    <nav aria-label={label} className="stepper">
      <ol>
        {steps.map((step, i) => (
          <li key={step.id} data-here={i === here || undefined}>
            {i < steps.length - 1 && (
              <span className={i < here ? "path-walked" : "path-ahead"} aria-hidden="true" />
            )}
            <Link href={step.href} {...(i === here ? { "aria-current": "step" } : {})}>
              <Sign kind={signOf(step, i === here)} size={30} />
              <span className="stepper-words">
                {step.title}
                {step.isDone && <VisuallyHidden>{doneLabel}</VisuallyHidden>}
                {step.note !== undefined && <small>{step.note}</small>}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
