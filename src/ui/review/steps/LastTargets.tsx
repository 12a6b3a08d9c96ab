/** The second step: each target from last time, what its learner and others say of it, and what you both say became of it. */
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { personOfLearner } from "#model/id.ts";
import type { Id } from "#model/id.ts";
import { isShownComment } from "#model/kinds/comment.ts";
import { latestFeelings } from "#model/views/journey.ts";
import { outcomes as results, targetOutcomeIdOf } from "#model/kinds/review.ts";
import { reviewContent } from "#model/views/review/review-content.ts";
import { lastTargetsOf } from "#model/views/review/review-family.ts";
import type { LastTarget } from "#model/views/review/frozen-content.ts";
import { isSince } from "#model/views/review/review-series.ts";
import type { Written } from "#model/record/written.ts";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import { ChoiceCards } from "#ui/kit/fields/ChoiceCards.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { NewsChip } from "#ui/news/NewsChip.tsx";
import { useChanged } from "#ui/news/use-changed.ts";
import { TwoAnswers } from "#ui/review/TwoAnswers.tsx";
import { useOutcome } from "#ui/review/use-outcome.ts";
import type { OpenedReview } from "#ui/review/use-review.ts";
import { Voice } from "#ui/review/Voices.tsx";
import type { Said } from "#ui/review/Voices.tsx";
import { StrandIcon, StrandTile } from "#ui/strand/StrandTile.tsx";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { TypedText } from "#ui/typed/TypedText.tsx";
import { feelingWords, outcomeWords } from "#ui/words/choices.ts";
import { reviewWords } from "#ui/words/staff/review.ts";
import { targetWords } from "#ui/words/staff/target.ts";
import { NothingYet } from "#ui/sync-status/NothingYet.tsx";

const outcomeChoices = results.map((outcome) => ({
  value: outcome,
  label: outcomeWords[outcome],
  picture: <Sign kind={outcome} size={40} />,
}));

/** What the learner says of a target: their prepared words, else their newest answer to "how is it going?". */
function ownWords({ id, known, last }: OpenedReview, target: Id<"target">): readonly Said[] {
  const learner = personOfLearner(known.learner);
  const prepared = known.family.contributions
    .find(({ createdBy, value }) => createdBy === learner && value.review === id)
    ?.value.targets.find((one) => one.id === target);
  const felt = latestFeelings(known.feelings.filter((answer) => isSince(answer, last?.closing))).get(
    target,
  )?.value;
  const feeling = prepared?.feeling ?? felt?.feeling;
  const words = prepared?.words || felt?.words;
  const face = feeling && feelingWords[feeling];
  return words ? [{ question: face, words }] : face ? [{ words: face }] : [];
}

function OthersOn({ opened: { known, last }, target }: { opened: OpenedReview; target: Id<"target"> }) {
  const comments = known.comments.filter(
    (one) => one.value.about === target && isShownComment(one.value) && isSince(one, last?.closing),
  );
  return comments.map((one) => (
    <Voice key={one.id} person={one.createdBy} said={[{ words: one.value.words }]} />
  ));
}

function Answer({ opened, target }: { opened: OpenedReview; target: Id<"target"> }) {
  const outcome = useOutcome(opened, target);
  if (!outcome) return null;
  if (outcome.answers.length > 1)
    return <TwoAnswers answers={outcome.answers} {...(opened.mayRun ? { onChoose: outcome.choose } : {})} />;
  return (
    <div className="rv-answer">
      <ChoiceCards
        label={reviewWords.soWhat}
        strong
        choices={outcomeChoices}
        value={outcome.outcome ?? null}
        onChange={outcome.choose}
        isReadOnly={!opened.mayRun}
      />
      <TypedText
        label={reviewWords.whyThatWay}
        history={outcome.history}
        words={outcome.reason}
        onType={outcome.explain}
        isReadOnly={!opened.mayRun}
      />
      {outcome.saving && <SavingMark saving={outcome.saving} />}
    </div>
  );
}

type TargetProps = {
  readonly opened: OpenedReview;
  readonly target: Written<"target">;
  readonly place: string;
  /** True when others changed what became of it since one last looked. */
  readonly isChanged: boolean;
};

function OpenTarget({ opened, target, place, isChanged }: TargetProps) {
  const said = ownWords(opened, target.id);
  return (
    <Card as="article" className="rv-card">
      <p className="rv-kick">
        <StrandTile strand={target.value.strand ?? "vocational"} learner={opened.known.learner} />
        <span className="small muted">{place}</span> <NewsChip isChanged={isChanged} />
      </p>
      <h2 className="rv-target" dir="auto">
        {target.value.what || targetWords.untitled}
      </h2>
      {said.length > 0 && <Voice first person={personOfLearner(opened.known.learner)} said={said} />}
      <OthersOn opened={opened} target={target.id} />
      <Answer opened={opened} target={target.id} />
    </Card>
  );
}

const sayResult = ({ outcome, answers, reason }: LastTarget): string => {
  if (answers) return reviewWords.unsettledThen;
  if (!outcome) return reviewWords.notTalked;
  return reason === "" ? outcomeWords[outcome] : `${outcomeWords[outcome]}. “${reason}”`;
};

function FoldedTarget({
  opened,
  target,
  result,
  isChanged,
  onOpen,
}: Omit<TargetProps, "place"> & { result: LastTarget | undefined; onOpen: () => void }) {
  const what = target.value.what || targetWords.untitled;
  return (
    <button type="button" className="card rv-card rv-done" onClick={onOpen}>
      <Sign kind={result?.outcome ?? "ahead"} size={40} />
      <div>
        <h3 dir="auto">{what}</h3>
        <p>
          <StrandIcon
            strand={target.value.strand ?? "vocational"}
            learner={opened.known.learner}
            size="small"
          />
          {result ? sayResult(result) : reviewWords.notTalked} <NewsChip isChanged={isChanged} />
        </p>
      </div>
      <Icon of={ChevronDown} />
    </button>
  );
}

/** One target is open at a time: at first the first that was not talked about. */
export function LastTargets({ opened }: { opened: OpenedReview }) {
  const { id, known } = opened;
  const targets = lastTargetsOf(id, known.family);
  const resultById = new Map(
    reviewContent(id, known.family).lastTargets.map((result) => [result.id, result]),
  );
  const [chosen, setChosen] = useState<Id<"target"> | undefined>(
    () => (targets.find((target) => resultById.get(target.id)?.outcome === undefined) ?? targets[0])?.id,
  );
  const outcomes = known.family.outcomes.filter(({ value }) => value.review === id);
  const changedIn = useChanged(outcomes, "look");
  const isChanged = (target: Id<"target">): boolean => changedIn(targetOutcomeIdOf(id, target)).size > 0;
  if (targets.length === 0)
    return (
      <p className="note">
        <NothingYet words={reviewWords.noLastTargets} />
      </p>
    );
  return targets.map((target, index) =>
    target.id === chosen ? (
      <OpenTarget
        key={target.id}
        opened={opened}
        target={target}
        isChanged={isChanged(target.id)}
        place={reviewWords.targetOf(index + 1, targets.length)}
      />
    ) : (
      <FoldedTarget
        key={target.id}
        opened={opened}
        target={target}
        isChanged={isChanged(target.id)}
        result={resultById.get(target.id)}
        onOpen={() => setChosen(target.id)}
      />
    ),
  );
}
