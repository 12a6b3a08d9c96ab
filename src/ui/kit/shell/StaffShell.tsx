/** The frame of a staff page: places at the side on wide pages, below on narrow ones. */
import type { ReactNode } from "react";
import { BottomBar } from "./BottomBar.tsx";
import { SideBar, type SideBarProps } from "./SideBar.tsx";
import { SkipLink } from "./SkipLink.tsx";

type StaffShellProps = SideBarProps & {
  readonly skipLabel: string;
  /** Class of the main part: `case` for tables, `ln` for a person's page. */
  readonly className?: string;
  readonly children: ReactNode;
};

const MOST_BELOW = 5;

/** `children` is the page's main part. The bar below shows the first five places. */
export function StaffShell({ skipLabel, className = "ln", children, ...side }: StaffShellProps) {
  const { label, links, path } = side;
  return (
    <div className="lap lrn">
      <SkipLink label={skipLabel} />
      <SideBar {...side} />
      <main id="main" tabIndex={-1} className={className}>
        {children}
      </main>
      <div className="side-narrow">
        <BottomBar label={label} links={links.slice(0, MOST_BELOW)} path={path} />
      </div>
    </div>
  );
}
