/** The quiet line that tells the truth about saving: what is here, what waits, what was refused. */
import { Smartphone, Tablet, Laptop } from "lucide-react";
import { StatusLine } from "#ui/kit/pieces/StatusLine.tsx";
import { deviceWord } from "#ui/device-word.ts";
import { useSyncStatus } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { saved } from "#ui/words/sync-status/saved.ts";
import { sayMoment } from "#ui/words/dates.ts";
import { sayWaiting } from "#ui/words/sync-status/things.ts";

/** The picture of each kind of device. */
export const deviceIcons = { phone: Smartphone, tablet: Tablet, computer: Laptop } as const;

/** For the head of a page or a side bar; leads to the whole story. */
export function SavedLine() {
  const { unsent, waiting, refused, busy, isComplete, allSentAt, problem } = useSyncStatus();
  const today = useToday();
  const device = deviceWord();
  const isFull = problem?.code === "storage-full";
  const isCleared = problem?.code === "storage-cleared";
  const note = (): string | undefined => {
    if (isFull) return saved.fullNote;
    if (isCleared) return saved.clearedNote;
    if (problem?.code === "signed-out") return saved.signInAgain;
    if (unsent > 0) return sayWaiting(waiting);
    if (!isComplete) return saved.coming;
    if (allSentAt !== undefined) return saved.sent(sayMoment(allSentAt, today));
    return busy ? saved.sending : undefined;
  };
  return (
    <StatusLine
      icon={deviceIcons[device]}
      title={isFull ? saved.full(device) : isCleared ? saved.cleared : saved.here(device)}
      note={note()}
      refused={refused > 0 ? saved.refused(refused) : undefined}
      href="/saved"
    />
  );
}
