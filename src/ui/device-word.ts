/** What the device in the hand is called in a sentence. */
import type { DeviceWord } from "./words/sync-status/saved.ts";

/** Guessed from the pointer and the screen's shorter side, which turning the device does not change. */
export function deviceWord(): DeviceWord {
  if (!matchMedia("(pointer: coarse)").matches) return "computer";
  return Math.min(screen.width, screen.height) < 600 ? "phone" : "tablet";
}
