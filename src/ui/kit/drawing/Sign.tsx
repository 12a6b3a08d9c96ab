/**
 * The map's signs: what was reached, where one stands, what is ahead. Each is told apart by shape as well as
 * by colour, and none of them is red.
 */
import type { ReactNode } from "react";
import { round1 } from "#ui/kit/geometry/curve.ts";
import type { WaypointKind } from "#ui/kit/geometry/trail-geometry.ts";

/** A sign's measures: half its size, that against 9 units, and the radius inside its outline. */
type Measures = { readonly half: number; readonly k: number; readonly inner: number };

const mark = (d: string, width: number): ReactNode => (
  <path className="mk" d={d} style={{ strokeWidth: round1(width) }} />
);

/** Path text for points given at half size 9. */
const scaled = (k: number, parts: readonly (string | number)[]): string =>
  parts.map((part) => (typeof part === "number" ? round1(part * k) : part)).join(" ");

const tick = (k: number): string => scaled(k, ["M", -4.2, 0.4, "L", -1.2, 3.4, "L", 4.6, -3.2]);
const dots = (k: number): string => scaled(k, ["M", -3.8, "0h.1M0 0h.1M", 3.8, "0h.1"]);
const turn = (k: number): string =>
  scaled(k, ["M", -3.6, 3, "C", -3.6, -1, -1, -2, 3.4, -2, "M", 1, -4.4, "L", 3.6, -2, "L", 1, 0.4]);

function Diamond({ half, reach, number }: { half: number; reach: number; number: number | undefined }) {
  const tip = round1(half * reach);
  return (
    <>
      <path d={`M0 ${-tip}L${tip} 0L0 ${tip}L${-tip} 0Z`} />
      {number !== undefined && half >= 7 && (
        <text y={round1(half * 0.42)} style={{ fontSize: `${round1(half * (number > 9 ? 0.9 : 1.15))}px` }}>
          {number}
        </text>
      )}
    </>
  );
}

function RoundSign({
  kind,
  half,
  k,
  inner,
}: Measures & { kind: "start" | "reached" | "partly" | "not-yet" | "changed" }) {
  const radius = {
    start: round1(half * 0.78),
    reached: half,
    partly: inner,
    "not-yet": inner,
    changed: inner,
  }[kind];
  return (
    <>
      <circle r={radius} />
      {kind === "start" && <circle className="dot" r={round1(half * 0.26)} />}
      {kind === "reached" && mark(tick(k), 2.1 * k)}
      {kind === "partly" && <path className="half" d={`M0 ${-inner}A${inner} ${inner} 0 0 0 0 ${inner}Z`} />}
      {kind === "not-yet" && mark(dots(k), 2.5 * k)}
      {kind === "changed" && mark(turn(k), 1.9 * k)}
    </>
  );
}

function Here({ half }: { half: number }) {
  return (
    <>
      <circle className="halo" r={round1(half * 1.55)} />
      <circle className="rim" r={half} />
      <circle className="dot" r={round1(half * 0.62)} />
    </>
  );
}

function End({ half }: { half: number }) {
  const [top, side, foot] = [round1(half * -1.15), round1(half * 1.15), round1(half * 0.85)];
  return (
    <>
      <path d={`M0 ${top}L${side} ${foot}L${-side} ${foot}Z`} />
      <circle className="dot" cy={round1(half * 0.2)} r={round1(half * 0.24)} />
    </>
  );
}

function shapeOf(kind: WaypointKind, measures: Measures, number: number | undefined): ReactNode {
  const { half, inner } = measures;
  switch (kind) {
    case "review":
      return <Diamond half={half} reach={1.12} number={number} />;
    case "review-next":
      return <Diamond half={half} reach={1.08} number={number} />;
    case "here":
      return <Here half={half} />;
    case "ahead":
      return <circle r={inner} />;
    case "end":
      return <End half={half} />;
    case "start":
    case "reached":
    case "partly":
    case "not-yet":
    case "changed":
      return <RoundSign kind={kind} {...measures} />;
  }
}

type SignProps = { readonly kind: WaypointKind; readonly number?: number | undefined };

/** The shape of a sign around 0,0, for use inside a drawing. `half` is half its size in drawing units. */
export function SignShape({ kind, half = 9, number }: SignProps & { half?: number }) {
  const k = half / 9;
  const inner = round1(half - Math.min(1, k));
  return <g className={`sg sg-${kind}`}>{shapeOf(kind, { half, k, inner }, number)}</g>;
}

/** A sign on its own, beside words that say the same; hidden from screen readers. `size` is in px. */
export function Sign({ kind, size = 26, number }: SignProps & { size?: number }) {
  return (
    <svg
      className="sign"
      width={size}
      height={size}
      viewBox="-15 -15 30 30"
      aria-hidden="true"
      focusable="false"
    >
      <SignShape kind={kind} half={kind === "here" ? 9 : 11.5} number={number} />
    </svg>
  );
}
