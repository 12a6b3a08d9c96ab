/** Getting ready for a review: four short steps into one's own words, before or after anybody else has started it. */
import { useMemo } from "react";
import type { ReactNode } from "react";
import { useParams } from "react-router";
import { isIdOf } from "#model/id.ts";
import { preparationSteps, stepsDone } from "#model/views/review/preparation.ts";
import type { PreparationStep } from "#model/views/review/preparation.ts";
import { closedReview } from "#model/views/review/review-series.ts";
import { contributionIdOf } from "#model/kinds/review.ts";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { PageTop } from "#ui/kit/shell/PageTop.tsx";
import { Stepper } from "#ui/kit/shell/Stepper.tsx";
import { useMyRoad } from "#ui/plan/use-my-road.ts";
import { LearnerPage } from "#ui/shell/LearnerPage.tsx";
import { NotFound } from "#ui/shell/NotFound.tsx";
import { useAccount, useLearner } from "#ui/store-context.tsx";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { useEditor } from "#ui/use-editor.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { prepare as words, stepTitle } from "#ui/words/prepare.ts";
import type { Contributing } from "./answer.ts";
import { LastTargets } from "./LastTargets.tsx";
import { PrepareFoot } from "./PrepareFoot.tsx";
import { ProudAndHard, SinceLastTime, WhatNext } from "./steps.tsx";
import { useStep } from "./use-step.ts";
import "./prepare.css";

const titles = {
  "since-last-time": words.sinceTitle,
  "last-targets": words.targetsTitle,
  "proud-and-hard": words.proudTitle,
  "what-next": words.nextTitle,
} as const satisfies Record<PreparationStep, string>;

function StepBody({ step, editor }: { step: PreparationStep; editor: Contributing }) {
  const road = useMyRoad(useLearner());
  if (!road) return <Placeholder label={everywhere.loading} />;
  const parts = {
    "since-last-time": <SinceLastTime editor={editor} road={road} />,
    "last-targets": <LastTargets editor={editor} road={road} />,
    "proud-and-hard": <ProudAndHard editor={editor} />,
    "what-next": <WhatNext editor={editor} />,
  } as const satisfies Record<PreparationStep, ReactNode>;
  const isClosed = closedReview(editor.review, road.records) !== undefined;
  return (
    <>
      {isClosed && <p>{words.closed}</p>}
      {parts[step]}
    </>
  );
}

function Preparing({ editor }: { editor: Contributing }) {
  const { review } = editor;
  const done = stepsDone(editor.value);
  const { step, go } = useStep(done);
  const steps = preparationSteps.map((id) => ({
    id,
    title: stepTitle(id),
    href: `/prepare/${review}?part=${id}`,
    isDone: done.has(id),
  }));
  const top = (
    <PageTop
      title={titles[step]}
      over={words.step(preparationSteps.indexOf(step) + 1, preparationSteps.length)}
      back={
        <PillButton back href="/today">
          {words.toToday}
        </PillButton>
      }
      action={<HearIt words={titles[step]} page />}
      status={<SavingMark saving={editor.saving} />}
    />
  );
  return (
    <LearnerPage
      name={words.title}
      top={top}
      hasBar={false}
      dock={<PrepareFoot step={step} editor={editor} onGo={go} />}
      className="prepare"
    >
      <Stepper label={words.steps} steps={steps} current={step} doneLabel={words.done} />
      <div className="stacked">
        <StepBody step={step} editor={editor} />
        <p className="small muted">{words.who}</p>
      </div>
    </LearnerPage>
  );
}

/** The page: one's own contribution to the review in the address. */
export function Prepare() {
  const { id } = useParams();
  const { person } = useAccount();
  const learner = useLearner();
  const about = useMemo(() => ({ learner }), [learner]);
  const review = isIdOf("review", id) ? id : undefined;
  const editor = useEditor(review && contributionIdOf(review, person), about);
  if (!review) return <NotFound />;
  return editor ? <Preparing editor={{ ...editor, review }} /> : <Placeholder label={everywhere.loading} />;
}
