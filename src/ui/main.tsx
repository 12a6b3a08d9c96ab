/** Starts the app in the page, and keeps it for use with no signal. */
import { createRoot } from "react-dom/client";
import "#ui/kit/styles/index.css";
import { App } from "./App.tsx";
import { watchForInstall } from "./install/install.ts";
import { keepLook } from "./me/look.ts";
import { beginSession } from "./session/session.ts";
import { keepForOffline } from "./shell/updates.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
keepLook();
// The records are opened while the first page is being drawn: on a slow phone each takes its time.
void beginSession();
createRoot(root).render(<App />);
watchForInstall();
void keepForOffline();
