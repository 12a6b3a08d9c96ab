/**
 * The product's picture: a walker's own road, drawn by hand as far as it is walked, dashed ahead. It reads from
 * start to end in the writing direction and mirrors itself in right-to-left pages.
 */
import { pictureName } from "#ui/kit/pieces/picture-name.ts";
import { memo } from "react";
import type { ReactNode } from "react";
import { MapFlags } from "./MapFlags.tsx";
import { SignPost } from "./SignPost.tsx";
import { SignShape } from "./Sign.tsx";
import { trailGeometry } from "#ui/kit/geometry/trail-geometry.ts";
import type {
  PlacedSign,
  TrailGeometry,
  TrailSize,
  Waypoint,
  WaypointKind,
} from "#ui/kit/geometry/trail-geometry.ts";

type TrailProps = {
  /** From start to end; may be empty, which draws nothing but the picture's place. */
  readonly waypoints: readonly Waypoint[];
  readonly size: TrailSize;
  /** The whole road in words, for those who do not see it. Without it the drawing is decoration. */
  readonly label?: string | undefined;
  /** Any text that stays the same for the same road, such as an id. Gives each road its own hand. */
  readonly seed?: string;
};

/** Big trails set a post where a target was reached; on the strip what is ahead is a post, too. */
function isPost(kind: WaypointKind, size: TrailSize): boolean {
  return (kind === "reached" && size !== "row") || (kind === "ahead" && size === "strip");
}

function PlacedShape({ sign, size }: { sign: PlacedSign; size: TrailSize }) {
  const { kind, number } = sign.waypoint;
  return (
    <g transform={`translate(${sign.x} ${sign.y})`}>
      {isPost(kind, size) ? (
        <SignPost reached={kind === "reached"} scale={Math.round(sign.half * 10) / 100} />
      ) : (
        <SignShape kind={kind} half={sign.half} number={number} />
      )}
    </g>
  );
}

function TrailLines({ geometry, cased }: { geometry: TrailGeometry; cased: boolean }) {
  const { casing, ahead, walked, lineWidth } = geometry;
  return (
    <>
      {cased && casing && <path className="casing" d={casing} style={{ strokeWidth: lineWidth + 6 }} />}
      {ahead && <path className="ahead" d={ahead} style={{ strokeWidth: lineWidth * 0.72 }} />}
      {walked && <path className="walked" d={walked} />}
    </>
  );
}

/** Words under the signs of a broad trail: what, and when. */
function BroadLabels({ geometry }: { geometry: TrailGeometry }) {
  return geometry.signs.map(({ waypoint, x }) => {
    if (waypoint.label === undefined) return null;
    const share = x / geometry.width;
    return (
      <span
        key={x}
        className="lp"
        data-edge={share > 0.9 ? "last" : undefined}
        data-on={waypoint.kind === "here" || undefined}
        style={{ insetInlineStart: `${share * 100}%` }}
      >
        <b>{waypoint.label}</b>
        {waypoint.note}
      </span>
    );
  });
}

type LabelledMapProps = {
  readonly geometry: TrailGeometry;
  readonly drawing: ReactNode;
  readonly isHidden: true | undefined;
};

/** Where the road leads stands over the drawing, whole, in as many lines as it takes: the map grows with it. */
function LabelledMap({ geometry, drawing, isHidden }: LabelledMapProps) {
  const end = geometry.signs.at(-1)?.waypoint;
  const name = end?.kind === "end" ? end.label : undefined;
  return (
    <div className="trail-frame" data-size="map">
      {name !== undefined && (
        <div className="trail-name" aria-hidden={isHidden}>
          <p dir="auto">
            <span>{name}</span>
          </p>
        </div>
      )}
      <div className="trail-sheet">
        {drawing}
        <div aria-hidden={isHidden}>
          <MapFlags geometry={geometry} />
        </div>
      </div>
    </div>
  );
}

/** A drawn trail. `map` and `broad` show the waypoints' labels; the other sizes show signs only. */
export const Trail = memo(function Trail({ waypoints, size, label, seed = "road" }: TrailProps) {
  const geometry = trailGeometry(waypoints, size, seed);
  const drawing = (
    <svg
      className={size === "row" ? "trail tiny" : "trail"}
      viewBox={`0 0 ${geometry.width} ${geometry.height}`}
      focusable="false"
      {...pictureName(label)}
    >
      <TrailLines geometry={geometry} cased={size !== "row"} />
      {geometry.signs.map((sign) => (
        <PlacedShape key={sign.x} sign={sign} size={size} />
      ))}
    </svg>
  );
  if (size === "row" || size === "strip") return drawing;
  const isHidden = label === undefined ? undefined : true;
  if (size === "map") return <LabelledMap geometry={geometry} drawing={drawing} isHidden={isHidden} />;
  return (
    <div className="trail-frame" data-size={size}>
      {drawing}
      <div className="lps" aria-hidden={isHidden}>
        <BroadLabels geometry={geometry} />
      </div>
    </div>
  );
});
