/** Naming a safeguarding lead: an administrator does, of somebody who works here. Until then nobody can open what is “only me”. */
import { Shield } from "lucide-react";
import type { PeopleOverview, PersonOverview } from "#model/wire/api.ts";
import type { OrganisationId } from "#model/id.ts";
import { addMembership } from "#store/people.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useAccount } from "#ui/store-context.tsx";
import { useCircle } from "#ui/use-record.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { peopleWords } from "#ui/words/staff/people.ts";
import { isLearner } from "./people-list.ts";

const isLead = ({ roles }: PersonOverview): boolean => roles.includes("safeguarding-lead");

function useIsAdministrator(org: OrganisationId): boolean {
  const { person } = useAccount();
  return useCircle()
    .ofOrganisation(org)
    .some((one) => one.person === person && one.role === "administrator");
}

/** Makes this person one. Not there for whoever may not, and for who is one already. */
export function MakeLead({
  person,
  org,
  onChanged,
}: {
  person: PersonOverview;
  org: OrganisationId;
  onChanged: () => void;
}) {
  const isAdministrator = useIsAdministrator(org);
  const canBe = !isLearner(person) && !isLead(person) && !person.left && person.provider === undefined;
  if (!isAdministrator || !canBe) return null;
  const make = async (): Promise<void> => {
    const made = await addMembership({ role: "safeguarding-lead", org, person: person.person });
    showToast({ words: made.ok ? peopleWords.isLead(person.name) : wordsForProblem(made.problem) });
    if (made.ok) onChanged();
  };
  return (
    <Button small icon={Shield} onPress={() => void make()}>
      {peopleWords.makeLead}
    </Button>
  );
}

/** Asks who the safeguarding lead is, while there is none. */
export function NoLeadYet({ overview: { organisation, people } }: { overview: PeopleOverview }) {
  const isAdministrator = useIsAdministrator(organisation.id);
  if (people.some(isLead)) return null;
  return (
    <p className="note">
      <Icon of={Shield} small />
      <span>
        <b>{peopleWords.noLead}</b> {isAdministrator ? peopleWords.noLeadWords : peopleWords.noLeadAsk}
      </span>
    </p>
  );
}
