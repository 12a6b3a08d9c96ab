/** What the preview of a list says of it: who would see whom, whom nobody would see, and how many of each there are. */
import type { FoundCount, ProgrammeCount, StaffSight } from "#model/wire/roster-preview.ts";
import { keyOfStaff, type StaffHere } from "./named-staff.ts";
import type { RosterLink } from "./preview-links.ts";
import type { RosterRole } from "./roster.ts";

/** Any role of today, also one the list cannot give. */
type Role = RosterRole | "administrator";

/** Somebody who may see learners, or be seen. */
export interface Sightable {
  readonly sourcedId: string;
  readonly name: string;
  readonly role: Role;
}

/** Staff who are here without a row in the list, as they would be after it. */
export const sightable =
  (tutors: ReadonlySet<string>) =>
  (staff: StaffHere): Sightable => {
    const sourcedId = keyOfStaff(staff);
    const role = staff.role === "teacher" && tutors.has(sourcedId) ? "tutor" : staff.role;
    return { sourcedId, name: staff.name, role };
  };

/** What each member of staff would see, in the order given. */
export function sightsOf(present: readonly Sightable[], links: readonly RosterLink[]): StaffSight[] {
  const linksByStaff = Map.groupBy(links, ({ staff }) => staff);
  return present
    .filter(({ role }) => role !== "learner")
    .map(({ sourcedId, name, role }) => {
      const own = linksByStaff.get(sourcedId) ?? [];
      const count = (as: RosterLink["as"]): number => own.filter((link) => link.as === as).length;
      const sights = {
        tutorOf: count("tutor"),
        teaches: count("teaching-team"),
        atProvider: count("provider-staff"),
      };
      return { sourcedId, name, role, ...sights };
    });
}

/** The learners whom no member of staff would see. */
export function unseenOf(
  present: readonly Sightable[],
  links: readonly RosterLink[],
): { sourcedId: string; name: string }[] {
  const seen = new Set(links.map(({ learner }) => learner));
  return present
    .filter(({ role, sourcedId }) => role === "learner" && !seen.has(sourcedId))
    .map(({ sourcedId, name }) => ({ sourcedId, name }));
}

/** What would change, as far as counting needs it. */
interface Changes {
  readonly toAdd: readonly { readonly role: Role }[];
  readonly toUpdate: readonly { readonly sourcedId: string }[];
  readonly leavers: readonly { readonly role: Role }[];
}

/** How many of each are in the list, and what would become of them. */
export function countsOf(
  present: readonly Sightable[],
  { toAdd, toUpdate, leavers }: Changes,
): Readonly<Record<"learners" | "tutors" | "otherStaff", FoundCount>> {
  const roleById = new Map(present.map(({ sourcedId, role }) => [sourcedId, role]));
  const count = (isCounted: (role: Role | undefined) => boolean): FoundCount => ({
    inFile: present.filter(({ role }) => isCounted(role)).length,
    toAdd: toAdd.filter(({ role }) => isCounted(role)).length,
    toChange: toUpdate.filter(({ sourcedId }) => isCounted(roleById.get(sourcedId))).length,
    leaving: leavers.filter(({ role }) => isCounted(role)).length,
  });
  return {
    learners: count((role) => role === "learner"),
    tutors: count((role) => role === "tutor"),
    otherStaff: count((role) => role !== undefined && role !== "learner" && role !== "tutor"),
  };
}

/** The programmes the list names, in the order it first names each. */
export function programmesOf(present: readonly { readonly programme?: string }[]): ProgrammeCount[] {
  const learnersByProgramme = new Map<string, number>();
  for (const { programme } of present)
    if (programme !== undefined)
      learnersByProgramme.set(programme, (learnersByProgramme.get(programme) ?? 0) + 1);
  return [...learnersByProgramme].map(([programme, learners]) => ({ programme, learners }));
}
