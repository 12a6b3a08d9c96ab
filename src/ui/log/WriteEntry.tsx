/** Writing an entry, new or old: one big field first; everything else may wait. Saved with each letter. */
import { PenLine, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { isIdOf } from "#model/id.ts";
import type { Id } from "#model/id.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { LearnerPage } from "#ui/shell/LearnerPage.tsx";
import { useLearner } from "#ui/store-context.tsx";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { useWriting } from "#ui/typed/use-writing.ts";
import { useTutorNames } from "#ui/use-names.ts";
import { useToday } from "#ui/use-today.ts";
import { write } from "#ui/words/log.ts";
import { AudienceDialog } from "./AudienceDialog.tsx";
import { EntryTags } from "./EntryTags.tsx";
import { Questions } from "./Questions.tsx";
import { useEntrySharing } from "./use-entry-sharing.ts";
import { WhoSees } from "./WhoSees.tsx";
import "./write.css";

/** An entry being changed is named in the path; a new one, once it exists, in the query, so that a reload finds it. */
function useEntryId() {
  const { id: named } = useParams();
  const [query, setQuery] = useSearchParams();
  const begun = query.get("entry");
  const id = [named, begun].find((text) => isIdOf("log-entry", text));
  const continues = query.get("continues");
  const keep = (created: Id<"log-entry">): void =>
    setQuery({ ...(continues === null ? {} : { continues }), entry: created }, { replace: true });
  return {
    id,
    keep,
    isNew: named === undefined,
    continues: isIdOf("log-entry", continues) ? continues : undefined,
  };
}

/** What is there is safe; more words go into an entry that goes on from this one. */
function Full({ entry }: { entry: Id<"log-entry"> }) {
  return (
    <Card className="pad-c">
      <p>{write.full}</p>
      <Button icon={PenLine} href={`/log/new?continues=${entry}`}>
        {write.goOn}
      </Button>
    </Card>
  );
}

function OneEntry() {
  const learner = useLearner();
  const today = useToday();
  const navigate = useNavigate();
  const tutors = useTutorNames(learner);
  const { id, keep, isNew, continues } = useEntryId();
  const writing = useWriting(
    "log-entry",
    { learner },
    {
      id,
      start: (draft) => {
        draft.set("happenedOn", today);
        draft.set("continues", continues);
      },
    },
  );
  const sharing = useEntrySharing(learner, writing.id, isNew);
  const [isChoosing, setChoosing] = useState(false);

  useEffect(() => {
    if (writing.id !== undefined && writing.id !== id) keep(writing.id);
  });

  const leave = (): void =>
    void navigate(isNew || id === undefined ? "/log" : `/log/${id}`, { replace: true });
  const top = (
    <header className="top">
      <div className="top-row">
        <SavingMark saving={writing.saving} />
        <PillButton icon={X} onPress={leave}>
          {write.close}
        </PillButton>
      </div>
    </header>
  );
  const foot = (
    <section className="wr-foot" aria-label={write.whoSees}>
      <WhoSees
        audience={sharing.audience}
        tutors={tutors}
        isDraft={sharing.isDraft}
        onChange={() => setChoosing(true)}
      />
      <FingerButton onPress={leave}>{write.done}</FingerButton>
    </section>
  );
  return (
    <LearnerPage name={write.title} top={top} dock={foot} hasBar={false} className="wr">
      {writing.isFull && writing.id && <Full entry={writing.id} />}
      <Questions writing={writing} />
      <EntryTags learner={learner} writing={writing} today={today} />
      {isChoosing && (
        <AudienceDialog
          audience={sharing.audience}
          tutors={tutors}
          onChoose={sharing.choose}
          onClose={() => setChoosing(false)}
        />
      )}
    </LearnerPage>
  );
}

/** The page; what goes on from a full entry is another. */
export function WriteEntry() {
  const { id } = useParams();
  const [query] = useSearchParams();
  return <OneEntry key={`${id ?? ""} ${query.get("continues") ?? ""}`} />;
}
