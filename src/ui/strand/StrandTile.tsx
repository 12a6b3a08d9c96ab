/** A strand as tile and word, or as the tile alone where its word stands nearby. */
import type { LearnerId } from "#model/id.ts";
import type { Strand } from "#model/kinds/strand.ts";
import { HueIcon, HueTile } from "#ui/kit/pieces/HueTile.tsx";
import { useRecord } from "#ui/use-record.ts";
import { strandLook } from "./strands.ts";
import type { StrandLook } from "./strands.ts";

/** The look of strands for a learner, as far as this device knows them. */
export function useStrandLook(learner: LearnerId | undefined): (strand: Strand) => StrandLook {
  const about = useRecord(learner)?.value;
  return (strand) => strandLook(strand, about);
}

/** Tile and word. */
export function StrandTile({ strand, learner }: { strand: Strand; learner: LearnerId | undefined }) {
  return <HueTile {...useStrandLook(learner)(strand)} />;
}

/** The tile alone. */
export function StrandIcon({
  strand,
  learner,
  size = "medium",
}: {
  strand: Strand;
  learner: LearnerId | undefined;
  size?: "small" | "medium" | "large";
}) {
  return <HueIcon {...useStrandLook(learner)(strand)} size={size} />;
}
