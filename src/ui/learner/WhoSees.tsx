/** Everybody who sees a learner's record, by name and by what they are to them. */
import type { Circle } from "#model/access.ts";
import type { LearnerId, OrganisationId, PersonId } from "#model/id.ts";
import type { Role } from "#model/membership.ts";
import { AvatarStack } from "#ui/kit/pieces/AvatarStack.tsx";
import { useAccount } from "#ui/store-context.tsx";
import { useRecords } from "#ui/use-record.ts";
import { common } from "#ui/words/common.ts";
import { learnerWords, seesAs } from "#ui/words/staff-learner.ts";
import type { KnownLearner } from "./use-learner.ts";

interface Seer {
  readonly person: PersonId;
  readonly role: Role;
  /** The provider they work for. */
  readonly at?: OrganisationId;
}

/** Tutors and the teaching team, then the staff of providers that teach the learner; each once. */
function seersOf(circle: Circle, learner: LearnerId): readonly Seer[] {
  const own = circle.ofLearner(learner);
  const named = own.flatMap(({ role, person }): Seer[] =>
    person && (role === "tutor" || role === "teaching-team") ? [{ person, role }] : [],
  );
  const providers = own.flatMap(({ role, organisation }) =>
    role === "provider" && organisation ? [organisation] : [],
  );
  const staff = providers.flatMap((at) =>
    circle
      .ofOrganisation(at)
      .flatMap(({ role, person }): Seer[] => (person && role === "staff" ? [{ person, role, at }] : [])),
  );
  return [
    ...new Map([...named, ...staff].toReversed().map((seer) => [seer.person, seer])).values(),
  ].toReversed();
}

/** Those this device does not know by name are left out of the names, never of the count. */
export function WhoSees({ known }: { known: KnownLearner }) {
  const { person: me } = useAccount();
  const people = useRecords("person") ?? [];
  const organisations = useRecords("organisation") ?? [];
  const seers = seersOf(known.circle, known.learner).map((seer) => {
    const who = people.find(({ id }) => id === seer.person)?.value;
    const name = seer.person === me ? common.you : (who?.name ?? common.someone);
    const at = seer.at && organisations.find(({ id }) => id === seer.at)?.value.name;
    return { id: seer.person, name, drawn: who?.picture, as: at ?? seesAs[seer.role] };
  });
  return (
    <div className="card ln-c see">
      <h3>{learnerWords.whoSees(known.firstName)}</h3>
      <p className="stack-l">
        <AvatarStack people={seers} />
        <span className="small muted">{seers.map(({ name, as }) => `${name} (${as})`).join(", ")}</span>
      </p>
    </div>
  );
}
