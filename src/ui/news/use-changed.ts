/**
 * Which fields of records others changed since this person last looked at them. Private to them and
 * this device; never an edit of a record. A record that was never looked at here has no marks.
 */
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Id } from "#model/id.ts";
import { changedFields, printsOf, withOwnChange } from "#model/views/prints.ts";
import type { Prints } from "#model/views/prints.ts";
import { useStore } from "#ui/store-context.tsx";

/** A record as far as it is looked at. */
interface Shown {
  readonly id: Id;
  readonly value: object;
}

type PrintsById = ReadonlyMap<Id, Prints>;

const nowOf = (records: readonly Shown[]): PrintsById =>
  new Map(records.map(({ id, value }) => [id, printsOf(value)]));

/** A page in a pocket is not looked at. */
function whenHiddenOrShown(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}

const none: ReadonlySet<string> = new Set();

/** What each of these records was when this person last looked at it, with their own changes since; undefined until known. */
function usePrintsBefore(records: readonly Shown[]): PrintsById | undefined {
  const { looked } = useStore();
  const [before, setBefore] = useState<PrintsById>();
  const shown = useRef(records);
  const ids = records.map(({ id }) => id).join(" ");

  useEffect(() => {
    shown.current = records;
  });

  useEffect(() => {
    let isGone = false;
    const asked = ids === "" ? [] : (ids.split(" ") as Id[]);
    void looked.at(asked).then((found) => {
      if (isGone) return;
      // What was never looked at counts from now on.
      const begun = new Map([...nowOf(shown.current)].filter(([id]) => !found.has(id)));
      void looked.note(begun);
      setBefore((known) => new Map([...found, ...begun, ...(known ?? [])]));
    });
    return () => {
      isGone = true;
    };
  }, [looked, ids]);

  useEffect(
    () =>
      looked.watchOwn(({ id, ...change }) =>
        setBefore((known) => {
          const prints = known?.get(id);
          return prints && known ? new Map(known).set(id, withOwnChange(prints, change)) : known;
        }),
      ),
    [looked],
  );

  return before;
}

/** Notes what these records say as looked at, while that is so and the page is not hidden. */
function useNoting(records: readonly Shown[], isLookedAt: boolean): void {
  const { looked } = useStore();
  const noted = useRef(new Map<Id, Prints>());
  const isHidden = useSyncExternalStore(whenHiddenOrShown, () => document.hidden);

  useEffect(() => {
    if (!isLookedAt || isHidden) return;
    // Prints are the same object while a record says the same: what was noted once is not noted at each drawing.
    const fresh = [...nowOf(records)].filter(([id, prints]) => noted.current.get(id) !== prints);
    for (const [id, prints] of fresh) noted.current.set(id, prints);
    if (fresh.length > 0) void looked.note(new Map(fresh));
  }, [looked, records, isLookedAt, isHidden]);
}

/**
 * The changed fields of a record by its id; empty until it is known. `look` shows all of a record: its marks are
 * gone when it is shown the next time. `glance` shows that there is one: its marks stay until it is looked at.
 */
export function useChanged(
  records: readonly Shown[],
  how: "look" | "glance",
): (id: Id) => ReadonlySet<string> {
  const before = usePrintsBefore(records);
  useNoting(records, before !== undefined && how === "look");
  return (id) => {
    const [prints, record] = [before?.get(id), records.find((one) => one.id === id)];
    return prints && record ? new Set(changedFields(prints, printsOf(record.value))) : none;
  };
}
