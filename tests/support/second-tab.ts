/** What runs in the frame that stands for another tab: the store, for the test to call. */
import { openStore } from "#store/open-store.ts";

Object.assign(window, { openStore });
window.dispatchEvent(new Event("store-ready"));
