/**
 * Undo in a place to write takes back one's own words and never another's: the keys, and the undo of a
 * menu or a shaken phone, go to the record's editor. The browser's own would put back the text as it was,
 * without what others wrote meanwhile.
 */
import { useEffect, useRef } from "react";
import type { RefObject } from "react";

/** Both false when there is nothing to take back or make again. */
export interface History {
  undo(): boolean;
  redo(): boolean;
}

type Way = keyof History;

function wayOfKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): Way | undefined {
  if (altKey || !(ctrlKey || metaKey)) return undefined;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && ctrlKey ? "redo" : undefined;
}

const wayOfInput = ({ inputType }: InputEvent): Way | undefined =>
  inputType === "historyUndo" ? "undo" : inputType === "historyRedo" ? "redo" : undefined;

/** Without a history the browser's undo stays. */
export function useOwnUndo(frame: RefObject<HTMLElement | null>, history: History | undefined): void {
  const current = useRef(history);
  useEffect(() => {
    current.current = history;
  }, [history]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const go = (event: Event, way: Way | undefined): void => {
      if (!way || !current.current) return;
      event.preventDefault();
      current.current[way]();
    };
    const onKey = (event: KeyboardEvent): void => go(event, wayOfKey(event));
    const onInput = (event: InputEvent): void => go(event, wayOfInput(event));
    element.addEventListener("keydown", onKey);
    element.addEventListener("beforeinput", onInput);
    return () => {
      element.removeEventListener("keydown", onKey);
      element.removeEventListener("beforeinput", onInput);
    };
  }, [frame]);
}
