/**
 * Keeps the app here for use with no signal, and brings in a new one only when the person says so.
 * Before any reload, in this tab or another, everything typed is made durable; a tab that cannot do
 * that keeps running as it is.
 */
import { Workbox } from "workbox-window";
import { keptPage } from "#store/kept-page.ts";
import { flushOpenEditors } from "#ui/open-editors.ts";
import { useScreenState } from "#ui/screen-state.ts";

const checkMs = 60 * 60 * 1000;

/** Registers the service worker of the built app. Called once. */
export async function keepForOffline(): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  const workers = navigator.serviceWorker;
  workers.addEventListener("controllerchange", () => {
    useScreenState.setState({ update: undefined });
    void follow();
  });
  const worker = new Workbox("/service-worker.js");
  const offer = (): void => useScreenState.setState({ update: () => worker.messageSkipWaiting() });
  worker.addEventListener("waiting", offer);
  const registration = await worker.register();
  offerWhenFetched(registration, offer);
  // One may have taken over before anybody listened.
  if (workers.controller) await follow();
  setInterval(() => void lookForNew(worker), checkMs);
}

/** Workbox does not hear of a new app that was being fetched before it came. The first app ever waits for nobody. */
function offerWhenFetched(registration: ServiceWorkerRegistration | undefined, offer: () => void): void {
  registration?.installing?.addEventListener("statechange", () => {
    if (registration.waiting && registration.active) offer();
  });
}

/** Without signal there is nothing to find, and the next look is soon enough. */
async function lookForNew(worker: Workbox): Promise<void> {
  await Promise.allSettled([worker.update()]);
}

/**
 * Another service worker stands before this tab. The tab reloads once nothing typed is at risk, unless it
 * runs that app already: that it stood before this tab first says nothing, since a tab fetched past the
 * kept app has none until the next one.
 */
async function follow(): Promise<void> {
  if (await isOwnApp()) return;
  const flushed = await flushOpenEditors();
  if (flushed.ok) location.reload();
}

/** True when the page now kept here begins with the scripts that this tab runs; a name changes with anything in the app. */
async function isOwnApp(): Promise<boolean> {
  const scripts = [...document.querySelectorAll("script[type=module][src]")];
  const kept = await keptPage();
  return kept === undefined || scripts.every((script) => kept.includes(script.getAttribute("src") ?? ""));
}
