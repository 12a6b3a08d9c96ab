/**
 * Who may read and change what: one table, asked by the screen before it shows a button and by the
 * server before it keeps a record. Relations come from memberships that have not ended; merging
 * never decides access. Source: RULES A1–A10.
 */
import type { Envelope } from "#model/record/envelope.ts";
import { learnerOfPerson, kindOfId, personOfLearner } from "./id.ts";
import type { Id, KindName, LearnerId, OrganisationId, PersonId } from "./id.ts";
import type { Role } from "#model/kinds/membership.ts";
import type { Audience } from "#model/kinds/sharing-choice.ts";

/** What a person is to a learner, to an organisation, or to a record. */
export type Relation =
  | "self"
  | "tutor"
  | "teaching-team"
  | "provider-staff"
  | "coordinator"
  | "administrator"
  | "staff"
  | "author";

/** A membership that has not ended, with what it is about. */
export interface ActiveMembership {
  readonly id?: Id;
  readonly role: Role;
  readonly person?: PersonId | undefined;
  readonly organisation?: OrganisationId | undefined;
  readonly learner?: LearnerId;
  readonly org?: OrganisationId;
}

/** The memberships that stand, found from either side. The server answers from tables, a device from its records. */
export interface Circle {
  /** Memberships about this learner. */
  ofLearner(learner: LearnerId): readonly ActiveMembership[];
  /** Memberships about this organisation. */
  ofOrganisation(org: OrganisationId): readonly ActiveMembership[];
  /** Memberships that name this person. */
  ofPerson(person: PersonId): readonly ActiveMembership[];
  /** Memberships of learners that name this organisation as their home or provider. */
  naming(org: OrganisationId): readonly ActiveMembership[];
  /** Of those only where it is a provider: a home is named by all its learners. */
  teaching(org: OrganisationId): readonly ActiveMembership[];
}

const withRole = (memberships: readonly ActiveMembership[], role: Role) =>
  memberships.filter((m) => m.role === role);

const holds = (circle: Circle, person: PersonId, at: { org: OrganisationId; role: Role }): boolean =>
  circle.ofPerson(person).some((m) => m.org === at.org && m.role === at.role);

/** The organisation whose coordinator looks after this learner; undefined between two homes. */
export const homeOf = (circle: Circle, learner: LearnerId): OrganisationId | undefined =>
  withRole(circle.ofLearner(learner), "home")[0]?.organisation;

/** The providers that teach this learner now. */
export const providersOf = (circle: Circle, learner: LearnerId): readonly OrganisationId[] =>
  withRole(circle.ofLearner(learner), "provider").flatMap((m) => m.organisation ?? []);

/** The learners whom a provider teaches now. */
const taughtAt = (circle: Circle, provider: OrganisationId): readonly LearnerId[] =>
  circle.teaching(provider).flatMap((m) => m.learner ?? []);

/** Everything a person is to a learner. Empty for a stranger. Source: RULES A2. */
export function relationsToLearner(
  circle: Circle,
  person: PersonId,
  learner: LearnerId,
): ReadonlySet<Relation> {
  const relations = new Set<Relation>();
  if (learnerOfPerson(person) === learner) relations.add("self");
  for (const { role, person: named } of circle.ofLearner(learner))
    if (named === person && (role === "tutor" || role === "teaching-team")) relations.add(role);
  for (const org of providersOf(circle, learner))
    if (holds(circle, person, { org, role: "staff" })) relations.add("provider-staff");
  const home = homeOf(circle, learner);
  if (home && holds(circle, person, { org: home, role: "coordinator" })) relations.add("coordinator");
  if (home && holds(circle, person, { org: home, role: "administrator" })) relations.add("administrator");
  return relations;
}

/** Everything a person is to an organisation. */
export const relationsToOrganisation = (
  circle: Circle,
  person: PersonId,
  org: OrganisationId,
): ReadonlySet<Relation> =>
  new Set(
    circle
      .ofPerson(person)
      .filter((m) => m.org === org)
      .flatMap(({ role }) =>
        role === "staff" || role === "coordinator" || role === "administrator" ? [role] : [],
      ),
  );

/** The safeguarding leads of a learner's home; empty until an administrator names one. */
export function safeguardingLeadsOf(circle: Circle, learner: LearnerId): readonly PersonId[] {
  const home = homeOf(circle, learner);
  const named = home ? withRole(circle.ofOrganisation(home), "safeguarding-lead") : [];
  return [...new Set(named.flatMap(({ person }) => person ?? []))];
}

/**
 * Whether a person may open what a learner keeps as “only me”: online, with a reason, and the learner
 * sees it. By itself this gives no scope and no other right. Source: RULES A13, A14.
 */
