/** Something a learner must not miss, calmly: what happened, in whose words, to be heard, until they say they read it. */
import { Footprints } from "lucide-react";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { openedWords as words } from "#ui/words/safeguarding.ts";
import "./safeguarding.css";

export type NoticeProps = {
  readonly title: string;
  readonly lines: readonly string[];
  /** In the words of who opened them. */
  readonly why?: string | undefined;
  readonly onRead: () => void;
};

/** `why` stands after the first line. */
export function Notice({ title, lines, why, onRead }: NoticeProps) {
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
