/** What a learner must not miss: it counts as new on each device until they say there that they read it, however long it has been here. */
import { useCallback, useEffect, useState } from "react";
import { useStore } from "#ui/store-context.tsx";

/** Which of these were not read yet, and how to say that one was. */
export interface Unread {
  readonly isUnread: (key: string) => boolean;
  readonly read: (key: string) => void;
}

/** Nothing is unread while it loads. `keys` are texts a screen chooses, one a thing. */
export function useUnread(keys: readonly string[]): Unread {
  const { seen } = useStore();
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());
  const asked = keys.join("\n");
  useEffect(() => {
    let isGone = false;
    const all = asked.split("\n").filter(Boolean);
    void Promise.all(all.map((key) => seen.at(key))).then((found) => {
      if (!isGone) setUnread(new Set(all.filter((_key, place) => found[place] === undefined)));
    });
    return () => {
      isGone = true;
    };
  }, [seen, asked]);
  const read = useCallback(
    (key: string): void => {
      void seen.mark(key);
      setUnread((before) => new Set([...before].filter((one) => one !== key)));
    },
    [seen],
  );
  return { isUnread: (key) => unread.has(key), read };
}
