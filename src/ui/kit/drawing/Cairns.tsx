/**
 * A block of weeks as cairns on the trail: a stone an entry, in its hue, with its icon. Fills up; never says
 * that something is missing.
 */
import type { LucideIcon } from "lucide-react";
import { pictureName } from "#ui/kit/pieces/picture-name.ts";
import type { Hue } from "#ui/kit/pieces/HueTile.tsx";
import { CAIRNS_HEIGHT, CAIRNS_WIDTH, cairnGeometry } from "#ui/kit/geometry/cairn-geometry.ts";
import type { PlacedStone } from "#ui/kit/geometry/cairn-geometry.ts";
import { textToSeed } from "#ui/kit/geometry/noise.ts";

/** One entry: plain stone without a hue. The icon is left out where the stone is too small. */
export type Stone = { readonly hue?: Hue; readonly icon?: LucideIcon };

type CairnsProps = {
  /** Stones of each week, oldest week and oldest stone first. */
  readonly weeks: readonly (readonly Stone[])[];
  /** Index of the present week; -1 before the block begins. */
  readonly now: number;
  /** The picture in words, such as "16 entries in four weeks". */
  readonly label: string;
  readonly seed?: string;
};

function PlacedStoneShape({ place, stone }: { place: PlacedStone; stone: Stone }) {
  const Icon = stone.icon;
  const half = place.glyphSize / 2;
  return (
    <g transform={`translate(${place.x} ${place.y}) rotate(${place.turn})`}>
      <path className={stone.hue ? `stone st-${stone.hue}` : "stone"} d={place.path} />
      {Icon && half > 0 && (
        <g className="gl">
          <Icon x={-half} y={-half} width={place.glyphSize} height={place.glyphSize} />
        </g>
      )}
    </g>
  );
}

/** Six cairns (or as many as there are weeks), with one accessible name. */
export function Cairns({ weeks, now, label, seed = "block" }: CairnsProps) {
  const counts = weeks.map((week) => week.length);
  const { ground, piles } = cairnGeometry(counts, now, textToSeed(seed) % 997);
  return (
    <svg className="cairns" viewBox={`0 0 ${CAIRNS_WIDTH} ${CAIRNS_HEIGHT}`} {...pictureName(label)}>
      {ground.walked && <path className="ground walked" d={ground.walked} />}
      <path className="ground" d={ground.ahead} />
      {piles.map(({ stones, outline }, week) =>
        outline !== undefined ? (
          <path key={outline} className="empty" d={outline} />
        ) : (
          stones.map((place) => {
            const stone = weeks[week]?.[place.rank];
            return stone && <PlacedStoneShape key={`${week} ${place.rank}`} place={place} stone={stone} />;
          })
        ),
      )}
    </svg>
  );
}
