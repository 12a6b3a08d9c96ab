/** The other learners: who they are, told in a few lines each. Their logs are put together from cards. */
import { animalCare } from "./sketches/animal-care.ts";
import { catering } from "./sketches/catering.ts";
import { childcare } from "./sketches/childcare.ts";
import { hairAndBeauty } from "./sketches/hair-and-beauty.ts";
import { itSupport } from "./sketches/it-support.ts";
import { joinery } from "./sketches/joinery.ts";
import { landBased } from "./sketches/land-based.ts";
import { motorVehicle } from "./sketches/motor-vehicle.ts";
import type { Sketch } from "./story.ts";

/** Everyone whose log is put together, area by area. */
export const sketches: readonly Sketch[] = [
  ...joinery,
  ...motorVehicle,
  ...childcare,
  ...catering,
  ...hairAndBeauty,
  ...landBased,
  ...animalCare,
  ...itSupport,
];
