/**
 * Keeps the whole app on the device, so that every page opens with no signal from the end of the
 * first visit. It answers for files of the app and for opening pages; what goes to the server
 * (`/api`, `/health`) it never touches or keeps.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import type { PrecacheEntry } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

interface LifeEvent {
  waitUntil(done: Promise<unknown>): void;
}

/** The parts of a service worker's global scope that are used here. */
interface WorkerScope {
  readonly __WB_MANIFEST: (string | PrecacheEntry)[];
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "message", listener: (event: MessageEvent<unknown>) => void): void;
  addEventListener(type: "activate", listener: (event: LifeEvent) => void): void;
}

declare const self: WorkerScope;

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(
  new NavigationRoute(createHandlerBoundToURL("/index.html"), { denylist: [/^\/api(\/|$)/, /^\/health$/] }),
);

// So that parts of the app loaded later in the first visit already come from here.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// Only the person decides when a new app takes over: see `ui/shell/updates.ts`.
self.addEventListener("message", ({ data }) => {
  const isAsked = typeof data === "object" && data !== null && "type" in data && data.type === "SKIP_WAITING";
  if (isAsked) void self.skipWaiting();
});
