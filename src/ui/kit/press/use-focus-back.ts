/** What a button opened in its own place is closed again: the focus goes back to the button, and so does the eye. */
import { useEffect, useRef } from "react";
import type { RefObject } from "react";

/** The button's place. It takes the focus when `isOpen` ends, unless something else has it by then. */
export function useFocusBack(isOpen: boolean): RefObject<HTMLElement | null> {
  const opener = useRef<HTMLElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const closes = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (closes && isLost) opener.current?.focus();
  }, [isOpen]);
  return opener;
}
