/**
 * The map's signs: what was reached, where one stands, what is ahead. Each is told apart by shape as well as
 * by colour, and none of them is red.
 */
import { round1 } from "#ui/kit/geometry/curve.ts";
import type { WaypointKind } from "#ui/kit/geometry/trail-geometry.ts";

/** A sign's kind, half its size in drawing units, and a number for reviews. */
type SignProps = {
  readonly kind: WaypointKind;
  readonly half?: number;
  readonly number?: number | undefined;
};

const tickPath = (k: number): string =>
  `M${round1(-4.2 * k)} ${round1(0.4 * k)}L${round1(-1.2 * k)} ${round1(3.4 * k)}L${round1(4.6 * k)} ${round1(-3.2 * k)}`;

const diamondPath = (reach: number): string => `M0 ${-reach}L${reach} 0L0 ${reach}L${-reach} 0Z`;

function changedPath(k: number): string {
  const at = (x: number, y: number): string => `${round1(x * k)} ${round1(y * k)}`;
  return `M${at(-3.6, 3)}C${at(-3.6, -1)} ${at(-1, -2)} ${at(3.4, -2)}M${at(1, -4.4)}L${at(3.6, -2)}L${at(1, 0.4)}`;
}

function Diamond({ half, number, reach }: { half: number; number: number | undefined; reach: number }) {
  return (
    <>
      <path d={diamondPath(round1(half * reach))} />
      {number !== undefined && half >= 7 && (
        <text y={round1(half * 0.42)} style={{ fontSize: `${round1(half * (number > 9 ? 0.9 : 1.15))}px` }}>
          {number}
        </text>
      )}
    </>
  );
}

const mark = (d: string, width: number) => (
  <path className="mk" d={d} style={{ strokeWidth: round1(width) }} />
);

/** The shape of a sign around 0,0, for use inside a drawing. */
export function SignShape({ kind, half = 9, number }: SignProps) {
  const k = half / 9;
  const inner = round1(half - Math.min(1, k));
  const shapes: Record<WaypointKind, () => React.ReactNode> = {
    start: () => (
      <>
        <circle r={round1(half * 0.78)} />
        <circle className="dot" r={round1(half * 0.26)} />
      </>
    ),
    reached: () => (
      <>
        <circle r={half} />
        {mark(tickPath(k), 2.1 * k)}
      </>
    ),
    partly: () => (
      <>
        <circle r={inner} />
        <path className="half" d={`M0 ${-inner}A${inner} ${inner} 0 0 0 0 ${inner}Z`} />
      </>
    ),
    "not-yet": () => (
      <>
        <circle r={inner} />
        {mark(`M${round1(-3.8 * k)} 0h.1M0 0h.1M${round1(3.8 * k)} 0h.1`, 2.5 * k)}
      </>
    ),
    changed: () => (
      <>
        <circle r={inner} />
        {mark(changedPath(k), 1.9 * k)}
      </>
    ),
    review: () => <Diamond half={half} number={number} reach={1.12} />,
    "review-next": () => <Diamond half={half} number={number} reach={1.08} />,
    here: () => (
      <>
        <circle className="halo" r={round1(half * 1.55)} />
        <circle className="rim" r={half} />
        <circle className="dot" r={round1(half * 0.62)} />
      </>
    ),
    ahead: () => <circle r={inner} />,
    end: () => (
      <>
        <path
          d={`M0 ${round1(-half * 1.15)}L${round1(half * 1.15)} ${round1(half * 0.85)}L${round1(-half * 1.15)} ${round1(half * 0.85)}Z`}
        />
        <circle className="dot" cy={round1(half * 0.2)} r={round1(half * 0.24)} />
      </>
    ),
  };
  return <g className={`sg sg-${kind}`}>{shapes[kind]()}</g>;
}

/** A sign on its own, beside words that say the same; hidden from screen readers. `size` is in px. */
export function Sign({
  kind,
  size = 26,
  number,
}: {
  kind: WaypointKind;
  size?: number;
  number?: number | undefined;
}) {
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
