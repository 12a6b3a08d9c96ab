/** How the tabs of one person on one device tell each other things; nobody hears their own words. */

/** A line that all tabs with the same name share. */
export interface TabLine<W> {
  say(word: W): void;
  hear(listener: (word: W) => void): void;
  close(): void;
}

/** Joins the line of this name. */
export function createTabLine<W>(name: string): TabLine<W> {
  const channel = new BroadcastChannel(name);
  let isClosed = false;
  return {
    say: (word) => {
      if (!isClosed) channel.postMessage(word);
    },
    hear: (listener) => channel.addEventListener("message", ({ data }: MessageEvent<W>) => listener(data)),
    close: () => {
      isClosed = true;
      channel.close();
    },
  };
}
