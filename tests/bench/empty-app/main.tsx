/** The least an app on React can be: one heading and one button, kept offline by the product's own service worker. */
import { createRoot } from "react-dom/client";
import { Workbox } from "workbox-window";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <main>
    <h1>Today</h1>
    <button type="button">Write</button>
  </main>,
);
void new Workbox("/service-worker.js").register();
