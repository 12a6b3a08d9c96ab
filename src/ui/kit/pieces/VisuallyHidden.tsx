/** Words for screen readers alone. */
import type { ReactNode } from "react";

/** Read out, not shown. `as` chooses the element, such as a heading for a region whose title is a picture. */
export function VisuallyHidden({
  as: Element = "span",
  children,
}: {
  as?: "span" | "h1" | "h2" | "p";
  children: ReactNode;
}) {
  return <Element className="vh">{children}</Element>;
}
