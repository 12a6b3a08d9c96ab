/**
 * Who belongs to whom. A membership is a fact, written once; it holds until a `membership-ended`
 * names it, and an end beats everything. About a learner (the envelope's `learner`): who tutors and
 * teaches them, which organisation is their home, which provider teaches them. About an
 * organisation (the envelope's `org`): who works there and as what. Source: RULES A2–A4.
 */
import { defineKind } from "#model/record/kind.ts";
import { link, oneOf } from "#model/record/schema.ts";
import type { ValueOf } from "#model/record/schema.ts";

/** Roles of a membership about a learner; the first two name a person, the others an organisation. */
export const learnerRoles = ["tutor", "teaching-team", "home", "provider"] as const;
/** Roles of a membership about an organisation; each names a person. */
export const organisationRoles = ["staff", "coordinator", "administrator", "safeguarding-lead"] as const;

/** What a member is. */
export type Role = (typeof learnerRoles)[number] | (typeof organisationRoles)[number];

export const membership = defineKind({
  kind: "membership",
  about: "learner-or-organisation",
  written: "once",
  fields: {
    role: oneOf([...learnerRoles, ...organisationRoles], ["safeguarding-lead"]),
    person: link("person"),
    organisation: link("organisation"),
  },
  summary: ({ role, person, organisation }) => ({ role, person, organisation }),
});

/** What a membership says. */
export type Membership = ValueOf<typeof membership.fields, typeof membership.lists>;

export const membershipEnded = defineKind({
  kind: "membership-ended",
  about: "learner-or-organisation",
  written: "once",
  fields: { membership: link("membership") },
});

/** What the end of a membership says. */
export type MembershipEnded = ValueOf<typeof membershipEnded.fields, typeof membershipEnded.lists>;
