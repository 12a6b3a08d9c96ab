/** What a learner took out of their log: kept until it is brought back or deleted for ever. */
import { Link } from "react-aria-components";
import { dayOfEntry } from "#model/views/log-block.ts";
import { wordsOf } from "#model/kinds/log-entry.ts";
import type { StoredRecord } from "#store/store.ts";
import { Post } from "#ui/kit/drawing/Post.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { EmptyState } from "#ui/kit/pieces/EmptyState.tsx";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { PageTop } from "#ui/kit/shell/PageTop.tsx";
import { LearnerPage } from "#ui/shell/LearnerPage.tsx";
import { useLearner } from "#ui/store-context.tsx";
import { WhenAllIsHere } from "#ui/sync-status/WhenAllIsHere.tsx";
import { useRecordsOf } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { headDay } from "#ui/words/dates.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { entry as entryWords, log, removed as words } from "#ui/words/log.ts";
import { removedIn } from "./log-days.ts";
import { beginningOf } from "./write/beginning.ts";
import "./log.css";

function Removed({ entry }: { entry: StoredRecord<"log-entry"> }) {
  const said = wordsOf(entry.value);
  return (
    <Card as="article" className="entry whole">
      <h2 className="small muted">{headDay(dayOfEntry(entry), useToday())}</h2>
      <Link href={`/log/${entry.id}`} className="entry-link">
        <p className={said === "" ? "words muted" : "words"} dir="auto">
          {said === "" ? log.empty : beginningOf(said)}
        </p>
      </Link>
    </Card>
  );
}

/** The page. Each leads to the entry, where it is brought back or deleted for ever. */
export function RemovedEntries() {
  const records = useRecordsOf("log-entry", useLearner());
  const entries = records && removedIn(records);
  const back = (
    <PillButton back href="/log">
      {entryWords.toLog}
    </PillButton>
  );
  return (
    <LearnerPage name={words.title} top={<PageTop title={words.title} under={words.kept} back={back} />}>
      {entries === undefined && <Placeholder label={everywhere.loading} />}
      {entries?.length === 0 && (
        <WhenAllIsHere>
          <EmptyState drawing={<Post />} title={words.none} words={words.noneWords} />
        </WhenAllIsHere>
      )}
      {entries?.map((entry) => (
        <Removed key={entry.id} entry={entry} />
      ))}
    </LearnerPage>
  );
}
