/**
 * Tells a learner, first of all on Today, that their private entries were opened, by whom and why; and
 * when somebody was named who could, after entries were written. Stays until they say they read it.
 */
import { Footprints } from "lucide-react";
import type { LearnerId } from "#model/id.ts";
import { localDateOf } from "#model/time.ts";
import type { StoredRecord } from "#store/store.ts";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useRecordsOf } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { common } from "#ui/words/common.ts";
import { sayWhen } from "#ui/words/dates.ts";
import { openedWords as words } from "#ui/words/safeguarding.ts";
import { useNewLeads } from "./use-new-leads.ts";
import { useUnread } from "./use-unread.ts";
import "./safeguarding.css";

type NoticeProps = {
  readonly title: string;
  readonly lines: readonly string[];
  /** In the words of who opened them. */
  readonly why?: string | undefined;
  readonly onRead: () => void;
};

function OneNotice({ title, lines, why, onRead }: NoticeProps) {
  const [first, ...rest] = lines;
  const all = [title, first, why === undefined ? "" : `${words.why} ${why}`, ...rest];
  return (
    <Card as="article" className="opened" label={title}>
      <h2>
        <Icon of={Footprints} />
        {title}
      </h2>
      <p>{first}</p>
      {why !== undefined && (
        <p>
          <b>{words.why}</b> <q dir="auto">{why}</q>
        </p>
      )}
      {rest.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div className="opened-acts">
        <Button small onPress={onRead}>
          {words.seen}
        </Button>
        <HearIt words={all.filter(Boolean).join(". ")} />
      </div>
    </Card>
  );
}

function Opened({ opening, onRead }: { opening: StoredRecord<"private-opened">; onRead: () => void }) {
  const when = sayWhen(localDateOf(opening.createdAt), useToday());
  const { name = common.someone, reason } = opening.value;
  return (
    <OneNotice
      title={words.title}
      lines={[words.who(name, when), words.talk(name)]}
      why={reason}
      onRead={onRead}
    />
  );
}

/** Shows nothing while there is nothing that was not read. */
export function OpenedNotices({ learner }: { learner: LearnerId }) {
  const openings = useRecordsOf("private-opened", learner) ?? [];
  const leads = useNewLeads(learner);
  const { isUnread, read } = useUnread([...openings, ...leads].map(({ id }) => id));
  return (
    <>
      {openings
        .filter(({ id }) => isUnread(id))
        .map((opening) => (
          <Opened key={opening.id} opening={opening} onRead={() => read(opening.id)} />
        ))}
      {leads
        .filter(({ id }) => isUnread(id))
        .map(({ id, name }) => (
          <OneNotice
            key={id}
            title={words.leadTitle(name)}
            lines={[words.leadWords(name), words.leadPromise]}
            onRead={() => read(id)}
          />
        ))}
    </>
  );
}
