/** What a sighted reader sees when a new page comes, a screen reader's user hears: its name, with the focus at its start. */
import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { announce } from "#ui/kit/overlay/announcer.ts";

/** Moves the focus to the main part after each change of page, unless the page has put it somewhere itself. */
export function useArrival(): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    const main = document.getElementById("main");
    if (!main?.contains(document.activeElement)) main?.focus({ preventScroll: true });
    announce(document.title);
  }, [pathname]);
}
