/** Opens the demo school for a given day: always fresh, and with the same randomness always the same. */
import type { Random } from "#model/id.ts";
import type { LocalDate } from "#model/time.ts";
import type { DemoPerson, DemoSchool } from "./demo-school.ts";
import { storyOf } from "./from-bank.ts";
import { createPacks } from "./packs.ts";
import { learnerOf } from "./from-story.ts";
import { organisations, staff } from "./people.ts";
import { sketches } from "./sketches.ts";
import { stories } from "./stories.ts";
import type { LearnerHead } from "./story.ts";

/** Half a year of a small school and two providers, up to `today`. */
export function createDemo({ today, random }: { today: LocalDate; random: Random }): DemoSchool {
  const packs = createPacks(random);
  const told = [...stories, ...sketches.map((sketch) => storyOf(sketch, packs, random))];
  return {
    organisations,
    people: [...staff, ...told.map(personOf)],
    learners: told.map((story) => learnerOf(story, { today, random })),
  };
}

const personOf = ({ key, name, userName, picture }: LearnerHead): DemoPerson => ({
  key,
  name,
  role: "learner",
  organisation: "thornfield",
  userName,
  ...(picture !== undefined && { picture }),
});
