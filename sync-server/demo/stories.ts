/** The learners whose stories are told by hand, one an area. */
import { ebony } from "./stories/animal-care.ts";
import { kofi } from "./stories/catering.ts";
import { zainab } from "./stories/childcare.ts";
import { leah } from "./stories/hair-and-beauty.ts";
import { oliver } from "./stories/it-support.ts";
import { maisie } from "./stories/joinery.ts";
import { rhys } from "./stories/land-based.ts";
import { callum } from "./stories/motor-vehicle.ts";
import type { Story } from "./story.ts";

/** In the order they came to the school. */
export const stories: readonly Story[] = [maisie, callum, zainab, kofi, leah, rhys, ebony, oliver];
