/** Giving a learner a tutor or a member of the teaching team, or a member of staff a learner. */
import { useState } from "react";
import type { MembershipToAdd, PeopleOverview, PersonOverview } from "#model/wire/api.ts";
import { matches } from "#model/views/finding.ts";
import { learnerOfPerson } from "#model/id.ts";
import { addMembership } from "#store/people.ts";
import { ChoiceCards } from "#ui/kit/fields/ChoiceCards.tsx";
import { SearchField } from "#ui/kit/fields/SearchField.tsx";
import { Dialog } from "#ui/kit/overlay/Dialog.tsx";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Button } from "#ui/kit/press/Button.tsx";
import { useOneAtATime } from "#ui/kit/press/use-one-at-a-time.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { peopleWords, roleWords } from "#ui/words/staff/people.ts";
import { isLearner } from "./people-list.ts";

export type AssignDialogProps = {
  readonly person: PersonOverview;
  readonly overview: PeopleOverview;
  readonly onClose: () => void;
  readonly onChanged: () => void;
};

type AssignRole = "tutor" | "teaching-team";

const roles = (["tutor", "teaching-team"] as const).map((value) => ({ value, label: roleWords[value] }));

/** The membership between the two, whichever of them learns. */
function membershipOf(person: PersonOverview, other: PersonOverview, role: AssignRole): MembershipToAdd {
  const [learner, staff] = isLearner(person) ? [person, other] : [other, person];
  return { role, learner: learnerOfPerson(learner.person), person: staff.person };
}

const mostShown = 12;

/** Those who could be given, and have not been: provider staff see learners through their provider. */
function candidates({ person, overview }: AssignDialogProps, role: AssignRole): readonly PersonOverview[] {
  const learns = isLearner(person);
  const has = (one: PersonOverview): boolean => {
    const wanted = membershipOf(person, one, role);
    return (learns ? one : person).memberships.some(
      (held) => held.role === role && held.learner === wanted.learner && held.person === wanted.person,
    );
  };
  return overview.people.filter(
    (one) => isLearner(one) !== learns && !one.left && one.provider === undefined && !has(one),
  );
}

/** Each press gives access at once; several may be given before it is closed. */
export function AssignDialog(props: AssignDialogProps) {
  const { person, onClose, onChanged } = props;
  const [role, setRole] = useState<AssignRole>("tutor");
  const [search, setSearch] = useState("");
  const learns = isLearner(person);
  const others = candidates(props, role).filter((one) => matches([one.name, one.userName], search));
  const [assign] = useOneAtATime(async (other: PersonOverview) => {
    const added = await addMembership(membershipOf(person, other, role));
    showToast({
      words: added.ok
        ? peopleWords.assigned(learns ? other.name : person.name)
        : wordsForProblem(added.problem),
    });
    if (added.ok) onChanged();
  });
  return (
    <Dialog
      title={peopleWords.assignTitle(person.name)}
      isOpen
      onClose={onClose}
      closeLabel={everywhere.close}
    >
      <ChoiceCards
        label={peopleWords.assignRole}
        columns={2}
        choices={roles}
        value={role}
        onChange={setRole}
      />
      <SearchField
        label={learns ? peopleWords.assignFind : peopleWords.assignFindLearner}
        clearLabel={everywhere.clear}
        value={search}
        onChange={setSearch}
      />
      <ul className="as-list">
        {others.slice(0, mostShown).map((other) => (
          <li key={other.person}>
            <Button small wide onPress={() => assign(other)}>
              {other.name}
            </Button>
          </li>
        ))}
      </ul>
      {others.length > mostShown && (
        <p className="small muted">{peopleWords.moreToFind(others.length - mostShown)}</p>
      )}
    </Dialog>
  );
}
