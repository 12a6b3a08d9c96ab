/** The plan on a learner's page: where they want to get to, and their targets by strand, each with how it goes. */
import { LifeBuoy, Plus } from "lucide-react";
import { Link } from "react-aria-components";
import { finishedTargets, isOffTrack, latestFeelings, openTargets } from "#model/views/journey.ts";
import { strands } from "#model/kinds/strand.ts";
import type { Strand } from "#model/kinds/strand.ts";
import { isLate } from "#model/kinds/target.ts";
import type { Written } from "#model/record/written.ts";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { NewsChip } from "#ui/news/NewsChip.tsx";
import { useChanged } from "#ui/news/use-changed.ts";
import { useMay } from "#ui/staff-shell/use-may.ts";
import { StrandDot } from "#ui/strand/StrandDot.tsx";
import { StrandTile } from "#ui/strand/StrandTile.tsx";
import { useToday } from "#ui/use-today.ts";
import { feelingWords, outcomeWords } from "#ui/words/choices.ts";
import { sayDay } from "#ui/words/dates.ts";
import { learnerWords } from "#ui/words/staff/learner.ts";
import { targetWords } from "#ui/words/staff/target.ts";
import { NothingYet } from "#ui/sync-status/NothingYet.tsx";
import { partAddress } from "./learner-parts.ts";
import type { IsNew } from "./use-is-new.ts";
import type { KnownLearner } from "./use-learner.ts";

const strandOf = ({ value }: Written<"target">): Strand => value.strand ?? "vocational";

const TargetLink = ({ target, known }: { target: Written<"target">; known: KnownLearner }) => (
  <Link href={partAddress(known.learner, { target: target.id })}>
    <b>
      <bdi>{target.value.what || targetWords.untitled}</bdi>
    </b>
  </Link>
);

type OpenTargetProps = {
  readonly target: Written<"target">;
  readonly known: KnownLearner;
  readonly isNew: IsNew;
  /** True when others changed it since one last looked at it. */
  readonly isChanged: boolean;
};

/** Marked as new with the newest answer to how it is going, also where the target itself is not. */
function OpenTarget({ target, known, isNew, isChanged }: OpenTargetProps) {
  const today = useToday();
  const answer = latestFeelings(known.feelings).get(target.id);
  const feeling = answer?.value.feeling;
  const hasNews = isNew(target) || (answer !== undefined && isNew(answer));
  const isOff = isOffTrack(target, feeling, today);
  const late =
    target.value.dueOn && isLate(target.value, today)
      ? learnerWords.late(sayDay(target.value.dueOn, today))
      : undefined;
  const says = feeling && learnerWords.says(known.firstName, feelingWords[feeling]);
  return (
    <li>
      <span className="dots" aria-hidden="true">
        <StrandDot strand={target.value.strand} about={known.about} isOff={isOff} />
      </span>
      <div>
        <TargetLink target={target} known={known} />
        <NewsChip isNew={hasNews} isChanged={isChanged} />
        <small>
          {[late ?? (isOff ? learnerWords.offTrack : learnerWords.onTrack), says].filter(Boolean).join(". ")}
        </small>
      </div>
    </li>
  );
}

function FinishedTargets({ known, strand }: { known: KnownLearner; strand: Strand }) {
  const today = useToday();
  return finishedTargets(known.family)
    .filter(({ target }) => strandOf(target) === strand)
    .map(({ target, outcome, on }) => (
      <li key={target.id}>
        <Sign kind={outcome} />
        <div>
          <TargetLink target={target} known={known} />
          <small>{`${outcomeWords[outcome]} ${sayDay(on, today)}`}</small>
        </div>
      </li>
    ));
}

function Destination({ words }: { words: string | undefined }) {
  return (
    <p className="dest own-bg">
      <Sign kind="end" />
      <span>
        <small>{learnerWords.destination}</small>
        {words ? (
          <bdi>“{words}”</bdi>
        ) : (
          <span className="muted">
            <NothingYet words={learnerWords.noDestination} />
          </span>
        )}
      </span>
    </p>
  );
}

/** Strands without a target are left out. */
export function PlanSummary({ known, isNew }: { known: KnownLearner; isNew: IsNew }) {
  const open = openTargets(known.family);
  const changedIn = useChanged(open, "glance");
  const finished = finishedTargets(known.family);
  const shown = strands.filter((strand) =>
    [...finished.map(({ target }) => target), ...open].some((target) => strandOf(target) === strand),
  );
  const maySet = useMay("target", known.learner);
  const helpWith = known.family.plan?.helpWith;
  return (
    <div className="card ln-c">
      <Destination words={known.family.plan?.destination} />
      {shown.length === 0 && (
        <p className="muted ln-none">
          <NothingYet words={learnerWords.noTargets} />
        </p>
      )}
      {shown.map((strand) => (
        <div key={strand}>
          <h3>
            <StrandTile strand={strand} learner={known.learner} />
          </h3>
          <ul>
            {open
              .filter((target) => strandOf(target) === strand)
              .map((target) => (
                <OpenTarget
                  key={target.id}
                  target={target}
                  known={known}
                  isNew={isNew}
                  isChanged={changedIn(target.id).size > 0}
                />
              ))}
            <FinishedTargets known={known} strand={strand} />
          </ul>
        </div>
      ))}
      {helpWith && (
        <p className="help">
          <Icon of={LifeBuoy} small />
          <span dir="auto">
            {learnerWords.help} <bdi>{helpWith}</bdi>
          </span>
        </p>
      )}
      {maySet && (
        <Button kind="text" small icon={Plus} href={partAddress(known.learner, { target: "new" })}>
          {learnerWords.addTarget}
        </Button>
      )}
    </div>
  );
}
