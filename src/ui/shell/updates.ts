/**
 * Keeps the app here for use with no signal, and brings in a new one only when the person says so.
 * Before any reload, in this tab or another, everything typed is made durable; a tab that cannot do
 * that keeps running as it is.
 */
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
  // The first page does not share its connection with all that is kept for later ones.
  if (document.readyState !== "complete")
    await new Promise((loaded) => window.addEventListener("load", loaded, { once: true }));
  const registration = await workers.register("/service-worker.js");
  offerWaiting(registration);
  // One may have taken over before anybody listened.
  if (workers.controller) await follow();
  setInterval(() => void lookForNew(registration), checkMs);
}

/** Offers the app that waits, now or once it has been fetched. The first one ever waits for nobody. */
function offerWaiting(registration: ServiceWorkerRegistration): void {
  const offer = (): void => {
    const { waiting, active } = registration;
    if (!waiting || !active) return;
    useScreenState.setState({ update: () => waiting.postMessage({ type: "SKIP_WAITING" }) });
  };
  const whenFetched = (): void => registration.installing?.addEventListener("statechange", offer);
  registration.addEventListener("updatefound", whenFetched);
  whenFetched();
  offer();
}

/** Without signal there is nothing to find, and the next look is soon enough. */
async function lookForNew(registration: ServiceWorkerRegistration): Promise<void> {
  await Promise.allSettled([registration.update()]);
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
