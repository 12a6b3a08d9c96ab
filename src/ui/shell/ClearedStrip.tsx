/** The browser cleared what was kept here while the app was open: what is safe, and the way on, with what is on the screen. */
import { CircleAlert } from "lucide-react";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { leaveFor } from "#ui/session/leaving.ts";
import { useSyncStatus } from "#ui/use-record.ts";
import { shell } from "#ui/words/shell.ts";

/** Stands on every page of whoever is signed in; shows nothing while all is well. */
export function ClearedStrip() {
  const { problem } = useSyncStatus();
  if (problem?.code !== "storage-cleared") return null;
  const { title, words, action } = shell.cleared;
  return (
    <section className="update" role="alert" aria-label={title}>
      <Icon of={CircleAlert} />
      <p>
        <b>{title}</b> {words}
      </p>
      <Button small onPress={() => leaveFor("/sign-in")}>
        {action}
      </Button>
    </section>
  );
}