export const mayOpenPrivate = (circle: Circle, person: PersonId, learner: LearnerId): boolean =>
  safeguardingLeadsOf(circle, learner).includes(person);

/** What of a learner is granted together. */
export type Section = "plan" | "log";

/** Who reads a section of a learner. A coordinator reads plans they open by name, and no log. */
export const sectionReaders: Readonly<Record<Section, readonly Relation[]>> = {
  plan: ["self", "tutor", "teaching-team", "provider-staff", "coordinator"],
  log: ["self", "tutor"],
};

/**
 * Who may write each kind: creating and, unless it is a fact, changing. `author` beside others means
 * that they may create one and only its author may change it.
 */
const writers: Readonly<Record<KindName, readonly Relation[]>> = {
  person: ["coordinator", "administrator"],
  organisation: ["administrator"],
  learner: ["coordinator"],
  membership: ["coordinator", "administrator"],
  "membership-ended": ["coordinator", "administrator"],
  plan: ["self", "tutor", "provider-staff", "coordinator"],
  objective: ["self", "tutor", "provider-staff", "coordinator"],
  target: ["self", "tutor", "provider-staff", "coordinator"],
  "how-it-is-going": ["self", "author"],
  "log-entry": ["self", "author"],
  "sharing-choice": ["self"],
  review: ["tutor", "provider-staff", "coordinator"],
  "target-outcome": ["tutor", "provider-staff", "coordinator"],
  contribution: ["self", "tutor", "teaching-team", "provider-staff", "coordinator", "author"],
  "review-closed": ["tutor", "provider-staff", "coordinator"],
  comment: ["self", "tutor", "teaching-team", "provider-staff", "coordinator", "author"],
  // And the author of what is erased, while they are anything to the learner.
  erasure: ["coordinator"],
  // The server alone, when it reads entries out to a safeguarding lead.
  "private-opened": [],
};

const hasAny = (relations: ReadonlySet<Relation>, allowed: readonly Relation[]): boolean =>
  allowed.some((relation) => relations.has(relation));

/** What a write is about, beside who writes. */
export interface Write {
  readonly envelope: Envelope;
  /** The value as it would stand after the write. */
  readonly value: Readonly<Record<string, unknown>>;
  /** True when no such record is there yet. */
  readonly isNew: boolean;
}

/** Roles that only an administrator gives. */
const isAppointed = (role: unknown): boolean => role === "administrator" || role === "safeguarding-lead";

/** Kinds that belong to one series of reviews. */
const ofSeries: ReadonlySet<KindName> = new Set(["review", "target-outcome", "review-closed"]);

/** True when the person may make this write. Source: RULES A5, A6, A12, A13, A18, R5. */
export function mayWrite(circle: Circle, person: PersonId, { envelope, value, isNew }: Write): boolean {
  const allowed = writers[envelope.kind];
  const isAuthor = envelope.createdBy === undefined || envelope.createdBy === person;
  if (allowed.includes("author") && !isAuthor) return false;
  if (isNew && !isAuthor) return false;
  if (envelope.learner === undefined) {
    if (envelope.org === undefined) return false;
    const appoints = envelope.kind === "membership-ended" || isAppointed(value["role"]);
    return hasAny(
      relationsToOrganisation(circle, person, envelope.org),
      appoints ? ["administrator"] : allowed,
    );
  }
  const relations = relationsToLearner(circle, person, envelope.learner);
  if (ofSeries.has(envelope.kind)) {
    const series = value["series"];
    return isSeriesStaff(circle, { person, learner: envelope.learner, series, relations });
  }
  if (envelope.kind === "comment" && kindOfId(value["about"]) === "log-entry")
    return hasAny(relations, sectionReaders.log);
  if (envelope.kind === "erasure" && value["author"] === person) return relations.size > 0;
  return hasAny(relations, allowed);
}

/** Whether a person runs reviews of this series: home staff the home's, a provider's staff that provider's. */
function isSeriesStaff(
  circle: Circle,
  at: {
    readonly person: PersonId;
    readonly learner: LearnerId;
    readonly series: unknown;
    readonly relations: ReadonlySet<Relation>;
  },
): boolean {
  const provider = providersOf(circle, at.learner).find((org) => org === at.series);
  if (provider) return holds(circle, at.person, { org: provider, role: "staff" });
  return at.series === homeOf(circle, at.learner) && hasAny(at.relations, ["tutor", "coordinator"]);
}

/**
 * What is granted together, as text: `plan:<learner>`, `log:<learner>`, `own:<person>` (what only
 * they hold), `people:<organisation>` (its staff), `org:<organisation>` (its name).
 */
export type Scope =
  | `${"plan" | "log"}:${LearnerId}`
  | `own:${PersonId}`
  | `${"people" | "org"}:${OrganisationId}`;

