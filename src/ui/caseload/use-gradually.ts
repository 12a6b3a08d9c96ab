/**
 * How many rows are in being: one screen of them at once, the rest when the page has been painted and has time.
 * Whoever comes back finds as many as there were, or the page would be too short for the place they left.
 */
import { startTransition, useEffect } from "react";
import { useKept } from "#ui/use-kept.ts";

const firstScreen = 30;
const each = 60;

/** Grows from the first screen to `count`, without ever holding up a key or a tap. */
export function useGradually(count: number): number {
  const [most, setMost] = useKept("rows", firstScreen);
  useEffect(() => {
    if (most >= count) return undefined;
    const frame = requestAnimationFrame(() => startTransition(() => setMost(most + each)));
    return () => cancelAnimationFrame(frame);
  }, [most, count, setMost]);
  return Math.min(most, count);
}
