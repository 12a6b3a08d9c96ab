/** On an entry that a safeguarding lead opened: who did, and when. */
import { Footprints } from "lucide-react";
import type { Id, LearnerId } from "#model/id.ts";
import { localDateOf } from "#model/time.ts";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { useRecordsOf } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { sayWhen } from "#ui/words/dates.ts";
import { openedWords as words } from "#ui/words/safeguarding.ts";
import "./safeguarding.css";

/** Not there where nobody opened the entry. */
export function OpenedMark({ entry, learner }: { entry: Id<"log-entry">; learner: LearnerId }) {
  const openings = useRecordsOf("private-opened", learner) ?? [];
  const today = useToday();
  return openings
    .filter(({ value }) => value.entries?.includes(entry))
    .map(({ id, createdAt, value }) => (
      <p key={id} className="note opened-mark">
        <Icon of={Footprints} small />
        <span>{words.onEntry(value.name ?? everywhere.someone, sayWhen(localDateOf(createdAt), today))}</span>
      </p>
    ));
}
