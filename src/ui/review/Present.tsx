/** Who takes part in a review: the learner and the people around them by a tick, anybody else by name. */
import { Plus, X } from "lucide-react";
import { personOfLearner } from "#model/id.ts";
import type { PersonId } from "#model/id.ts";
import { placeAfter, placeAfterCount } from "#model/views/place.ts";
import { Checkbox } from "#ui/kit/fields/Checkbox.tsx";
import { TextField } from "#ui/kit/fields/TextField.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { IconButton } from "#ui/kit/press/IconButton.tsx";
import { useAccount } from "#ui/store-context.tsx";
import type { OpenEditor } from "#ui/use-editor.ts";
import { useNames } from "#ui/use-names.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { reviewWords } from "#ui/words/staff/review.ts";
import type { OpenedReview } from "./use-review.ts";

type Editing = { readonly opened: OpenedReview; readonly editor: OpenEditor<"review"> };

/** The learner, oneself, and everybody whose membership names them beside this learner; each once. */
function usePeopleAround({ known }: OpenedReview): readonly PersonId[] {
  const { person } = useAccount();
  const named = known.circle.ofLearner(known.learner).flatMap((one) => one.person ?? []);
  return [...new Set([personOfLearner(known.learner), person, ...named])];
}

/** Someone's tick has an id of its own, so that two devices that tick the same person make one. */
const tickOf = (person: PersonId): string => person.slice("person_".length);

function Ticks({ opened, editor }: Editing) {
  const names = useNames();
  const { present } = editor.value;
  const tick = (person: PersonId, isHere: boolean): boolean =>
    editor.change((draft) => {
      const item = draft.item("present", tickOf(person));
      if (!isHere) {
        item.remove();
        return;
      }
      item.set("person", person);
      item.place(placeAfter([]));
      item.restore();
    });
  const around = usePeopleAround(opened);
  const [learner, me] = [personOfLearner(opened.known.learner), useAccount().person];
  return (
    <div className="rv-ticks">
      {present.length === 0 && learner !== me && (
        <Button
          small
          onPress={() => {
            tick(learner, true);
            tick(me, true);
          }}
        >
          {reviewWords.bothHere(opened.known.firstName)}
        </Button>
      )}
      {around.map((person) => (
        <Checkbox
          key={person}
          isSelected={present.some((one) => one.person === person)}
          onChange={(isHere) => tick(person, isHere)}
        >
          {names.get(person) ?? everywhere.someone}
        </Checkbox>
      ))}
    </div>
  );
}

function OtherNames({ editor }: { editor: OpenEditor<"review"> }) {
  const others = editor.value.present.filter((one) => one.person === undefined);
  const add = (): void => {
    const id = crypto.randomUUID();
    editor.change((draft) => draft.item("present", id).place(placeAfterCount(editor.value.present.length)));
  };
  return (
    <>
      {others.map(({ id, name }) => (
        <div key={id} className="rv-name">
          <TextField
            label={reviewWords.presentNames}
            value={name ?? ""}
            maxLength={100}
            onChange={(words) =>
              editor.change((draft) => draft.item("present", id).set("name", words || undefined))
            }
          />
          <IconButton
            icon={X}
            label={reviewWords.removeSupport(name ?? "")}
            onPress={() => editor.change((draft) => draft.item("present", id).remove())}
          />
        </div>
      ))}
      <Button kind="text" small icon={Plus} onPress={add}>
        {reviewWords.addPerson}
      </Button>
    </>
  );
}

/** Each tick is kept at once. */
export const Present = ({ opened, editor }: Editing) => (
  <fieldset>
    <legend className="rv-q">{reviewWords.present}</legend>
    <Ticks opened={opened} editor={editor} />
    <OtherNames editor={editor} />
  </fieldset>
);
