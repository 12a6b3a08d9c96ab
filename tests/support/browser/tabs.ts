/** Another tab of the same browser: a frame with its own copy of the code, its own connections and no shared memory. */
import type { openStore } from "#store/open-store.ts";
import type { seekLead } from "#store/sync/leader.ts";

/** The code a tab runs. */
interface Code {
  readonly openStore: typeof openStore;
  readonly seekLead: typeof seekLead;
}

/** A tab, open. */
export interface Tab extends Code {
  /** Ends it as a killed process would: nothing is flushed, closed or told. */
  kill(): void;
}

type TabWindow = Window & Partial<Code>;

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
  const { openStore, seekLead } = tab;
  if (!openStore || !seekLead) throw new Error("the tab has no store");
  return { openStore, seekLead, kill: () => frame.remove() };
}
