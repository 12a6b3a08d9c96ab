/** The strands of a plan: what a target or an objective is about. Source: the ILP guide, section 2. */
import { oneOf } from "#model/record/schema.ts";

/** The strands, in the order they are shown. */
export const strands = ["vocational", "me-and-others", "english", "maths", "digital", "placement"] as const;

/** One of {@link strands}. */
export type Strand = (typeof strands)[number];

/** A choice of strand. */
export const strand = () => oneOf(strands);
