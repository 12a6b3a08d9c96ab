/** Words around the staff's screens. */
import type { Home } from "#model/wire/api.ts";

export const staffPlaces = {
  caseload: "Caseload",
  people: "People",
  roster: "Bring in",
  safeguarding: "Safeguarding",
  me: "Me",
} as const;

/** What somebody is here, under their name. */
export const staffRoles = {
  learner: "Learner",
  tutor: "Tutor",
  provider: "Off-site staff",
  coordinator: "Coordinator",
  administrator: "Administrator",
} as const satisfies Record<Home, string>;

/** What somebody is who is here for safeguarding alone. */
export const leadRole = "Safeguarding lead";

/** The first word of a name: how people here speak of a learner. A one-word name is itself. */
export const firstName = (name: string): string => name.trim().split(/\s+/u, 1)[0] ?? name;
