/** A phone page's head: what this is, one quiet thing to press, and what is saved. */
import type { ReactNode } from "react";
import { Contours } from "#ui/kit/drawing/Contours.tsx";

type PageTopProps = {
  readonly title: ReactNode;
  /** A line above the title, such as today's date. */
  readonly over?: ReactNode;
  /** A line under it. */
  readonly under?: ReactNode;
  /** A PillButton at the end of the line. */
  readonly action?: ReactNode;
  /** A PillButton before the title: back. */
  readonly back?: ReactNode;
  /** A StatusLine. */
  readonly status?: ReactNode;
  /** The page's one patch of contours, where no other drawing has it. */
  readonly hasContours?: boolean;
};

/** The page's only level-one heading. */
export function PageTop({ title, over, under, action, back, status, hasContours = false }: PageTopProps) {
  return (
    <header className="top">
      {hasContours && <Contours place="corner" />}
      {back && (
        <div className="top-row">
          {back}
          {action}
        </div>
      )}
      <div className="top-row">
        <div>
          {over && <p className="date">{over}</p>}
          <h1>{title}</h1>
          {under && <p className="date">{under}</p>}
        </div>
        {!back && action}
      </div>
      {status}
    </header>
  );
}