/** The most learners opened by name that a device asks for at once. */
export const openedMax = 400;

/** The scopes a person holds now, without doubles; `opened` are learners a coordinator opened by name. Source: RULES A8. */
export function heldScopes(
  circle: Circle,
  person: PersonId,
  opened: readonly LearnerId[] = [],
): readonly Scope[] {
  const scopes = new Set<Scope>([`own:${person}`]);
  const addLearner = (learner: LearnerId) => {
    const relations = relationsToLearner(circle, person, learner);
    for (const section of ["plan", "log"] as const)
      if (hasAny(relations, sectionReaders[section])) scopes.add(`${section}:${learner}`);
    for (const { organisation } of relations.size > 0 ? circle.ofLearner(learner) : [])
      if (organisation) scopes.add(`org:${organisation}`);
  };
  if (circle.ofLearner(learnerOfPerson(person)).length > 0) addLearner(learnerOfPerson(person));
  for (const { role, learner, org } of circle.ofPerson(person)) {
    if (learner) addLearner(learner);
    if (!org) continue;
    scopes.add(`org:${org}`);
    if (role === "coordinator" || role === "administrator") scopes.add(`people:${org}`);
    if (role === "staff") taughtAt(circle, org).forEach(addLearner);
  }
  for (const learner of opened) addLearner(learner);
  return [...scopes];
}

/** What decides the scopes of a record, beside the record. */
export interface ScopeContext {
  readonly circle: Circle;
  /** With whom an entry is shared now, no wider than what it goes on from; `only-me` when nothing is known of it. */
  audienceOf(entry: Id<"log-entry">): Audience;
}

/** The scopes a record stands in now. A record in none is held by the server alone. Source: RULES A9. */
export function scopesOf(
  context: ScopeContext,
  envelope: Envelope,
  value: Readonly<Record<string, unknown>>,
): readonly Scope[] {
  const { learner, org, kind, createdBy } = envelope;
  if (kind === "person") return scopesOfPerson(context.circle, envelope.id as PersonId);
  if (kind === "organisation")
    return [`org:${envelope.id as OrganisationId}`, `people:${envelope.id as OrganisationId}`];
  if (learner === undefined)
    return org === undefined ? [] : scopesOfStaffFact(context.circle, { id: envelope.id, org }, value);
  const own: Scope = `own:${personOfLearner(learner)}`;
  if (kind === "sharing-choice" || kind === "private-opened") return [own];
  // Also whoever erased: where nobody else has heard of it, they alone can say it again to a server that was set back.
  if (kind === "erasure") return [...new Set([own, ...(createdBy ? ([`own:${createdBy}`] as const) : [])])];
  if (kind === "log-entry") return scopesOfEntry(context, learner, envelope.id as Id<"log-entry">);
  const about = value["about"];
  if (kind === "comment" && kindOfId(about) === "log-entry")
    return scopesOfEntry(context, learner, about as Id<"log-entry">);
  return [`plan:${learner}`];
}

const scopesOfEntry = (
  context: ScopeContext,
  learner: LearnerId,
  entry: Id<"log-entry">,
): readonly Scope[] => {
  const own: Scope = `own:${personOfLearner(learner)}`;
  return context.audienceOf(entry) === "tutor" ? [own, `log:${learner}`] : [own];
};

/** Who works where as what, they know for as long as they do; who the safeguarding lead is, everyone at the organisation. */
const scopesOfStaffFact = (
  circle: Circle,
  { id, org }: { readonly id: Id; readonly org: OrganisationId },
  value: Readonly<Record<string, unknown>>,
): readonly Scope[] => {
  const named = value["person"];
  const people: Scope = `people:${org}`;
  const stands = circle.ofOrganisation(org).some((membership) => membership.id === id);
  if (kindOfId(named) !== "person" || !stands) return [people];
  const own: Scope = `own:${named as PersonId}`;
  return value["role"] === "safeguarding-lead" ? [people, own, `org:${org}`] : [people, own];
};

function scopesOfPerson(circle: Circle, person: PersonId): readonly Scope[] {
  const scopes = new Set<Scope>([`own:${person}`]);
  if (circle.ofLearner(learnerOfPerson(person)).length > 0) scopes.add(`plan:${learnerOfPerson(person)}`);
  for (const { role, learner, org } of circle.ofPerson(person)) {
    if (learner) scopes.add(`plan:${learner}`);
    if (!org) continue;
    scopes.add(`people:${org}`);
    if (role === "safeguarding-lead") scopes.add(`org:${org}`);
    if (role === "staff") taughtAt(circle, org).forEach((taught) => scopes.add(`plan:${taught}`));
  }
  return [...scopes];
}
