/** Two answers that were both kept: the road forks, and neither side is favoured. */
import { SignShape } from "./Sign.tsx";
import type { WaypointKind } from "#ui/kit/geometry/trail-geometry.ts";

/** A fork with a sign at each end. Decoration: the words beside it say both answers. */
export function Fork({ answers }: { answers: readonly [WaypointKind, WaypointKind] }) {
  return (
    <svg className="trail fork-road" viewBox="0 0 328 54" focusable="false" aria-hidden="true">
      <path className="wk" d="M-10 30C30 34 60 22 98 27" />
      <path className="ah" d="M112 25C170 4 230 10 300 9M112 30C170 48 240 40 300 45" />
      <g transform="translate(104 27)">
        <SignShape kind="here" />
      </g>
      {answers.map((kind, i) => (
        <g key={`${kind}-${i === 0 ? "above" : "below"}`} transform={`translate(312 ${i === 0 ? 9 : 45})`}>
          <SignShape kind={kind} half={8} />
        </g>
      ))}
    </svg>
  );
}
