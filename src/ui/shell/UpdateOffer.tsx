/** One quiet strip when a new app waits. Nothing changes until it is pressed. */
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { flushOpenEditors } from "#ui/open-editors.ts";
import { useScreenState } from "#ui/screen-state.ts";
import { shell } from "#ui/words/shell.ts";

/** Stands on every page; shows nothing while there is nothing new, or after "Later" until the next start. */
export function UpdateOffer() {
  const update = useScreenState((state) => state.update);
  const [isPutOff, setPutOff] = useState(false);
  if (!update || isPutOff) return null;
  const accept = async (): Promise<void> => {
    const flushed = await flushOpenEditors();
    if (flushed.ok) update();
    else showToast({ words: shell.update.notSaved });
  };
  return (
    <section className="update" aria-label={shell.update.title}>
      <Icon of={RefreshCw} />
      <p>
        <b>{shell.update.title}</b> {shell.update.words}
      </p>
      <Button small onPress={() => void accept()}>
        {shell.update.now}
      </Button>
      <Button small kind="text" onPress={() => setPutOff(true)}>
        {shell.update.later}
      </Button>
    </section>
  );
}
