/** Writing an entry, new or old: one big field first; everything else may wait. Saved with each letter. A long one is written part by part. */
import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { isIdOf } from "#model/id.ts";
import type { Id, LearnerId } from "#model/id.ts";
import type { LocalDate } from "#model/time.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { PageTop } from "#ui/kit/shell/PageTop.tsx";
import { LearnerPage } from "#ui/shell/LearnerPage.tsx";
import { useLearner } from "#ui/store-context.tsx";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { useDone } from "#ui/typed/use-done.ts";
import { useTutorNames } from "#ui/use-names.ts";
import { useToday } from "#ui/use-today.ts";
import { useRecord } from "#ui/use-record.ts";
import { entry, write } from "#ui/words/log.ts";
import { AudienceDialog } from "#ui/log/AudienceDialog.tsx";
import { EntryTags } from "#ui/log/EntryTags.tsx";
import { GoneEntry } from "#ui/log/GoneEntry.tsx";
import { Questions } from "./Questions.tsx";
import { useEntrySharing } from "#ui/log/use-entry-sharing.ts";
import { useHeldBack } from "./use-held-back.ts";
import { useEntryWriting, usePartsOf } from "./use-parts.ts";
import { WhoSees } from "#ui/log/WhoSees.tsx";
import "./write.css";

/** An entry being changed is named in the path; a new one, once it exists, in the query, so that a reload finds it. */
function useEntryId() {
  const { id: named } = useParams();
  const [query, setQuery] = useSearchParams();
  const begun = query.get("entry");
  const id = [named, begun].find((text) => isIdOf("log-entry", text));
  const isNew = named === undefined;
  const part = [query.get("part")].find((text) => isIdOf("log-entry", text));
  const keep = (created: Id<"log-entry">): void => setQuery({ entry: created }, { replace: true });
  const show = (of: Id<"log-entry"> | undefined, shown: Id<"log-entry">): void =>
    setQuery(
      { ...(isNew && of ? { entry: of } : {}), ...(shown === of ? {} : { part: shown }) },
      { replace: true },
    );
  return { id, part, keep, show, isNew };
}

/** Which part of a long entry is shown, and the way to the others. */
function PartsBar({
  parts,
  shown,
  onShow,
}: {
  parts: readonly Id<"log-entry">[];
  shown: Id<"log-entry"> | undefined;
  onShow: (part: Id<"log-entry">) => void;
}) {
  const at = parts.findIndex((part) => part === shown);
  const [before, next] = [parts[at - 1], parts[at + 1]];
  if (parts.length < 2 || at < 0) return null;
  return (
    <Card as="section" className="pad-c" label={write.parts}>
      <p>{write.part(at + 1, parts.length)}</p>
      <p className="small muted">{write.readAsOne}</p>
      <div className="row">
        {before && (
          <Button kind="text" small onPress={() => onShow(before)}>
            {write.partBefore}
          </Button>
        )}
        {next && (
          <Button kind="text" small onPress={() => onShow(next)}>
            {write.nextPart}
          </Button>
        )}
      </div>
    </Card>
  );
}

interface Writer {
  readonly learner: LearnerId;
  readonly id: Id<"log-entry"> | undefined;
  readonly part: Id<"log-entry"> | undefined;
  readonly isNew: boolean;
  readonly today: LocalDate;
  readonly show: (of: Id<"log-entry"> | undefined, shown: Id<"log-entry">) => void;
}

/** Its records and who sees them. */
function useWholeEntry({ learner, id, part, isNew, today, show }: Writer) {
  const begun = useRef(id);
  const share = useRef((_parts: readonly Id<"log-entry">[]): void => undefined);
  const { head, shown } = useEntryWriting({
    learner,
    id,
    part,
    start: (draft) => draft.set("happenedOn", today),
    onParts: (added) => share.current(added),
    onMoved: (last) => show(begun.current, last),
  });
  const parts = usePartsOf(learner, head.id);
  const sharing = useEntrySharing(learner, {
    entry: head.id,
    parts,
    isNew,
    settled: shown.settled,
    keep: head.keep,
  });
  useEffect(() => {
    begun.current = head.id;
    share.current = sharing.shareParts;
  });
  return { head, shown, sharing, parts };
}

function OneEntry() {
  const learner = useLearner();
  const today = useToday();
  const navigate = useNavigate();
  const tutors = useTutorNames(learner);
  const { id, part, keep, show, isNew } = useEntryId();
  const { head, shown, sharing, parts } = useWholeEntry({ learner, id, part, isNew, today, show });
  const [isChoosing, setChoosing] = useState(false);

  const isLeaving = useRef(false);
  const leave = (): void => {
    isLeaving.current = true;
    void navigate(isNew || id === undefined ? "/log" : `/log/${id}`, { replace: true });
  };
  const done = useDone(sharing.finish, leave);
  const isUnkept = isNew ? shown.saving !== undefined : shown.saving?.state !== "saved";
  const isHeld = useHeldBack(() => isUnkept && !isLeaving.current, sharing.finish);
  useEffect(() => {
    if (head.id !== undefined && head.id !== id && !isLeaving.current && !isHeld) keep(head.id);
  });
  const top = (
    <header className="top">
      <div className="top-row">
        <SavingMark saving={shown.saving} />
        <PillButton icon={X} onPress={done}>
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
      <FingerButton onPress={done}>{write.done}</FingerButton>
    </section>
  );
  return (
    <LearnerPage name={write.title} top={top} dock={foot} hasBar={false} className="wr">
      <PartsBar parts={parts} shown={part ?? head.id} onShow={(other) => show(head.id, other)} />
      <Questions writing={shown} part={part} />
      <EntryTags learner={learner} writing={head} today={today} />
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

function Gone({ id }: { id: Id<"log-entry"> | undefined }) {
  const back = (
    <PillButton back href="/log">
      {entry.toLog}
    </PillButton>
  );
  return (
    <LearnerPage name={write.title} top={<PageTop title={entry.title} back={back} />}>
      <GoneEntry id={id} />
    </LearnerPage>
  );
}

/** The page. Where the entry was deleted, here or elsewhere, there is nothing to write in any more. */
export function WriteEntry() {
  const { id: named } = useParams();
  const { id } = useEntryId();
  const isGone = useRecord(id) === null;
  return isGone ? <Gone id={id} /> : <OneEntry key={named ?? ""} />;
}
