import { describe, expect, test } from "vitest";
import { circleOf } from "#tests/support/circle.ts";
import { heldScopes, mayOpenPrivate, mayWrite, relationsToLearner, scopesOf } from "./access.ts";
import type { ActiveMembership, ScopeContext } from "./access.ts";
import type { Envelope } from "#model/record/envelope.ts";
import { learnerOfPerson } from "./id.ts";
import type { KindName, LearnerId, OrganisationId, PersonId } from "./id.ts";

const suffix = (letter: string) => letter.repeat(26);
const personId = (letter: string): PersonId => `person_${suffix(letter)}`;
const orgId = (letter: string): OrganisationId => `organisation_${suffix(letter)}`;

const school = orgId("S");
const otherSchool = orgId("T");
const moorLane = orgId("M");
const farm = orgId("F");

const people = {
  learner: personId("A"),
  tutor: personId("B"),
  teacher: personId("C"),
  providerStaff: personId("D"),
  coordinator: personId("E"),
  administrator: personId("G"),
  otherLearner: personId("H"),
  otherTutor: personId("J"),
  otherProviderStaff: personId("K"),
  otherCoordinator: personId("L"),
  schoolStaff: personId("N"),
  stranger: personId("P"),
  safeguardingLead: personId("Q"),
  otherSafeguardingLead: personId("R"),
} as const;
type Who = keyof typeof people;

const maisie: LearnerId = learnerOfPerson(people.learner);
const callum: LearnerId = learnerOfPerson(people.otherLearner);

const naming = `membership_${suffix("Y")}` as const;

const memberships: ActiveMembership[] = [
  { role: "home", learner: maisie, organisation: school },
  { role: "provider", learner: maisie, organisation: moorLane },
  { role: "tutor", learner: maisie, person: people.tutor },
  { role: "teaching-team", learner: maisie, person: people.teacher },
  { role: "home", learner: callum, organisation: otherSchool },
  { role: "provider", learner: callum, organisation: farm },
  { role: "tutor", learner: callum, person: people.otherTutor },
  { role: "staff", org: moorLane, person: people.providerStaff },
  { role: "staff", org: farm, person: people.otherProviderStaff },
  { role: "staff", org: school, person: people.schoolStaff },
  { role: "coordinator", org: school, person: people.coordinator },
  { role: "coordinator", org: otherSchool, person: people.otherCoordinator },
  { role: "administrator", org: school, person: people.administrator },
  { id: naming, role: "safeguarding-lead", org: school, person: people.safeguardingLead },
  { role: "safeguarding-lead", org: otherSchool, person: people.otherSafeguardingLead },
];
const circle = circleOf(memberships);

const envelopeOf = (kind: KindName, createdBy?: PersonId): Envelope => ({
  id: `${kind}_${suffix("Z")}`,
  kind,
  ...(kind === "person" || kind === "organisation" ? { org: school } : { learner: maisie }),
  ...(createdBy ? { createdBy } : {}),
});

const valuesOf: Partial<Record<KindName, Readonly<Record<string, unknown>>>> = {
  review: { series: school },
  "target-outcome": { series: school },
  "review-closed": { series: school },
  comment: { about: `target_${suffix("Z")}` },
  erasure: { record: `log-entry_${suffix("Z")}`, author: people.learner },
};

/** Who may start or write each kind about Maisie (home: school, taught at Moor Lane). Everybody else may not. */
const mayStart: Readonly<Record<KindName, readonly Who[]>> = {
  person: ["coordinator", "administrator"],
  organisation: ["administrator"],
  learner: ["coordinator"],
  membership: ["coordinator", "administrator"],
  "membership-ended": ["coordinator", "administrator"],
  plan: ["learner", "tutor", "providerStaff", "coordinator"],
  objective: ["learner", "tutor", "providerStaff", "coordinator"],
  target: ["learner", "tutor", "providerStaff", "coordinator"],
  "how-it-is-going": ["learner"],
  "log-entry": ["learner"],
  "sharing-choice": ["learner"],
  review: ["tutor", "coordinator"],
  "target-outcome": ["tutor", "coordinator"],
  contribution: ["learner", "tutor", "teacher", "providerStaff", "coordinator"],
  "review-closed": ["tutor", "coordinator"],
  comment: ["learner", "tutor", "teacher", "providerStaff", "coordinator"],
  erasure: ["learner", "coordinator"],
  "private-opened": [],
};

const everyone = Object.keys(people) as Who[];
const kindsOfMatrix = Object.keys(mayStart) as KindName[];

