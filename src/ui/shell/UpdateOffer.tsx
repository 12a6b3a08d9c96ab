/** One quiet strip when a new app waits. Nothing changes until it is pressed. */
import { useState } from "react";
import { Button } from "#ui/kit/press/Button.tsx";
import { useScreenState } from "#ui/screen-state.ts";
import { shell } from "#ui/words/shell.ts";

/** Stands on every page; shows nothing while there is nothing new, or after "Later" until the next start. */
export function UpdateOffer() {
  const update = useScreenState((state) => state.update);
  const [isPutOff, setPutOff] = useState(false);
  if (!update || isPutOff) return null;
  return (
    <section className="update" aria-label={shell.update.title}>
      <p>
        <b>{shell.update.title}</b> {shell.update.words}
      </p>
      <Button small kind="main" onPress={() => void update()}>
        {shell.update.now}
      </Button>
      <Button small kind="text" onPress={() => setPutOff(true)}>
        {shell.update.later}
      </Button>
    </section>
  );
}
