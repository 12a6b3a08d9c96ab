/**
 * Keeps the app here for use with no signal, and brings in a new one only when the person says so.
 * Before any reload, in this tab or another, everything typed is made durable; a tab that cannot do
 * that keeps running as it is.
 */
import { Workbox } from "workbox-window";
import { flushOpenEditors } from "#ui/open-editors.ts";
import { useScreenState } from "#ui/screen-state.ts";

const checkMs = 60 * 60 * 1000;

/** Registers the service worker of the built app. Called once. */
export async function keepForOffline(): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  const worker = new Workbox("/service-worker.js");
  const offer = (): void => useScreenState.setState({ update: () => switchTo(worker) });
  worker.addEventListener("waiting", offer);
  // The first to take over a tab is the app that the tab runs. Workbox would call every later one first, too.
  let isKept = navigator.serviceWorker.controller !== null;
  worker.addEventListener("controlling", () => {
    if (isKept) void reloadWhenSaved();
    isKept = true;
  });
  await worker.register();
  setInterval(() => void worker.update(), checkMs);
}

async function switchTo(worker: Workbox): Promise<void> {
  const flushed = await flushOpenEditors();
  if (flushed.ok) worker.messageSkipWaiting();
}

/** The new app has taken over: this tab follows once nothing typed is at risk. */
async function reloadWhenSaved(): Promise<void> {
  const flushed = await flushOpenEditors();
  if (flushed.ok) location.reload();
}
