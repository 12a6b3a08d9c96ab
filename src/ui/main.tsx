/** Starts the app in the page, and keeps it for use with no signal. */
import { firstReading } from "./session/first-reading.ts";
import { createRoot } from "react-dom/client";
import "#ui/kit/styles/index.css";
import { App } from "./App.tsx";
import { watchForInstall } from "./install/install.ts";
import { keepLook } from "./me/look.ts";
import { beginSession } from "./session/session.ts";
import { createRouter } from "./routes.tsx";
import { keepForOffline } from "./shell/updates.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
keepLook();
void beginSession(firstReading);
const router = createRouter();
// The sign in index.html stays until the first page can be drawn whole: on a slow phone each drawing takes its time.
const stopWaiting = router.subscribe(({ initialized }) => initialized && draw());
const draw = (): void => {
  stopWaiting();
  createRoot(root).render(<App router={router} />);
};
if (router.state.initialized) draw();
watchForInstall();
void keepForOffline();
