/** A learner's own log: how full the block is, and every entry by day. */
import { PenLine, Search, Trash2 } from "lucide-react";
import { useDeferredValue, useMemo } from "react";
import { Link } from "react-aria-components";
import { blockOf } from "#model/views/log-block.ts";
import type { LearnerId } from "#model/id.ts";
import type { StoredRecord } from "#store/store.ts";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { PageTop } from "#ui/kit/shell/PageTop.tsx";
import { LearnerPage } from "#ui/shell/LearnerPage.tsx";
import { useKept } from "#ui/use-kept.ts";
import { useLearner } from "#ui/store-context.tsx";
import { useRecord, useRecordsOf, useSyncStatus } from "#ui/use-record.ts";
import { WhenAllIsHere } from "#ui/sync-status/WhenAllIsHere.tsx";
import { useToday } from "#ui/use-today.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { sayDay } from "#ui/words/dates.ts";
import { log, removed } from "#ui/words/log.ts";
import { BlockPicture } from "./BlockPicture.tsx";
import { EmptyLog } from "./EmptyLog.tsx";
import { inOrder, matching, removedIn } from "./log-days.ts";
import type { LogFilter } from "./log-days.ts";
import { LogFilters } from "./LogFilters.tsx";
import { LogList } from "./LogList.tsx";
import "./log.css";

const everything: LogFilter = { words: "" };

const isNarrowed = ({ words, strand, target }: LogFilter): boolean =>
  words.trim() !== "" || strand !== undefined || target !== undefined;

function Found({
  learner,
  entries,
  filter,
  onShowAll,
}: {
  learner: LearnerId;
  entries: readonly StoredRecord<"log-entry">[];
  filter: LogFilter;
  onShowAll: () => void;
}) {
  const today = useToday();
  // Behind the letters being typed, so that a log of thousands never holds them up.
  const sought = useDeferredValue(filter);
  const found = useMemo(() => matching(entries, sought), [entries, sought]);
  return (
    <>
      {isNarrowed(sought) && (
        <output className="small muted">{found.length > 0 ? log.found(found.length) : log.noneFound}</output>
      )}
      {found.length === 0 && <Button onPress={onShowAll}>{log.showAll}</Button>}
      <LogList learner={learner} entries={found} today={today} />
    </>
  );
}

function WriteDock() {
  return (
    <section className="dock" aria-label={log.write}>
      <Link href="/log/new">
        <Icon of={PenLine} />
        {log.write}
      </Link>
    </section>
  );
}

/** The page. */
export function MyLog() {
  const learner = useLearner();
  const today = useToday();
  const startedOn = useRecord(learner)?.value.startedOn;
  const records = useRecordsOf("log-entry", learner);
  const [filter, setFilter] = useKept<LogFilter | undefined>("filter", undefined);
  const entries = useMemo(() => records && inOrder(records), [records]);
  const removedCount = useMemo(() => (records ? removedIn(records).length : 0), [records]);
  const block = blockOf(today, startedOn);
  const hasAny = entries !== undefined && entries.length > 0;
  const { isComplete } = useSyncStatus();
  const find = hasAny && (
    <PillButton
      icon={Search}
      isPressed={filter !== undefined}
      onPress={() => setFilter(filter ? undefined : everything)}
    >
      {log.find}
    </PillButton>
  );
  const top = (
    <PageTop
      title={log.title}
      under={log.from(sayDay(block.startsOn, today), sayDay(block.endsOn, today))}
      action={find}
    />
  );
  return (
    <LearnerPage name={log.title} top={top} dock={hasAny && <WriteDock />} className="log-page wide">
      <div className="log-aside">
        {hasAny && (
          <div className="write-aside">
            <Button kind="main" wide icon={PenLine} href="/log/new">
              {log.write}
            </Button>
          </div>
        )}
        {entries === undefined && <Placeholder label={everywhere.loading} />}
        {entries && !filter && (hasAny || isComplete) && (
          <BlockPicture learner={learner} entries={entries} startedOn={startedOn} today={today} />
        )}
        {filter && <LogFilters learner={learner} filter={filter} onChange={setFilter} />}
      </div>
      <div>
        {entries && hasAny && (
          <Found
            learner={learner}
            entries={entries}
            filter={filter ?? everything}
            onShowAll={() => setFilter(everything)}
          />
        )}
        {entries && !hasAny && (
          <WhenAllIsHere action={<FingerButton href="/log/new">{log.write}</FingerButton>}>
            <EmptyLog learner={learner} />
          </WhenAllIsHere>
        )}
        {removedCount > 0 && (
          <Button kind="text" small icon={Trash2} href="/log/removed">
            {removed.open(removedCount)}
          </Button>
        )}
      </div>
    </LearnerPage>
  );
}
