/** What is not a record and outlives a screen: whether a new app waits, and whether this one may be installed. */
import { create } from "zustand";

interface ScreenState {
  /** Puts the app that waits in place of this one, in every tab; undefined while none waits. */
  readonly update: (() => void) | undefined;
  /** Asks the browser's own question about installing; undefined where it has none, or after it was asked. */
  readonly install: (() => Promise<void>) | undefined;
}

/** The state of this tab's screens. */
export const useScreenState = create<ScreenState>(() => ({ update: undefined, install: undefined }));
