/** Icons from the one set. An icon never stands alone on a learner's screen: words name it, so it has no name itself. */
import type { LucideIcon } from "lucide-react";

/** Grows with the reader's text up to 34 px. `mirror`: points the other way in right-to-left pages. */
export function Icon({
  of: Drawn,
  small = false,
  mirror = false,
}: {
  of: LucideIcon;
  small?: boolean;
  mirror?: boolean;
}) {
  const names = ["ic", small && "s", mirror && "mirror"].filter(Boolean).join(" ");
  return <Drawn className={names} aria-hidden="true" focusable="false" />;
}
