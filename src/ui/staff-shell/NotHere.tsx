/** A thing the address names that is not on this device. */
import { useNavigate } from "react-router";
import { deviceWord } from "#ui/device-word.ts";
import { Notice } from "#ui/shell/Broken.tsx";
import { usePageTitle } from "#ui/shell/use-page-title.ts";
import { useSyncStatus } from "#ui/use-record.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { coming } from "#ui/words/sync-status/coming.ts";

/** Says so, or that it may still be coming, and leads back to one's own start screen. */
export function NotHere({ title, words }: { title: string; words: string }) {
  const navigate = useNavigate();
  const { isComplete, problem } = useSyncStatus();
  const said = isComplete
    ? { title, words }
    : { title: coming.title, words: coming.words(deviceWord(), problem) };
  usePageTitle(said.title);
  return <Notice {...said} action={everywhere.back} onAction={() => void navigate("/")} />;
}
