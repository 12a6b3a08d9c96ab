/** Where an entry is not on this device: that it was deleted for ever, by whom and when, as far as that is known, and what others said about it. */
import type { Id } from "#model/id.ts";
import { localDateOf } from "#model/time.ts";
import type { StoredRecord } from "#store/store.ts";
import { CommentsCard } from "#ui/comment/CommentsCard.tsx";
import { useStore } from "#ui/store-context.tsx";
import { WhenAllIsHere } from "#ui/sync-status/WhenAllIsHere.tsx";
import { usePerson, useRecords } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { sayWhen } from "#ui/words/dates.ts";
import { erasing } from "#ui/words/erasing.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { entry as words } from "#ui/words/log.ts";

function Erased({ erasure }: { erasure: StoredRecord<"erasure"> }) {
  const by = usePerson(erasure.createdBy);
  const when = sayWhen(localDateOf(erasure.createdAt), useToday());
  return (
    <>
      <p>{by?.isMe ? erasing.byYou(when) : erasing.byOther(by?.name ?? everywhere.someone, when)}</p>
      <p className="muted">{erasing.nothingLeft}</p>
    </>
  );
}

/** The learner's own devices and those of whoever erased know of an erasure; others see only that it is not here. */
export function GoneEntry({ id }: { id: Id<"log-entry"> | undefined }) {
  const { person } = useStore();
  const erasures = useRecords("erasure")?.filter(({ value }) => value.record === id);
  const [comment] = useRecords("comment")?.filter(({ value }) => value.about === id) ?? [];
  if (!erasures) return null;
  const erasure = erasures.find(({ createdBy }) => createdBy === person) ?? erasures[0];
  return (
    <>
      {erasure ? (
        <Erased erasure={erasure} />
      ) : (
        <WhenAllIsHere>
          <p>{words.notHere}</p>
        </WhenAllIsHere>
      )}
      {id && comment?.learner && <CommentsCard about={id} learner={comment.learner} isOver />}
    </>
  );
}
