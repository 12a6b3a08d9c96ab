/** Says that the page goes on below, until the next part has come into view. */
import { ArrowDown } from "lucide-react";
import { useEffect, useState } from "react";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { today as words } from "#ui/words/today.ts";

/** What must come into view: the next review. */
const nextPart = "next";

const isBelow = (): boolean => {
  const part = document.getElementById(nextPart);
  return part !== null && part.getBoundingClientRect().top > window.innerHeight - 120;
};

/** Stands above the bar. Decoration for those who see: others reach the part by its heading. */
export function MoreBelow() {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const look = (): void => setShown(isBelow());
    const watcher = new ResizeObserver(look);
    watcher.observe(document.body);
    window.addEventListener("scroll", look, { passive: true });
    return () => {
      watcher.disconnect();
      window.removeEventListener("scroll", look);
    };
  }, []);
  if (!isShown) return null;
  return (
    <a className="peek" href={`#${nextPart}`} aria-hidden="true" tabIndex={-1}>
      <span>
        <Icon of={ArrowDown} small />
        {words.moreBelow}
      </span>
    </a>
  );
}
