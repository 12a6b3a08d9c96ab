/** The whole story behind the status line: what is here, what waits to be sent, what was refused and why. */
import { useCallback, useEffect, useState } from "react";
import type { Refused } from "#store/ports.ts";
import { attempted } from "#store/storage-failure.ts";
import type { SyncStatus } from "#store/store.ts";
import { deviceWord } from "#ui/device-word.ts";
import { Post } from "#ui/kit/drawing/Post.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { EmptyState } from "#ui/kit/pieces/EmptyState.tsx";
import { Section } from "#ui/kit/pieces/Section.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { PageTop } from "#ui/kit/shell/PageTop.tsx";
import { AnyPage } from "#ui/shell/AnyPage.tsx";
import { useBack } from "#ui/shell/use-back.ts";
import { useStore } from "#ui/store-context.tsx";
import { useSyncStatus } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { sayMoment } from "#ui/words/dates.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { coming } from "#ui/words/sync-status/coming.ts";
import { saved } from "#ui/words/sync-status/saved.ts";
import { sync as words } from "#ui/words/sync-status/sync.ts";
import { sayWaiting } from "#ui/words/sync-status/things.ts";
import { RefusedCard } from "./RefusedCard.tsx";
import { Room } from "./Room.tsx";
import { WaitingLine } from "./WaitingLine.tsx";
import "./saved.css";

/** One sentence on how sending stands. Being offline is no fault and is never said as one. */
function howItStands(
  { problem, busy, isComplete, allSentAt, unsent }: SyncStatus,
  sayAt: (at: number) => string,
): string {
  if (problem?.code === "storage-full") return saved.fullWords(deviceWord());
  if (!isComplete && problem?.code !== "signed-out") return coming.words(deviceWord(), problem);
  if (problem?.code === "offline") return words.noSignal;
  if (problem?.code === "signed-out") return words.signedOut;
  if (problem) return wordsForProblem(problem);
  if (unsent === 0 && allSentAt !== undefined) return words.allSent(sayAt(allSentAt));
  if (busy) return words.sending;
  return unsent === 0 ? words.notCompared : words.notYet;
}

function Waiting() {
  const { sync } = useStore();
  const { unsent, waiting, problem } = useSyncStatus();
  if (unsent === 0)
    return (
      <Card>
        <EmptyState drawing={<Post />} title={words.none} words={words.noneWords} />
      </Card>
    );
  return (
    <Section title={sayWaiting(waiting)}>
      <Card as="ul" className="wait">
        {waiting?.toReversed().map((thing) => (
          <WaitingLine key={thing.shown} thing={thing} />
        ))}
      </Card>
      <p className="small muted after-list">
        {words.bySelf} {words.keepOpen}
      </p>
      {problem?.code !== "offline" && <Button onPress={() => void sync.sendNow()}>{words.sendNow}</Button>}
    </Section>
  );
}

function RefusedList({ count }: { count: number }) {
  const { sync } = useStore();
  const [all, setAll] = useState<readonly Refused[]>([]);
  // What cannot be read is left as it was shown.
  const look = useCallback(
    () => void attempted(() => sync.refused()).then((read) => read.ok && setAll(read.value)),
    [sync],
  );
  useEffect(look, [look, count]);
  if (all.length === 0) return null;
  return (
    <Section title={words.refused(all.length)}>
      <p className="small muted">{words.safe}</p>
      {all.map((refused) => (
        <RefusedCard key={refused.id} refused={refused} onSettled={look} />
      ))}
    </Section>
  );
}

/** The page. */
export function SavedPage() {
  const status = useSyncStatus();
  const today = useToday();
  const back = useBack();
  const title = words.title(deviceWord());
  const top = (
    <PageTop
      title={title}
      under={howItStands(status, (at) => sayMoment(at, today))}
      action={<PillButton onPress={back}>{everywhere.close}</PillButton>}
    />
  );
  return (
    <AnyPage name={title} top={top}>
      {status.problem?.code === "signed-out" && (
        <FingerButton href="/sign-in?again">{words.signIn}</FingerButton>
      )}
      <RefusedList count={status.refused} />
      <Waiting />
      <Room />
    </AnyPage>
  );
}
