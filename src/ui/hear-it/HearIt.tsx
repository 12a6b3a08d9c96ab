/** Reads the words beside it aloud, and stops. Not there where the device cannot. */
import { Square, Volume2 } from "lucide-react";
import { useEffect, useId } from "react";
import { Button } from "#ui/kit/press/Button.tsx";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { everywhere } from "#ui/words/everywhere.ts";
import { canRead, readAloud, stopReading, useVoice } from "./voice.ts";

/** `words` is all that is read. `page`: the quiet round button of a page's head, which reads the whole page. */
export function HearIt({ words, page = false }: { words: string; page?: boolean }) {
  const name = useId();
  const isReading = useVoice(({ reading }) => reading === name);
  useEffect(
    () => () => {
      if (useVoice.getState().reading === name) stopReading();
    },
    [name],
  );
  if (!canRead() || words.trim() === "") return null;
  const icon = isReading ? Square : Volume2;
  const onPress = (): void => (isReading ? stopReading() : readAloud(name, words));
  return page ? (
    <PillButton icon={icon} onPress={onPress}>
      {isReading ? everywhere.stopHearing : everywhere.listen}
    </PillButton>
  ) : (
    <Button kind="text" small icon={icon} onPress={onPress}>
      {isReading ? everywhere.stopHearing : everywhere.hearIt}
    </Button>
  );
}
