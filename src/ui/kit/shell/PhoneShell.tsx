/** The frame of a learner's page: one column, and the bar under the thumb. */
import type { ReactNode } from "react";
import { BottomBar, type BottomBarProps } from "./BottomBar.tsx";
import { SkipLink } from "./SkipLink.tsx";

type PhoneShellProps = {
  /** Usually a PageTop. */
  readonly top?: ReactNode;
  readonly bar?: BottomBarProps | undefined;
  /** What stands fixed above the bar, such as the three ways to record. */
  readonly dock?: ReactNode;
  readonly skipLabel: string;
  readonly className?: string;
  readonly children: ReactNode;
};

/** `children` is the page's main part. */
export function PhoneShell({ top, bar, dock, skipLabel, className, children }: PhoneShellProps) {
  const below = bar && <BottomBar {...bar} />;
  return (
    <div className={className ? `shell ${className}` : "shell"}>
      <SkipLink label={skipLabel} />
      {top}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {dock ? (
        <div className="stick">
          {dock}
          {below}
        </div>
      ) : (
        below
      )}
    </div>
  );
}
