/** Run by Vitest once, before the first test that needs a browser. */
export { browserReady as setup } from "./browser.ts";
