/** Where something may be jotted down on this device. */

/** The keys of whatever stands in the storage for it; none where the browser lets the app have no such storage. */
export function jottedKeys(): readonly string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
