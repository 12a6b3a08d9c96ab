/**
 * How high the rows of a long list came out when they were last drawn. Whoever comes back to it finds it as
 * they left it: with heights guessed anew, the same scroll would show them something else.
 */
import { useLayoutEffect, useState } from "react";

interface Drawn {
  /** What all heights depend on: the window's width and the size of words. */
  readonly look: string;
  readonly heights: Map<string, number>;
}

let drawn: Drawn = { look: "", heights: new Map() };

/** The heights in the look there is now; empty where the list was drawn in another, or never. */
function heightsNow(): Map<string, number> {
  const look = `${window.innerWidth} ${getComputedStyle(document.documentElement).fontSize}`;
  if (drawn.look !== look) drawn = { look, heights: new Map() };
  return drawn.heights;
}

/** Heights by the rows' keys, as they are known when the list comes. */
export function useKnownHeights(): ReadonlyMap<string, number> {
  const [heights] = useState(heightsNow);
  return heights;
}

/** Keeps what was measured when the list goes. Keys are of one kind of row only: ids, or dates. */
export function useKeptHeights({
  itemSizeCache,
}: {
  readonly itemSizeCache: ReadonlyMap<unknown, number>;
}): void {
  useLayoutEffect(
    () => () => {
      const heights = heightsNow();
      for (const [key, height] of itemSizeCache) heights.set(String(key), height);
    },
    [itemSizeCache],
  );
}
