/** The places of a staff page, at its side; on narrow pages the same places stand in a bar below. */
import type { ReactNode } from "react";
import { Link } from "react-aria-components";
import { Contours } from "#ui/kit/drawing/Contours.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Mark } from "./Mark.tsx";
import { isCurrent, type NavigationLink } from "./navigation.ts";

/** Where one can go, where one is, and what stands at the foot. */
export type SideBarProps = {
  readonly label: string;
  readonly productName: string;
  readonly links: readonly NavigationLink[];
  readonly path: string;
  /** What is saved, and who is signed in. */
  readonly foot?: ReactNode;
};

/** The side bar, with the page's one patch of contours. */
export function SideBar({ label, productName, links, path, foot }: SideBarProps) {
  return (
    <aside className="side">
      <Contours place="side" />
      <Mark name={productName} />
      <nav aria-label={label}>
        {links.map((link) => (
          <Link
            key={link.href}
            href={link.href}
            {...(isCurrent(link, path) ? { "aria-current": "page" } : {})}
          >
            <Icon of={link.icon} small />
            {link.word}
            {link.count !== undefined && <span aria-label={link.countLabel}>{link.count}</span>}
          </Link>
        ))}
      </nav>
      {foot && <div className="me">{foot}</div>}
    </aside>
  );
}
