/** Lets a text area grow with its words in browsers that do not do so by CSS (`field-sizing`). */
import { useLayoutEffect, useRef } from "react";

const growsByItself = (): boolean => CSS.supports("field-sizing", "content");

/** A ref for the text area, which is fitted to its words after every rendering. */
export function useGrowing() {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || growsByItself()) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
  });
  return area;
}
