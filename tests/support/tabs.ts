/** Another tab of the same browser: a frame with its own copy of the code, its own connections and no shared memory. */
import type { openStore } from "#store/open-store.ts";

/** A tab, open. */
export interface Tab {
  readonly openStore: typeof openStore;
  /** Ends it as a killed process would: nothing is flushed, closed or told. */
  kill(): void;
}

type TabWindow = Window & { openStore?: typeof openStore };

/** Opens another tab. */
export async function openTab(): Promise<Tab> {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const tab = frame.contentWindow as TabWindow;
  const ready = new Promise((resolve) => tab.addEventListener("store-ready", resolve, { once: true }));
  const script = tab.document.createElement("script");
  script.type = "module";
  script.src = new URL("./second-tab.ts", import.meta.url).href;
  tab.document.head.append(script);
  await ready;
  if (!tab.openStore) throw new Error("the tab has no store");
  return { openStore: tab.openStore, kill: () => frame.remove() };
}
