/** What coordinators and administrators ask the server about people: the list, codes, memberships, the school's own list. */
import type {
  AddedPerson,
  MembershipToAdd,
  MembershipToEnd,
  PeopleOverview,
  PersonToAdd,
  RosterImported,
  RosterToImport,
  SignInCode,
} from "#model/wire/api.ts";
import type { Id, OrganisationId, PersonId } from "#model/id.ts";
import type { Outcome } from "#model/outcome.ts";
import type { RosterPreview } from "#model/wire/roster-preview.ts";
import { askServer } from "./server-call.ts";

/** Everybody at an organisation, and its learners. Problems: `not-allowed`, `offline`. */
export const peopleOf = (org: OrganisationId): Promise<Outcome<PeopleOverview>> =>
  askServer(`/people?org=${encodeURIComponent(org)}`);

/** Adds one person. Problems: `user-name-taken`, `not-allowed`. */
export const addPerson = (person: PersonToAdd): Promise<Outcome<AddedPerson>> =>
  askServer("/people", { method: "POST", body: person });

/** New sign-in codes; each replaces an unused one before. Problems: `not-allowed`. */
export const createCodes = (people: readonly PersonId[]): Promise<Outcome<readonly SignInCode[]>> =>
  askServer("/people/codes", { method: "POST", body: { people } });

/** Makes someone a tutor, a member of staff, and so on. Problems: `not-allowed`, `not-found`, `wrong-value`. */
export const addMembership = (
  membership: MembershipToAdd,
): Promise<Outcome<{ readonly membership: Id<"membership"> }>> =>
  askServer("/memberships", { method: "POST", body: membership });

/** Ends a membership. Problems: `not-allowed`, `not-found`. */
export const endMembership = (
  membership: Id<"membership">,
): Promise<Outcome<{ readonly membershipEnded: Id<"membership-ended"> }>> =>
  askServer("/memberships/end", { method: "POST", body: { membership } satisfies MembershipToEnd });

/** What a school's own list would change; nothing is changed yet. Problems: `roster-unreadable`, `not-allowed`. */
export const previewRoster = (file: Blob, ticked: readonly string[] = []): Promise<Outcome<RosterPreview>> =>
  askServer(`/roster/preview${ticked.length > 0 ? `?ticked=${encodeURIComponent(ticked.join(","))}` : ""}`, {
    method: "POST",
    file,
  });

/** Imports what a preview showed. Problems: `roster-changed`, `not-found`, `not-allowed`. */
export const importRoster = (roster: RosterToImport): Promise<Outcome<RosterImported>> =>
  askServer("/roster/import", { method: "POST", body: roster });

/** Where the template of the simple list is to be downloaded. */
export const rosterTemplatePath = "/api/roster/template.csv";
