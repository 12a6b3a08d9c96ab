/** What runs in the frame that stands for another tab: the store, for the test to call. */
import { openStore } from "#store/open-store.ts";
import { seekLead } from "#store/sync/leader.ts";

Object.assign(window, { openStore, seekLead });
window.dispatchEvent(new Event("store-ready"));
