/** Every time a learner's private entries were opened, newest first: on the page about oneself. */
import { Footprints } from "lucide-react";
import type { LearnerId } from "#model/id.ts";
import { localDateOf } from "#model/time.ts";
import type { StoredRecord } from "#store/store.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Section } from "#ui/kit/pieces/Section.tsx";
import { useRecordsOf } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { sayWhen } from "#ui/words/dates.ts";
import { openedWords as words } from "#ui/words/safeguarding.ts";
import { useOpener } from "./use-opener.ts";

type Opening = StoredRecord<"private-opened">;

function Line({ opening }: { opening: Opening }) {
  const when = sayWhen(localDateOf(opening.createdAt), useToday());
  const { reason } = opening.value;
  return (
    <li>
      <span className="av">
        <Icon of={Footprints} />
      </span>
      <span>
        <b>{words.line(useOpener(opening), when)}</b>
        <span className="muted may-see">
          {reason === undefined ? (
            words.whyLost
          ) : (
            <>
              {words.why} <q dir="auto">{reason}</q>
            </>
          )}
        </span>
      </span>
    </li>
  );
}

/** Not there while nothing was ever opened. */
export function OpenedList({ learner }: { learner: LearnerId }) {
  const openings = useRecordsOf("private-opened", learner) ?? [];
  if (openings.length === 0) return null;
  return (
    <Section title={words.list}>
      <Card as="ul" className="may-list">
        {openings.map((opening) => (
          <Line key={opening.id} opening={opening} />
        ))}
      </Card>
    </Section>
  );
}
