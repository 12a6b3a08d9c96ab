/** Private entries that were opened, to be read and nothing else. */
import { Footprints } from "lucide-react";
import { useEffect, useRef } from "react";
import type { OpenedPrivate, PrivateEntry } from "#model/wire/api.ts";
import { promptsAnswered } from "#model/kinds/log-entry.ts";
import { dayOfEntry } from "#model/views/log-block.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useToday } from "#ui/use-today.ts";
import { headDay, sayTime } from "#ui/words/dates.ts";
import { promptWords } from "#ui/words/log.ts";
import { safeguardingWords as words } from "#ui/words/safeguarding.ts";

function Entry({ entry }: { entry: PrivateEntry }) {
  const { createdAt, value } = entry;
  const day = headDay(dayOfEntry(entry), useToday());
  return (
    <Card as="article" className="entry whole" label={day}>
      <h3 className="safe-day">
        {day} <span className="muted">{sayTime(createdAt)}</span>
      </h3>
      {promptsAnswered(value).map((prompt) => (
        <div key={prompt} className="answer">
          {prompt !== "did" && <h4 className="small muted">{promptWords[prompt]}</h4>}
          <p className="words typed" dir="auto">
            {value[prompt]}
          </p>
        </div>
      ))}
    </Card>
  );
}

/** Takes the focus when it appears, so that whoever uses the keyboard or listens is where the words are. */
export function OpenedEntries({
  opened,
  name,
  onClose,
}: {
  opened: OpenedPrivate;
  name: string;
  onClose: () => void;
}) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <section className="safe-entries">
      <h2 ref={head} tabIndex={-1}>
        {words.openOf(name)}
      </h2>
      <p className="note">
        <Icon of={Footprints} small />
        <span>
          {words.openedAt(sayTime(opened.openedAt), name)} {words.notKept}
        </span>
      </p>
      {opened.entries.length === 0 && <p className="muted">{words.none(name)}</p>}
      {opened.entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
      <Button onPress={onClose}>{words.finish}</Button>
    </section>
  );
}