describe("[A5] who may write", () => {
  test.each(kindsOfMatrix)("a new %s", (kind) => {
    const allowed = everyone.filter((who) =>
      mayWrite(circle, people[who], {
        envelope: envelopeOf(kind, people[who]),
        value: valuesOf[kind] ?? {},
        isNew: true,
      }),
    );
    expect(allowed).toEqual(mayStart[kind]);
  });

  test("[A6] one person's words are changed by that person alone", () => {
    for (const kind of ["contribution", "comment", "how-it-is-going", "log-entry"] as const) {
      const envelope = envelopeOf(kind, people.learner);
      const changers = everyone.filter((who) =>
        mayWrite(circle, people[who], { envelope, value: valuesOf[kind] ?? {}, isNew: false }),
      );
      expect(changers).toEqual(["learner"]);
    }
  });

  test("nobody creates a record in another's name", () => {
    for (const kind of kindsOfMatrix)
      expect(
        mayWrite(circle, people.tutor, {
          envelope: envelopeOf(kind, people.stranger),
          value: valuesOf[kind] ?? {},
          isNew: true,
        }),
      ).toBe(false);
  });

  test("[R5] a provider's staff run their own series and not the home's, and the other way round", () => {
    const review = (series: OrganisationId) => ({
      envelope: envelopeOf("review"),
      value: { series },
      isNew: true,
    });
    expect(mayWrite(circle, people.providerStaff, review(moorLane))).toBe(true);
    expect(mayWrite(circle, people.providerStaff, review(school))).toBe(false);
    expect(mayWrite(circle, people.tutor, review(moorLane))).toBe(false);
    expect(mayWrite(circle, people.otherProviderStaff, review(farm))).toBe(false);
  });

  test("[R5] a review, an outcome or a closing that names no series is nobody's to write", () => {
    for (const kind of ["review", "target-outcome", "review-closed"] as const)
      expect(
        everyone.filter((who) =>
          mayWrite(circle, people[who], { envelope: envelopeOf(kind), value: {}, isNew: true }),
        ),
      ).toEqual([]);
  });

  test("[A12] only an administrator makes an administrator, or ends what staff are", () => {
    const about = (kind: "membership" | "membership-ended", role?: string) => ({
      envelope: { id: `${kind}_${suffix("Z")}`, kind, org: school } as const,
      value: { role },
      isNew: true,
    });
    const whoMay = (write: ReturnType<typeof about>) =>
      everyone.filter((who) => mayWrite(circle, people[who], write));
    expect(whoMay(about("membership", "staff"))).toEqual(["coordinator", "administrator"]);
    expect(whoMay(about("membership", "administrator"))).toEqual(["administrator"]);
    expect(whoMay(about("membership-ended"))).toEqual(["administrator"]);
  });

  test("[A13] only an administrator names a safeguarding lead", () => {
    const envelope = { id: `membership_${suffix("Z")}`, kind: "membership", org: school } as const;
    const whoMay = everyone.filter((who) =>
      mayWrite(circle, people[who], { envelope, value: { role: "safeguarding-lead" }, isNew: true }),
    );
    expect(whoMay).toEqual(["administrator"]);
  });

  test("[A14] private entries are opened by a safeguarding lead of the learner's home and nobody else", () => {
    const whoMay = (learner: LearnerId) =>
      everyone.filter((who) => mayOpenPrivate(circle, people[who], learner));
    expect(whoMay(maisie)).toEqual(["safeguardingLead"]);
    expect(whoMay(callum)).toEqual(["otherSafeguardingLead"]);
    expect(whoMay(learnerOfPerson(people.stranger))).toEqual([]);
  });

  test("[A18] words are erased by who wrote them, or by a coordinator of the learner's home, and nobody else", () => {
    const whoMay = (author: PersonId) =>
      everyone.filter((who) =>
        mayWrite(circle, people[who], {
          envelope: envelopeOf("erasure", people[who]),
          value: { record: `comment_${suffix("Z")}`, author },
          isNew: true,
        }),
      );
    expect(whoMay(people.tutor)).toEqual(["tutor", "coordinator"]);
    expect(whoMay(people.stranger)).toEqual(["coordinator"]);
  });

  test("[A11] only those who may see a log comment on an entry", () => {
    const about = { about: `log-entry_${suffix("Z")}` };
    const allowed = everyone.filter((who) =>
      mayWrite(circle, people[who], {
        envelope: envelopeOf("comment", people[who]),
        value: about,
        isNew: true,
      }),
    );
    expect(allowed).toEqual(["learner", "tutor"]);
  });
});

