/** The four places of a phone, under the thumb. */
import { Link } from "react-aria-components";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { VisuallyHidden } from "#ui/kit/pieces/VisuallyHidden.tsx";
import { isCurrent, type NavigationLink } from "./navigation.ts";

/** Where one can go and where one is. */
export type BottomBarProps = {
  readonly label: string;
  readonly links: readonly NavigationLink[];
  readonly path: string;
};

/** Real links with an icon and a word each; `path` is where the reader is now. */
export function BottomBar({ label, links, path }: BottomBarProps) {
  return (
    <nav className="bar" aria-label={label} style={{ gridTemplateColumns: `repeat(${links.length}, 1fr)` }}>
      {links.map((link) => (
        <Link key={link.href} href={link.href} {...(isCurrent(link, path) ? { "aria-current": "page" } : {})}>
          <span className="blob">
            <Icon of={link.icon} />
            {link.count ? (
              <span className="badge" aria-hidden={link.countLabel ? true : undefined}>
                {link.count}
              </span>
            ) : null}
          </span>
          {link.word}
          {link.count && link.countLabel ? <VisuallyHidden>{link.countLabel}</VisuallyHidden> : null}
        </Link>
      ))}
    </nav>
  );
}
