/** The one place that screen readers listen to; stands once on every page. */
import { useSpoken } from "./announcer.ts";

/** Two turns about, because the same words put in the same place are not read twice. */
export function Announcer() {
  const { words, turn } = useSpoken();
  return (
    <div className="vh">
      <div aria-live="polite">{turn % 2 === 0 ? words : ""}</div>
      <div aria-live="polite">{turn % 2 === 1 ? words : ""}</div>
    </div>
  );
}
