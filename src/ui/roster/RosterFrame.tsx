/** The frame of bringing in a list: its steps as a trail at the side, one step beside them, the way on at the foot. */
import type { ReactNode } from "react";
import { Contours } from "#ui/kit/drawing/Contours.tsx";
import { Mark } from "#ui/kit/shell/Mark.tsx";
import { SkipLink } from "#ui/kit/shell/SkipLink.tsx";
import { Stepper } from "#ui/kit/shell/Stepper.tsx";
import { usePageTitle } from "#ui/shell/use-page-title.ts";
import { StaffFoot } from "#ui/staff-shell/StaffPage.tsx";
import { everywhere } from "#ui/words/everywhere.ts";
import { rosterStepWords, rosterSteps, rosterWords } from "#ui/words/staff/roster.ts";
import type { RosterStep } from "#ui/words/staff/roster.ts";
import "./frame.css";
import "./roster.css";

export type RosterFrameProps = {
  readonly step: RosterStep;
  readonly notes: Readonly<Partial<Record<RosterStep, string>>>;
  readonly title: string;
  readonly intro: string;
  /** What stands at the foot: back, a word, on. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
};

/** Where a step is. */
export const stepAddress = (step: RosterStep): string => `/roster?step=${step}`;

/** `children` is the step. */
export function RosterFrame({ step, notes, title, intro, foot, children }: RosterFrameProps) {
  usePageTitle(rosterWords.title);
  const here = rosterSteps.indexOf(step);
  const steps = rosterSteps.map((one, index) => ({
    id: one,
    title: rosterStepWords[one],
    note: notes[one],
    href: stepAddress(one),
    isDone: index < here,
  }));
  return (
    <div className="lap ros">
      <SkipLink label={everywhere.skip} />
      <aside className="side steps-side">
        <Contours place="side" />
        <Mark name={everywhere.product} />
        <Stepper label={rosterWords.steps} steps={steps} current={step} doneLabel={rosterWords.done} />
        <div className="me">
          <StaffFoot />
        </div>
      </aside>
      <main id="main" tabIndex={-1} className="ros-main">
        <div className="ros-scroll">
          <h1>{title}</h1>
          <p className="muted ros-intro">{intro}</p>
          {children}
        </div>
        {foot && <footer className="ros-foot">{foot}</footer>}
      </main>
    </div>
  );
}
