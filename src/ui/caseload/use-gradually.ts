/** How many rows are in being: one screen of them at once, the rest when the page has been painted and has time. */
import { startTransition, useEffect, useState } from "react";

const firstScreen = 30;
const each = 60;

/** Grows from the first screen to `count`, without ever holding up a key or a tap. */
export function useGradually(count: number): number {
  const [most, setMost] = useState(firstScreen);
  useEffect(() => {
    if (most >= count) return undefined;
    const frame = requestAnimationFrame(() => startTransition(() => setMost(most + each)));
    return () => cancelAnimationFrame(frame);
  }, [most, count]);
  return Math.min(most, count);
}
