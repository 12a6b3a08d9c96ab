/**
 * Keeps drawn geometry by the text that describes it, so that a list of four hundred rows draws each line once.
 * The oldest drawings are dropped first.
 */

/** A function with the same answers as `draw` that remembers the last `limit` different ones. */
export function createDrawingCache<Result>(limit = 600): (key: string, draw: () => Result) => Result {
  const kept = new Map<string, Result>();
  return (key, draw) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const drawn = draw();
    kept.set(key, drawn);
    const oldest = kept.keys().next();
    if (kept.size > limit && !oldest.done) kept.delete(oldest.value);
    return drawn;
  };
}
