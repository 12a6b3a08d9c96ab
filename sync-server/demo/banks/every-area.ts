/** Cards for what everyone works on, whatever their area. */
import type { Strand } from "#model/kinds/strand.ts";
import type { Bank } from "#server/demo/story.ts";
import { english } from "./english.ts";
import { digital, maths } from "./maths-and-digital.ts";
import { meAndOthers } from "./me-and-others.ts";
import { placement } from "./placement.ts";

/** The strands that are not an area's own. */
export type SharedStrand = Exclude<Strand, "vocational">;

/** By strand. */
export const everyAreaBanks: Readonly<Record<SharedStrand, Bank>> = {
  "me-and-others": meAndOthers,
  english,
  maths,
  digital,
  placement,
};
