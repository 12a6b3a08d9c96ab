/** A sheet of paper on the ground: what belongs together. */
import type { ReactNode } from "react";

type CardProps = {
  readonly as?: "div" | "section" | "article" | "ul" | "ol";
  /** Further class names from the screens' styles. */
  readonly className?: string | undefined;
  readonly label?: string | undefined;
  readonly children: ReactNode;
};

/** A card. As a list its children are the `li`s. */
export function Card({ as: Element = "div", className, label, children }: CardProps) {
  return (
    <Element className={className ? `card ${className}` : "card"} aria-label={label}>
      {children}
    </Element>
  );
}