describe("[A8] [A9] who holds what", () => {
  const context = (audience: "only-me" | "tutor"): ScopeContext => ({ circle, audienceOf: () => audience });
  const holders = (
    kind: KindName,
    audience: "only-me" | "tutor" = "only-me",
    value = valuesOf[kind] ?? {},
  ) => {
    const scopes = scopesOf(context(audience), envelopeOf(kind), value);
    return everyone.filter((who) => heldScopes(circle, people[who]).some((scope) => scopes.includes(scope)));
  };
  const planReaders = ["learner", "tutor", "teacher", "providerStaff"];

  test.each([
    "plan",
    "objective",
    "target",
    "how-it-is-going",
    "review",
    "target-outcome",
    "contribution",
    "review-closed",
    "comment",
    "learner",
    "membership",
  ] as const)(
    "a %s is held by the learner, their tutor, the teaching team and the provider's staff",
    (kind) => {
      expect(holders(kind)).toEqual(planReaders);
    },
  );

  test("[A7] an entry is held by its author alone until it is shared, then by the tutor too", () => {
    expect(holders("log-entry", "only-me")).toEqual(["learner"]);
    expect(holders("log-entry", "tutor")).toEqual(["learner", "tutor"]);
    expect(holders("sharing-choice")).toEqual(["learner"]);
  });

  test("[A18] that something was erased is held by the learner, and by whoever erased it", () => {
    const holdersBy = (who: (typeof everyone)[number]) => {
      const scopes = scopesOf(context("tutor"), envelopeOf("erasure", people[who]), valuesOf.erasure ?? {});
      return everyone.filter((other) =>
        heldScopes(circle, people[other]).some((scope) => scopes.includes(scope)),
      );
    };
    expect(holdersBy("learner")).toEqual(["learner"]);
    expect(holdersBy("tutor")).toEqual(["learner", "tutor"]);
    expect(holdersBy("coordinator")).toEqual(["learner", "coordinator"]);
  });

  test("[A14] that private entries were opened is held by the learner alone", () => {
    expect(holders("private-opened")).toEqual(["learner"]);
  });

  test("[A13] a safeguarding lead holds their organisation's name, themselves and nothing of any learner", () => {
    const nothing = [`own:${people.safeguardingLead}`, `org:${school}`];
    expect(heldScopes(circle, people.safeguardingLead)).toEqual(nothing);
    expect(heldScopes(circle, people.safeguardingLead, [maisie, callum])).toEqual(nothing);
    expect([...relationsToLearner(circle, people.safeguardingLead, maisie)]).toEqual([]);
  });

  test("[A13] who the safeguarding lead is, everyone around the school knows, until it ends", () => {
    const value = { role: "safeguarding-lead", person: people.safeguardingLead };
    const envelope = { id: naming, kind: "membership", org: school } as const;
    const holdersIn = (within: typeof circle) => {
      const scopes = scopesOf({ circle: within, audienceOf: () => "only-me" }, envelope, value);
      return everyone.filter((who) =>
        heldScopes(within, people[who]).some((scope) => scopes.includes(scope)),
      );
    };
    expect(holdersIn(circle)).toEqual([
      "learner",
      "tutor",
      "teacher",
      "providerStaff",
      "coordinator",
      "administrator",
      "schoolStaff",
      "safeguardingLead",
    ]);
    const ended = circleOf(memberships.filter(({ id }) => id !== naming));
    expect(holdersIn(ended)).toEqual(["coordinator", "administrator"]);
  });

  test("[A11] a comment on an entry goes where the entry goes", () => {
    const about = { about: `log-entry_${suffix("Z")}` };
    expect(holders("comment", "only-me", about)).toEqual(["learner"]);
    expect(holders("comment", "tutor", about)).toEqual(["learner", "tutor"]);
  });

  test("[A4] a coordinator holds the plan of a learner of their own home once they opened it, and never the log", () => {
    expect(heldScopes(circle, people.coordinator)).not.toContain(`plan:${maisie}`);
    expect(heldScopes(circle, people.coordinator, [maisie, callum])).toContain(`plan:${maisie}`);
    expect(heldScopes(circle, people.coordinator, [maisie])).not.toContain(`log:${maisie}`);
    expect(heldScopes(circle, people.coordinator, [callum])).not.toContain(`plan:${callum}`);
    expect(heldScopes(circle, people.administrator, [maisie])).not.toContain(`plan:${maisie}`);
    expect(heldScopes(circle, people.stranger, [maisie])).toEqual([`own:${people.stranger}`]);
  });

  test("a learner's device gets the people around that learner, the safeguarding lead, and nobody else", () => {
    const scopes = new Set(heldScopes(circle, people.learner));
    const known = everyone.filter((who) =>
      scopesOf(context("only-me"), { id: people[who], kind: "person", org: school }, {}).some((scope) =>
        scopes.has(scope),
      ),
    );
    expect(known).toEqual([...planReaders, "safeguardingLead"]);
  });

  test("[A2] a stranger is nothing to a learner and holds only what is their own", () => {
    expect([...relationsToLearner(circle, people.stranger, maisie)]).toEqual([]);
    expect(heldScopes(circle, people.stranger)).toEqual([`own:${people.stranger}`]);
  });

  test("what ends is gone: without the membership nothing of the learner is held", () => {
    const without = circleOf(memberships.filter((m) => m.person !== people.tutor));
    expect(heldScopes(without, people.tutor)).toEqual([`own:${people.tutor}`]);
  });
});
