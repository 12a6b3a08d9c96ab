/** Tells a learner, first of all on Today, that their private entries were opened, by whom and why; and of who newly could. */
import type { LearnerId } from "#model/id.ts";
import { localDateOf } from "#model/time.ts";
import type { StoredRecord } from "#store/store.ts";
import { useRecordsOf } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { sayWhen } from "#ui/words/dates.ts";
import { openedWords as words } from "#ui/words/safeguarding.ts";
import { NewLeads } from "./NewLeads.tsx";
import { Notice } from "./Notice.tsx";
import { useOpener } from "./use-opener.ts";
import { useUnread } from "./use-unread.ts";

function Opened({ opening, onRead }: { opening: StoredRecord<"private-opened">; onRead: () => void }) {
  const when = sayWhen(localDateOf(opening.createdAt), useToday());
  const { reason } = opening.value;
  const name = useOpener(opening);
  const lost = reason === undefined ? [words.whyLost] : [];
  return (
    <Notice
      title={words.title}
      lines={[words.who(name, when), ...lost, words.talk(name)]}
      why={reason}
      onRead={onRead}
    />
  );
}

/** Shows nothing while there is nothing that was not read. */
export function OpenedNotices({ learner }: { learner: LearnerId }) {
  const openings = useRecordsOf("private-opened", learner) ?? [];
  const { isUnread, read } = useUnread(openings.map(({ id }) => id));
  return (
    <>
      {openings
        .filter(({ id }) => isUnread(id))
        .map((opening) => (
          <Opened key={opening.id} opening={opening} onRead={() => read(opening.id)} />
        ))}
      <NewLeads learner={learner} />
    </>
  );
}
