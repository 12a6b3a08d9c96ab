/** What somebody said about something: who, when, about what, in their words, to be heard and answered. */
import type { ReactNode } from "react";
import { localDateOf } from "#model/time.ts";
import type { StoredRecord } from "#store/store.ts";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { Chip } from "#ui/kit/pieces/Chip.tsx";
import { usePerson } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { news } from "#ui/words/news.ts";
import { sayWhen } from "#ui/words/dates.ts";
import "./comment.css";

export type CommentRowProps = {
  readonly comment: StoredRecord<"comment">;
  /** What it is about, in a few words, where that is not clear from the place. */
  readonly about?: string | undefined;
  readonly isNew?: boolean;
  /** Beside "Hear it": an answer, or taking it back. */
  readonly action?: ReactNode;
  /** Under it all, such as the answer being written. */
  readonly children?: ReactNode;
};

/** One line of a list of comments. */
export function CommentRow({ comment, about, isNew = false, action, children }: CommentRowProps) {
  const person = usePerson(comment.createdBy);
  const when = sayWhen(localDateOf(comment.createdAt), useToday());
  const name = person?.isMe ? everywhere.you : (person?.name ?? everywhere.someone);
  return (
    <li>
      <Avatar name={person?.name ?? name} drawn={person?.picture} />
      <div className="com">
        <p className="by">
          <bdi>{name}</bdi> {isNew && <Chip tone="accent">{news.isNew}</Chip>}
          <span dir="auto">{about === undefined ? when : `${about}, ${when}`}</span>
        </p>
        <q dir="auto">{comment.value.words}</q>
        <div className="acts">
          <HearIt words={comment.value.words} />
          {action}
        </div>
        {children}
      </div>
    </li>
  );
}
