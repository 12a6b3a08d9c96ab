/** The frame of the pages before anybody is signed in: a strip of the map, the product's name, one thing to do. */
import type { ReactNode } from "react";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { Contours } from "#ui/kit/drawing/Contours.tsx";
import { Trail } from "#ui/kit/drawing/Trail.tsx";
import type { Waypoint } from "#ui/kit/geometry/trail-geometry.ts";
import { Mark } from "#ui/kit/shell/Mark.tsx";
import { usePageTitle } from "#ui/shell/use-page-title.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import "./sign-in.css";

const road: readonly Waypoint[] = [{ kind: "start" }, { kind: "here" }, { kind: "ahead" }, { kind: "end" }];

/** `title` is the page's heading; `spoken` what is read out of it. */
export function VisitorPage({
  title,
  spoken,
  children,
}: {
  title: string;
  spoken: string;
  children: ReactNode;
}) {
  usePageTitle(title);
  return (
    <div className="shell si">
      <div className="si-map">
        <Contours place="strip" />
        <Trail waypoints={road} size="strip" seed={everywhere.product} />
      </div>
      <main id="main" tabIndex={-1}>
        <div className="top-row">
          <Mark name={everywhere.product} />
          <HearIt words={spoken} page />
        </div>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
