/** A place in the bar at the bottom or the side. */
import type { LucideIcon } from "lucide-react";

/** One place to go. `count` is shown beside its word and read out with `countLabel`. */
export type NavigationLink = {
  readonly href: string;
  readonly word: string;
  readonly icon: LucideIcon;
  readonly count?: number | undefined;
  readonly countLabel?: string | undefined;
};

/** True when the page at `path` belongs to this link: the same address, or one below it. The root belongs to itself only. */
export function isCurrent(link: NavigationLink, path: string): boolean {
  return path === link.href || (link.href !== "/" && path.startsWith(`${link.href}/`));
}
