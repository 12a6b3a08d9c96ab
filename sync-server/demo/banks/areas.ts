/** The bank of cards of each area. */
import type { DemoArea } from "#server/demo/demo-school.ts";
import type { AreaBank } from "#server/demo/story.ts";
import { animalCare } from "./animal-care.ts";
import { catering } from "./catering.ts";
import { childcare } from "./childcare.ts";
import { hairAndBeauty } from "./hair-and-beauty.ts";
import { itSupport } from "./it-support.ts";
import { joinery } from "./joinery.ts";
import { landBased } from "./land-based.ts";
import { motorVehicle } from "./motor-vehicle.ts";

/** By area, in the order they are taught. */
export const areaBanks: Readonly<Record<DemoArea, AreaBank>> = {
  joinery,
  "motor-vehicle": motorVehicle,
  childcare,
  catering,
  "hair-and-beauty": hairAndBeauty,
  "land-based": landBased,
  "animal-care": animalCare,
  "it-support": itSupport,
};
