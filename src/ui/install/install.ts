/** Putting Waymark on the home screen: by the browser's own question where it has one, else by plain instructions. */
import { useScreenState } from "#ui/screen-state.ts";

/** Not yet among the DOM's types: Chromium's offer to install. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

const isInstallEvent = (event: Event): event is InstallEvent => "prompt" in event;

/** Keeps the browser's offer until the person asks for it. Called once. */
export function watchForInstall(): void {
  window.addEventListener("beforeinstallprompt", (event) => {
    if (!isInstallEvent(event)) return;
    event.preventDefault();
    useScreenState.setState({ install: () => ask(event) });
  });
  window.addEventListener("appinstalled", () => useScreenState.setState({ install: undefined }));
}

async function ask(event: InstallEvent): Promise<void> {
  useScreenState.setState({ install: undefined });
  await event.prompt();
}

/** True when it runs from the home screen already. */
export const isInstalled = (): boolean => matchMedia("(display-mode: standalone)").matches;

/** Whose way of installing to explain. */
export type InstallWay = "ios" | "android" | "computer";

/** Guessed from what the browser says about itself; only the words depend on it. */
export function installWay(): InstallWay {
  if (/iPhone|iPad|iPod/.test(navigator.userAgent)) return "ios";
  return /Android/.test(navigator.userAgent) ? "android" : "computer";
}
