/** A target's strand as a dot of a staff table. */
import type { Learner } from "#model/kinds/learner.ts";
import type { Strand } from "#model/kinds/strand.ts";
import { HueDot } from "#ui/kit/pieces/HueTile.tsx";
import { strandLook } from "./strands.ts";

export type StrandDotProps = {
  /** A target without one belongs to the course. */
  readonly strand: Strand | undefined;
  readonly about?: Pick<Learner, "programme" | "subjectIcon"> | undefined;
  readonly isOff: boolean;
};

/** A disc, or a diamond when the target is off track; the words beside it say so too. */
export function StrandDot({ strand = "vocational", about, isOff }: StrandDotProps) {
  const { hue, icon } = strandLook(strand, about);
  return <HueDot hue={hue} icon={icon} off={isOff} />;
}
