/** Every time a learner's private entries were opened, newest first: on the page about oneself. */
import { Footprints } from "lucide-react";
import type { LearnerId } from "#model/id.ts";
import { localDateOf } from "#model/time.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { useRecordsOf } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { sayWhen } from "#ui/words/dates.ts";
import { openedWords as words } from "#ui/words/safeguarding.ts";

/** Not there while nothing was ever opened. */
export function OpenedList({ learner }: { learner: LearnerId }) {
  const openings = useRecordsOf("private-opened", learner) ?? [];
  const today = useToday();
  if (openings.length === 0) return null;
  return (
    <section className="sec">
      <div className="sec-head">
        <h2>{words.list}</h2>
      </div>
      <Card as="ul" className="may-list">
        {openings.map(({ id, createdAt, value }) => (
          <li key={id}>
            <span className="av">
              <Icon of={Footprints} />
            </span>
            <span>
              <b>{words.line(value.name ?? everywhere.someone, sayWhen(localDateOf(createdAt), today))}</b>
              <span className="muted may-see">
                {words.why} <q dir="auto">{value.reason}</q>
              </span>
            </span>
          </li>
        ))}
      </Card>
    </section>
  );
}
