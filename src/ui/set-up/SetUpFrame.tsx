/** The frame of the first start: one large map, and one thing to do beside it. */
import type { ReactNode } from "react";
import { Contours } from "#ui/kit/drawing/Contours.tsx";
import { Trail } from "#ui/kit/drawing/Trail.tsx";
import type { Waypoint } from "#ui/kit/geometry/trail-geometry.ts";
import { Mark } from "#ui/kit/shell/Mark.tsx";
import { usePageTitle } from "#ui/shell/use-page-title.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import "./set-up.css";

const road: readonly Waypoint[] = [
  { kind: "start" },
  { kind: "here" },
  { kind: "ahead" },
  { kind: "review-next", number: 1 },
  { kind: "ahead" },
  { kind: "end" },
];

/** `title` is the page's heading. */
export function SetUpFrame({
  title,
  intro,
  children,
}: {
  title: string;
  intro?: string;
  children: ReactNode;
}) {
  usePageTitle(title);
  return (
    <div className="fs">
      <header className="fs-map">
        <Contours place="ground" />
        <Trail waypoints={road} size="map" seed={everywhere.product} />
        <Mark name={everywhere.product} size={40} />
      </header>
      <main id="main" tabIndex={-1} className="fs-main">
        <h1>{title}</h1>
        {intro !== undefined && <p className="muted">{intro}</p>}
        {children}
      </main>
    </div>
  );
}
