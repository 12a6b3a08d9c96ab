/** Adding one person by hand. */
import { useState } from "react";
import { addableRoles } from "#model/wire/api.ts";
import type { PersonToAdd } from "#model/wire/api.ts";
import type { OrganisationId } from "#model/id.ts";
import type { Problem } from "#model/outcome.ts";
import { addPerson } from "#store/people.ts";
import { ChoiceCards } from "#ui/kit/fields/ChoiceCards.tsx";
import { TextField } from "#ui/kit/fields/TextField.tsx";
import { Dialog } from "#ui/kit/overlay/Dialog.tsx";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Button } from "#ui/kit/press/Button.tsx";
import { useOneAtATime } from "#ui/kit/press/use-one-at-a-time.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { addableRoleWords, peopleWords } from "#ui/words/staff/people.ts";

const roles = addableRoles.map((value) => ({ value, label: addableRoleWords[value] }));

type Given = {
  readonly name: string;
  readonly role: PersonToAdd["role"];
  readonly programme: string;
  readonly provider: string;
};

const whole = (org: OrganisationId, { name, role, programme, provider }: Given): PersonToAdd => ({
  org,
  name: name.trim(),
  role,
  ...(role === "learner" && programme.trim() !== "" ? { programme: programme.trim() } : {}),
  ...((role === "learner" || role === "provider-staff") && provider.trim() !== ""
    ? { provider: provider.trim() }
    : {}),
});

/** The server proposes a user name. */
export function AddDialog({
  org,
  onClose,
  onAdded,
}: {
  org: OrganisationId;
  onClose: () => void;
  onAdded: () => void;
}) {
  const [given, setGiven] = useState<Given>({ name: "", role: "learner", programme: "", provider: "" });
  const [problem, setProblem] = useState<Problem>();
  const change = (part: Partial<Given>): void => setGiven({ ...given, ...part });
  const [add, isAdding] = useOneAtATime(async () => {
    const added = await addPerson(whole(org, given));
    if (!added.ok) {
      setProblem(added.problem);
      return;
    }
    showToast({ words: peopleWords.added(given.name.trim(), added.value.userName) });
    onAdded();
    onClose();
  });
  const hasProvider = given.role === "learner" || given.role === "provider-staff";
  return (
    <Dialog
      title={peopleWords.addTitle}
      isOpen
      onClose={onClose}
      closeLabel={everywhere.close}
      holdsWords={[given.name, given.programme, given.provider].some((typed) => typed.trim() !== "")}
    >
      <div className="add-form">
        {problem && (
          <p className="err" role="alert">
            {wordsForProblem(problem)}
          </p>
        )}
        <TextField label={peopleWords.name} value={given.name} onChange={(name) => change({ name })} />
        <ChoiceCards
          label={peopleWords.role}
          columns={2}
          choices={roles}
          value={given.role}
          onChange={(role) => change({ role })}
        />
        {given.role === "learner" && (
          <TextField
            label={peopleWords.programme}
            value={given.programme}
            onChange={(programme) => change({ programme })}
          />
        )}
        {hasProvider && (
          <TextField
            label={peopleWords.provider}
            hint={peopleWords.providerHint}
            value={given.provider}
            onChange={(provider) => change({ provider })}
          />
        )}
      </div>
      <div className="dialog-acts">
        <Button kind="main" onPress={() => add()} isDisabled={isAdding || given.name.trim() === ""}>
          {peopleWords.addDone}
        </Button>
      </div>
    </Dialog>
  );
}
