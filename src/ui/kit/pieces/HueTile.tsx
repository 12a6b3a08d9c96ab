/** A hue with its icon and word. The hue never stands alone. */
import type { LucideIcon } from "lucide-react";
import { pictureName } from "./picture-name.ts";

/** The six hues of the tokens (`--st-…`): each has an ink, a mid and a soft tone. */
export type Hue = "voc" | "me" | "eng" | "mat" | "dig" | "plc";

/** Tile and word, as on rows, entries and chips. */
export function HueTile({ hue, icon: Drawn, word }: { hue: Hue; icon: LucideIcon; word: string }) {
  return (
    <span className={`st st-${hue}`}>
      <i>
        <Drawn aria-hidden="true" focusable="false" />
      </i>
      <span>{word}</span>
    </span>
  );
}

/** The tile alone, where its word stands nearby; `word` is its name for screen readers. */
export function HueIcon({
  hue,
  icon: Drawn,
  word,
  size = "medium",
}: {
  hue: Hue;
  icon: LucideIcon;
  word: string;
  size?: "small" | "medium" | "large";
}) {
  const sizes = { small: " s", medium: "", large: " l" } as const;
  return (
    <span className={`st-tile${sizes[size]} st-${hue}`} {...pictureName(word)}>
      <Drawn aria-hidden="true" focusable="false" />
    </span>
  );
}

/** A dot on staff screens: a disc, or with `off` a diamond. Decoration: words beside the dots say how many. */
export function HueDot({ hue, icon: Drawn, off = false }: { hue: Hue; icon: LucideIcon; off?: boolean }) {
  return (
    <i className={off ? `st-${hue} off` : `st-${hue}`} aria-hidden="true">
      <Drawn strokeWidth={2.6} focusable="false" />
    </i>
  );
}
