/** One entry, whole: every answer, who sees it, what people say. Its author may change it, remove it, bring it back and delete it for ever. */
import { useState } from "react";
import { useParams } from "react-router";
import { dayOfEntry } from "#model/views/log-block.ts";
import { headOfEntry, joinedEntry, partsOfEntry } from "#model/views/whole-entries.ts";
import { isIdOf } from "#model/id.ts";
import type { Id, LearnerId } from "#model/id.ts";
import { promptsAnswered, wordsOf } from "#model/kinds/log-entry.ts";
import type { StoredRecord } from "#store/store.ts";
import { CommentsCard } from "#ui/comment/CommentsCard.tsx";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { PageTop } from "#ui/kit/shell/PageTop.tsx";
import { OpenedMark } from "#ui/safeguarding/OpenedMark.tsx";
import { AnyPage } from "#ui/shell/AnyPage.tsx";
import { useStore } from "#ui/store-context.tsx";
import { StrandTile } from "#ui/strand/StrandTile.tsx";
import { useTutorNames } from "#ui/use-names.ts";
import { useRecord, useRecordsOf } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { headDay, sayTime } from "#ui/words/dates.ts";
import { entry as words, onlyMe, promptWords, sayTutors } from "#ui/words/log.ts";
import { AudienceDialog } from "./AudienceDialog.tsx";
import { GoneEntry } from "./GoneEntry.tsx";
import { OwnersActions } from "./OwnersActions.tsx";
import { useAudiences, useShare } from "./use-audience.ts";
import { usePartsOf } from "#ui/log/write/use-parts.ts";
import { WhoSees } from "./WhoSees.tsx";
import "./log.css";

type Entry = StoredRecord<"log-entry">;

function Answers({ entry }: { entry: Entry }) {
  const { strand, target } = entry.value;
  const what = useRecord(target)?.value.what;
  return (
    <Card as="article" className="entry whole">
      <div className="eh">
        {strand ? <StrandTile strand={strand} learner={entry.learner} /> : <span />}
        <HearIt words={wordsOf(entry.value)} />
      </div>
      {promptsAnswered(entry.value).map((prompt) => (
        <div key={prompt} className="answer">
          {prompt !== "did" && <h2 className="small muted">{promptWords[prompt]}</h2>}
          <p className={prompt === "did" ? "own" : "words"} dir="auto">
            {entry.value[prompt]}
          </p>
        </div>
      ))}
      {what && (
        <p className="tag-t">
          <Sign kind="here" size={20} />
          <span dir="auto">
            {words.for}: <bdi>{what}</bdi>
          </span>
        </p>
      )}
    </Card>
  );
}

function Sharing({ entry, learner }: { entry: Entry; learner: LearnerId }) {
  const parts = usePartsOf(learner, entry.id);
  const [isChoosing, setChoosing] = useState(false);
  const audience = useAudiences(learner)?.(entry.id) ?? "only-me";
  const tutors = useTutorNames(learner);
  const share = useShare(learner);
  const choose = async (chosen: typeof audience): Promise<void> => {
    const outcome = await share(parts, chosen);
    if (!outcome.ok) return;
    const said = chosen === "only-me" ? onlyMe.nowOnlyMe : onlyMe.nowTutor(sayTutors(tutors));
    showToast({ words: said });
  };
  return (
    <>
      <WhoSees audience={audience} tutors={tutors} onChange={() => setChoosing(true)} />
      {isChoosing && (
        <AudienceDialog
          audience={audience}
          tutors={tutors}
          onChoose={(chosen) => void choose(chosen)}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}

/** The whole entry that this record is a part of. */
function useWholeEntry(id: Id<"log-entry"> | undefined): Entry | null | undefined {
  const record = useRecord(id);
  const entries = useRecordsOf("log-entry", record?.learner);
  if (!record || !entries) return record;
  const [head, ...rest] = partsOfEntry(headOfEntry(record, entries), entries);
  return head ? joinedEntry([head, ...rest]) : record;
}

/** The page. */
export function EntryPage() {
  const { id } = useParams();
  const { person } = useStore();
  const today = useToday();
  const known = isIdOf("log-entry", id) ? id : undefined;
  const whole = useWholeEntry(known);
  const entry = known === undefined ? null : whole;
  const isMine = entry?.createdBy === person;
  const back = (
    <PillButton back href={isMine || !entry?.learner ? "/log" : `/learner/${entry.learner}`}>
      {words.toLog}
    </PillButton>
  );
  const title = entry ? headDay(dayOfEntry(entry), today) : words.title;
  const top = <PageTop title={title} under={entry && sayTime(entry.createdAt)} back={back} />;
  return (
    <AnyPage name={words.title} top={top} isWide>
      {entry === undefined && <Placeholder label={everywhere.loading} />}
      {entry === null && <GoneEntry id={known} />}
      {entry?.learner && (
        <div className="two-sides">
          <div>
            {!entry.value.removed && <Answers entry={entry} />}
            {isMine && !entry.value.removed && <Sharing entry={entry} learner={entry.learner} />}
            {isMine && <OpenedMark entry={entry.id} learner={entry.learner} />}
            {isMine && <OwnersActions entry={entry} learner={entry.learner} />}
            {!isMine && entry.value.removed && <p>{words.notHere}</p>}
          </div>
          <CommentsCard about={entry.id} learner={entry.learner} />
        </div>
      )}
    </AnyPage>
  );
}
