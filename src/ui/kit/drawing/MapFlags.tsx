/**
 * Words beside the signs of a map. They are as large as the person reads them, whatever the drawing's own scale is, so
 * they are measured as they stand on the page, and placed before anybody sees them.
 */
import { useLayoutEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import { placeFlags } from "#ui/kit/geometry/flag-places.ts";
import type { FlagRoom, FlagSize } from "#ui/kit/geometry/flag-places.ts";
import type { PlacedSign, TrailGeometry } from "#ui/kit/geometry/trail-geometry.ts";

/** What was measured, in drawing units. */
interface Measured {
  readonly room: FlagRoom;
  readonly sizes: readonly FlagSize[];
}

/** How much of the drawing's top the end's name may take, in drawing units; the same share stands in the stylesheet. */
const nameDepth = 32;

function measure(layer: HTMLElement, { width, signs }: TrailGeometry): Measured {
  const perPixel = width / layer.clientWidth;
  const hasName = signs.at(-1)?.waypoint.label !== undefined;
  const flags = [...layer.querySelectorAll<HTMLElement>(".map-flag")];
  return {
    room: { width, top: hasName ? nameDepth : 0, bottom: layer.clientHeight * perPixel },
    sizes: flags.map(({ offsetWidth, offsetHeight }) => ({
      halfWidth: (offsetWidth * perPixel) / 2,
      halfHeight: (offsetHeight * perPixel) / 2,
    })),
  };
}

/** Undefined until the words are on the page; measured anew when they or the map change their size. */
function useMeasured(layer: RefObject<HTMLElement | null>, geometry: TrailGeometry): Measured | undefined {
  const [measured, setMeasured] = useState<Measured>();
  useLayoutEffect(() => {
    const { current } = layer;
    if (!current) return undefined;
    const look = (): void => {
      if (current.clientWidth > 0) setMeasured(measure(current, geometry));
    };
    look();
    const observer = new ResizeObserver(look);
    for (const one of [current, ...current.children]) observer.observe(one);
    return () => observer.disconnect();
  }, [layer, geometry]);
  return measured;
}

const none: FlagSize = { halfWidth: 0, halfHeight: 0 };

/** What stands beside a sign; the end's name is not among it, it has a place of its own over the drawing. */
export function MapFlags({ geometry }: { geometry: TrailGeometry }) {
  const layer = useRef<HTMLDivElement>(null);
  const measured = useMeasured(layer, geometry);
  const { signs, width } = geometry;
  const labelled = signs.filter(({ waypoint }) => waypoint.label !== undefined && waypoint.kind !== "end");
  const flags = labelled.map((sign, at) => ({ sign, ...(measured?.sizes[at] ?? none) }));
  const places = measured ? placeFlags(flags, { signs, room: measured.room }) : [];
  const share = (sign: PlacedSign, at: number) => {
    const { x, y } = places[at] ?? sign;
    return { insetInlineStart: `${(x / width) * 100}%`, insetBlockStart: `${(y / width) * 100}cqi` };
  };
  return (
    <div ref={layer} className="trail-flags">
      {labelled.map((sign, at) => (
        <span
          key={sign.x}
          className="map-flag"
          data-on={sign.waypoint.kind === "here" || undefined}
          data-off={places[at] === undefined || undefined}
          style={share(sign, at)}
        >
          {sign.waypoint.label}
        </span>
      ))}
    </div>
  );
}
