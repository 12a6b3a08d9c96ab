/** One entry on the way through the log: what it is about, its words, who sees it, whether it has been sent. */
import { Send } from "lucide-react";
import { memo } from "react";
import { Link } from "react-aria-components";
import { promptsAnswered } from "#model/kinds/log-entry.ts";
import type { Audience } from "#model/kinds/sharing-choice.ts";
import type { StoredRecord } from "#store/store.ts";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { StrandTile } from "#ui/strand/StrandTile.tsx";
import { saved } from "#ui/words/sync-status/saved.ts";
import { sayTime } from "#ui/words/dates.ts";
import { log } from "#ui/words/log.ts";
import { beginningOf } from "#ui/log/write/beginning.ts";
import { WhoSees } from "./WhoSees.tsx";

export type EntryCardProps = {
  readonly entry: StoredRecord<"log-entry">;
  readonly audience: Audience;
  readonly tutors: readonly string[];
  /** What the target it is for says; undefined when it is for none. */
  readonly target: string | undefined;
};

/** Leads to the whole entry. Drawn again only when something of it changed, since many pass by in a long log. */
export const EntryCard = memo(function EntryCard({ entry, audience, tutors, target }: EntryCardProps) {
  const { strand } = entry.value;
  const words = promptsAnswered(entry.value).map((prompt) => entry.value[prompt]);
  return (
    <Card as="article" className="entry">
      <div className="eh">
        {strand ? <StrandTile strand={strand} learner={entry.learner} /> : <span />}
        <span>
          <HearIt words={words.join("\n")} />
          <time className="at">{sayTime(entry.createdAt)}</time>
        </span>
      </div>
      <Link href={`/log/${entry.id}`} className="entry-link">
        {words.length === 0 && <p className="words muted">{log.empty}</p>}
        {words.slice(0, 2).map((text) => (
          <p key={text} className="words" dir="auto">
            {beginningOf(text)}
          </p>
        ))}
      </Link>
      {target !== undefined && (
        <span className="tag-t">
          <Sign kind="here" size={20} />
          <bdi>{target}</bdi>
        </span>
      )}
      <div className="meta">
        <WhoSees audience={audience} tutors={tutors} />
      </div>
      {entry.unsent && (
        <p className="wait-strip">
          <Icon of={Send} />
          {saved.waitingOne}
        </p>
      )}
    </Card>
  );
});
