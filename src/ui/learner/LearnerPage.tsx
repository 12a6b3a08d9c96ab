/** A learner as staff see them, on one page: their road, plan, shared log and comments, with what is new since one last looked. */
import { Link } from "react-aria-components";
import { useNavigate, useParams } from "react-router";
import { relationsToLearner, sectionReaders } from "#model/access.ts";
import { isIdOf } from "#model/id.ts";
import { planIdOf } from "#model/kinds/plan.ts";
import { isSince } from "#model/views/review/review-series.ts";
import { Comments } from "#ui/comment/Comments.tsx";
import { EmptyState } from "#ui/kit/pieces/EmptyState.tsx";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { NewsChip } from "#ui/news/NewsChip.tsx";
import { useChangedPlan } from "#ui/news/use-changed-plan.ts";
import { StaffPage } from "#ui/staff-shell/StaffPage.tsx";
import { useLearnersPlace } from "#ui/staff-shell/use-learners-place.ts";
import { useAccount } from "#ui/store-context.tsx";
import { WhenAllIsHere } from "#ui/sync-status/WhenAllIsHere.tsx";
import { everywhere } from "#ui/words/everywhere.ts";
import { learnerWords } from "#ui/words/staff/learner.ts";
import { targetWords } from "#ui/words/staff/target.ts";
import { partAddress, useLearnerPart } from "./learner-parts.ts";
import type { LearnerPart } from "./learner-parts.ts";
import { LearnerHead } from "./LearnerHead.tsx";
import { LearnerRoad } from "./LearnerRoad.tsx";
import { LogList } from "./LogList.tsx";
import { PlanPart } from "./PlanPart.tsx";
import { PlanSummary } from "./PlanSummary.tsx";
import { TargetPart } from "./TargetPart.tsx";
import { useIsNew } from "./use-is-new.ts";
import type { IsNew } from "./use-is-new.ts";
import { useLearner, useReviewsOf } from "./use-learner.ts";
import type { KnownLearner } from "./use-learner.ts";
import { WhoSees } from "./WhoSees.tsx";
import "./learner.css";

const mostEntries = 6;

function LogSection({ known, isNew }: { known: KnownLearner; isNew: IsNew }) {
  const last = useReviewsOf(known)?.last;
  // One that came while the closing was on its way is before it for the server, and new for who looks.
  const since = known.entries.filter((entry) => isSince(entry, last?.closing) || isNew(entry));
  const fresh = since.filter(isNew).length;
  return (
    <section>
      <div className="sec-head">
        <h2>{last ? learnerWords.logSince(last.number) : learnerWords.log}</h2>
        <span className="small">{learnerWords.shared(since.length, fresh)}</span>
      </div>
      <div className="card ln-c">
        {since.length === 0 ? (
          <p className="muted">{learnerWords.noEntries(known.firstName)}</p>
        ) : (
          <LogList entries={since.slice(0, mostEntries)} isNew={isNew} />
        )}
        {known.entries.length > 0 && (
          <Button kind="text" small href={partAddress(known.learner, { part: "log" })}>
            {learnerWords.allEntries(known.entries.length)}
          </Button>
        )}
      </div>
    </section>
  );
}

/** The place where a comment is written. */
const commentsId = "comments";

const goToComments = (): void => {
  const box = document.querySelector<HTMLTextAreaElement>(`#${commentsId} textarea`);
  box?.scrollIntoView({ block: "center" });
  box?.focus({ preventScroll: true });
};

function CommentsSection({ known, isNew }: { known: KnownLearner; isNew: IsNew }) {
  const fresh = known.comments.filter(isNew).length;
  return (
    <section className="ln-com" id={commentsId}>
      <div className="sec-head">
        <h2>{learnerWords.comments}</h2>
        {fresh > 0 && <span className="small">{learnerWords.newComments(fresh)}</span>}
      </div>
      <div className="card ln-c">
        <Comments about={planIdOf(known.learner)} learner={known.learner} isNew={isNew} ofEverything />
      </div>
      <WhoSees known={known} />
    </section>
  );
}

function WholePage({ known }: { known: KnownLearner }) {
  const { person } = useAccount();
  const isNew = useIsNew(known.learner);
  const isPlanChanged = useChangedPlan(known.learner, "glance").size > 0;
  const relations = relationsToLearner(known.circle, person, known.learner);
  const hasLog = sectionReaders.log.some((relation) => relations.has(relation));
  return (
    <>
      <LearnerHead known={known} onComment={goToComments} />
      <LearnerRoad known={known} />
      <div className={hasLog ? "ln-cols" : "ln-cols no-log"}>
        <section className="ln-plan">
          <div className="sec-head">
            <h2>
              {learnerWords.plan} <NewsChip isChanged={isPlanChanged} />
            </h2>
            <Link className="small open" href={partAddress(known.learner, { part: "plan" })}>
              {learnerWords.openPlan}
            </Link>
          </div>
          <PlanSummary known={known} isNew={isNew} />
        </section>
        {hasLog && <LogSection known={known} isNew={isNew} />}
        <CommentsSection known={known} isNew={isNew} />
      </div>
    </>
  );
}

const titleOf = (part: LearnerPart): string => {
  if ("target" in part) return part.target === "new" ? targetWords.newTitle : learnerWords.targetTitle;
  return part.part === "plan" ? learnerWords.plan : learnerWords.log;
};

function OnePart({ known, part }: { known: KnownLearner; part: LearnerPart }) {
  const navigate = useNavigate();
  return (
    <>
      <header className="ln-head">
        <PillButton back href={partAddress(known.learner)}>
          {known.firstName}
        </PillButton>
        <div className="ln-n">
          <h1>{titleOf(part)}</h1>
          <p className="muted">{known.name}</p>
        </div>
      </header>
      <div className="ln-part">
        {"target" in part && (
          <TargetPart
            key={part.target}
            known={known}
            target={part.target}
            onDone={() => void navigate(partAddress(known.learner))}
          />
        )}
        {"part" in part && part.part === "plan" && <PlanPart known={known} />}
        {"part" in part && part.part === "log" && (
          <div className="card ln-c">
            <LogList entries={known.entries} />
          </div>
        )}
      </div>
    </>
  );
}

/** The page at `/learner/:id`. */
export function LearnerPage() {
  const { id } = useParams();
  const known = useLearner(isIdOf("learner", id) ? id : undefined);
  const part = useLearnerPart();
  const { back } = useLearnersPlace();
  const { title, words } = learnerWords.notHere;
  return (
    <StaffPage name={known?.name ?? learnerWords.plan} place={back.href}>
      {known === undefined && isIdOf("learner", id) && <Placeholder rows={6} label={everywhere.loading} />}
      {(known === null || !isIdOf("learner", id)) && (
        <WhenAllIsHere isWholePage action={<Button href={back.href}>{back.word}</Button>}>
          <EmptyState
            isWholePage
            title={title}
            words={words}
            action={<Button href={back.href}>{back.word}</Button>}
          />
        </WhenAllIsHere>
      )}
      {known && (part ? <OnePart known={known} part={part} /> : <WholePage known={known} />)}
    </StaffPage>
  );
}
