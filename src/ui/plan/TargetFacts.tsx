/** What a target says: its steps to tick off, and why, how we will know, and who helps. */
import type { StoredRecord } from "#store/store.ts";
import { Checkbox } from "#ui/kit/fields/Checkbox.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { NewsChip } from "#ui/news/NewsChip.tsx";
import { useStore } from "#ui/store-context.tsx";
import { target as words } from "#ui/words/plan.ts";

type Target = StoredRecord<"target">;

/** Texts of a target beside what it is. */
const parts = ["why", "howWeKnow", "support", "helpOutside", "helper"] as const;

/** A target, with the fields that others changed since it was last looked at. */
type Shown = { readonly target: Target; readonly changed: ReadonlySet<string> };

/** What else of a target may have changed: it stands in other places of its page. */
export const saidElsewhere = ["what", "dueOn", "strand", "objective"] as const;

/** A target as one would read it out. */
export const wordsOfTarget = ({ value }: Target): string =>
  [value.what, ...parts.map((part) => value[part])].filter(Boolean).join(". ");

/** Ticked and unticked at once; nothing where there are none. */
export function TargetSteps({ target, changed }: Shown) {
  const { records } = useStore();
  const { steps } = target.value;
  if (steps.length === 0) return null;
  const tick = (id: string, met: boolean) =>
    records.change(target.id, (draft) => draft.item("steps", id).set("met", met));
  return (
    <Card className="pad-c">
      <h2>
        {words.steps} <NewsChip isChanged={changed.has("steps")} />
      </h2>
      {steps.map(({ id, what, met }) => (
        <Checkbox key={id} isSelected={met === true} onChange={(isMet) => void tick(id, isMet)}>
          {what}
        </Checkbox>
      ))}
    </Card>
  );
}

/** In the words they were written in; nothing where there are none. */
export function TargetFacts({ target, changed }: Shown) {
  const { value } = target;
  const said = parts.filter((part) => value[part] !== "");
  if (said.length === 0) return null;
  return (
    <Card as="ul" className="facts">
      {said.map((part) => (
        <li key={part}>
          <div>
            <b>{words[part]}</b> <NewsChip isChanged={changed.has(part)} />
            <p className="typed" dir="auto">
              {value[part]}
            </p>
          </div>
        </li>
      ))}
    </Card>
  );
}
