/**
 * What somebody sought or chose in a list, there again when they come back to it by the browser's own ways.
 * In this tab's memory and nowhere else: it may be a learner's name, and the next to sign in is another person.
 */
import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import { useAccount } from "#ui/store-context.tsx";

const kept = new Map<string, unknown>();

/** As `useState`, but for this place in the tab's history. `name` tells it from what else the page keeps. */
export function useKept<T>(name: string, first: T): readonly [T, (value: T) => void] {
  const { person } = useAccount();
  const { key, pathname } = useLocation();
  const place = `${person} ${key} ${pathname} ${name}`;
  const [value, setValue] = useState(() => (kept.has(place) ? (kept.get(place) as T) : first));
  // Also when the address changes under a page that stays: one may come back to either.
  useEffect(() => {
    kept.set(place, value);
  }, [place, value]);
  return [value, setValue];
}
