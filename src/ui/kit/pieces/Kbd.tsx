/** A key to press, as drawn on the keyboard. */
import type { ReactNode } from "react";

/** One key. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd>{children}</kbd>;
}
