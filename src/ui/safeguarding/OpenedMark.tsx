/** On an entry that a safeguarding lead opened: who did, and when. */
import { Footprints } from "lucide-react";
import type { Id, LearnerId } from "#model/id.ts";
import { localDateOf } from "#model/time.ts";
import type { StoredRecord } from "#store/store.ts";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { useRecordsOf } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { sayWhen } from "#ui/words/dates.ts";
import { openedWords as words } from "#ui/words/safeguarding.ts";
import { useOpener } from "./use-opener.ts";
import "./safeguarding.css";

type Opening = StoredRecord<"private-opened">;

function Mark({ opening }: { opening: Opening }) {
  const when = sayWhen(localDateOf(opening.createdAt), useToday());
  return (
    <p className="note opened-mark">
      <Icon of={Footprints} small />
      <span>{words.onEntry(useOpener(opening), when)}</span>
    </p>
  );
}

/** Not there where nobody opened the entry. */
export function OpenedMark({ entry, learner }: { entry: Id<"log-entry">; learner: LearnerId }) {
  const openings = useRecordsOf("private-opened", learner) ?? [];
  return openings
    .filter(({ value }) => value.entries?.includes(entry))
    .map((opening) => <Mark key={opening.id} opening={opening} />);
}
