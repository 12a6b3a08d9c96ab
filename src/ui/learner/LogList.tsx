/** Entries of a learner's log that they share, newest first, in their words; each leads to the whole entry. */
import { Link } from "react-aria-components";
import { promptsAnswered } from "#model/kinds/log-entry.ts";
import { dayOfEntry } from "#model/views/log-block.ts";
import type { StoredRecord } from "#store/store.ts";
import { Chip } from "#ui/kit/pieces/Chip.tsx";
import { beginningOf } from "#ui/log/write/beginning.ts";
import { StrandTile } from "#ui/strand/StrandTile.tsx";
import { useToday } from "#ui/use-today.ts";
import { news } from "#ui/words/news.ts";
import { sayTime, sayWhen } from "#ui/words/dates.ts";
import { log } from "#ui/words/log.ts";
import { capital } from "#ui/words/staff/dates.ts";
import "./learner.css";

type Entry = StoredRecord<"log-entry">;

function EntryLine({ entry, isNew }: { entry: Entry; isNew: boolean }) {
  const today = useToday();
  const { strand } = entry.value;
  const words = promptsAnswered(entry.value).map((prompt) => entry.value[prompt]);
  const when = sayWhen(dayOfEntry(entry), today);
  return (
    <li className="ln-e">
      <div className="eh">
        {strand ? <StrandTile strand={strand} learner={entry.learner} /> : <span />}
        <span className="inl">
          {isNew && <Chip tone="accent">{news.isNew}</Chip>}
          <time className="at">
            {capital(when)} {when === "today" ? sayTime(entry.createdAt) : ""}
          </time>
        </span>
      </div>
      <Link href={`/log/${entry.id}`} className="entry-link">
        {words.length === 0 && <p className="words muted">{log.empty}</p>}
        {words.map((text) => (
          <p key={text} className="words" dir="auto">
            {beginningOf(text)}
          </p>
        ))}
      </Link>
    </li>
  );
}

const nothingNew = (): boolean => false;

/** `isNew` marks what came since one last looked. */
export const LogList = ({
  entries,
  isNew = nothingNew,
}: {
  entries: readonly Entry[];
  isNew?: (entry: Entry) => boolean;
}) => (
  <ul>
    {entries.map((entry) => (
      <EntryLine key={entry.id} entry={entry} isNew={isNew(entry)} />
    ))}
  </ul>
);
