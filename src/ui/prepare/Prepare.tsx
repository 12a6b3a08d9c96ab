/** Getting ready for a review: four short steps into one's own words, before or after anybody else has started it. */
import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import { useParams, useSearchParams } from "react-router";
import { isIdOf } from "#model/id.ts";
import { preparationSteps, stepsDone } from "#model/preparation.ts";
import type { PreparationStep } from "#model/preparation.ts";
import { closedReview } from "#model/review-series.ts";
import { contributionIdOf } from "#model/review.ts";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { PageTop } from "#ui/kit/shell/PageTop.tsx";
import { Stepper } from "#ui/kit/shell/Stepper.tsx";
import { useMyRoad } from "#ui/plan/use-my-road.ts";
import { LearnerPage } from "#ui/shell/LearnerPage.tsx";
import { NotFound } from "#ui/shell/NotFound.tsx";
import { useAccount, useLearner } from "#ui/store-context.tsx";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { useEditor } from "#ui/use-editor.ts";
import { useTutorNames } from "#ui/use-names.ts";
import { common } from "#ui/words/common.ts";
import { sayList } from "#ui/words/lists.ts";
import { prepare as words, stepTitle } from "#ui/words/prepare.ts";
import { contribute } from "./answer.ts";
import type { Contributing } from "./answer.ts";
import { LastTargets } from "./LastTargets.tsx";
import { ProudAndHard, SinceLastTime, WhatNext } from "./steps.tsx";
import "./prepare.css";

/** The step in the address; the first that had no answer when the page opened where it names none. */
function useStep(done: ReadonlySet<PreparationStep>) {
  const [query, setQuery] = useSearchParams();
  const named = preparationSteps.find((step) => step === query.get("part"));
  const [first] = useState(() => preparationSteps.find((one) => !done.has(one)) ?? "since-last-time");
  const step = named ?? first;
  return { step, go: (next: PreparationStep) => setQuery({ part: next }) };
}

const titles = {
  "since-last-time": words.sinceTitle,
  "last-targets": words.targetsTitle,
  "proud-and-hard": words.proudTitle,
  "what-next": words.nextTitle,
} as const satisfies Record<PreparationStep, string>;

function StepBody({ step, editor }: { step: PreparationStep; editor: Contributing }) {
  const road = useMyRoad(useLearner());
  if (!road) return <Placeholder label={common.loading} />;
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

function Foot({
  step,
  editor,
  onGo,
}: {
  step: PreparationStep;
  editor: Contributing;
  onGo: (step: PreparationStep) => void;
}) {
  const at = preparationSteps.indexOf(step);
  const before = preparationSteps[at - 1];
  const after = preparationSteps[at + 1];
  const beReady = (): void => {
    contribute(editor, (draft) => draft.set("ready", true));
    showToast({ words: words.readySaid });
  };
  return (
    <section className="wr-foot" aria-label={words.steps}>
      {before && (
        <Button kind="text" onPress={() => onGo(before)}>
          {words.before}
        </Button>
      )}
      {after ? (
        <FingerButton onPress={() => onGo(after)}>{words.onward}</FingerButton>
      ) : (
        <FingerButton href="/today" onPress={beReady}>
          {words.ready}
        </FingerButton>
      )}
    </section>
  );
}

function Preparing({ editor }: { editor: Contributing }) {
  const { review } = editor;
  const done = stepsDone(editor.value);
  const { step, go } = useStep(done);
  const tutors = useTutorNames(useLearner());
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
      dock={<Foot step={step} editor={editor} onGo={go} />}
      className="prepare"
    >
      <Stepper label={words.steps} steps={steps} current={step} doneLabel={words.done} />
      <StepBody step={step} editor={editor} />
      <p className="small muted">{tutors.length > 0 ? words.who(sayList(tutors)) : words.whoStaff}</p>
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
  return editor ? <Preparing editor={{ ...editor, review }} /> : <Placeholder label={common.loading} />;
}
