/** Long-term goals in their order; each opens for writing. */
import { Pencil } from "lucide-react";
import { useState } from "react";
import type { Id, LearnerId } from "#model/id.ts";
import type { Written } from "#model/record/written.ts";
import { Button } from "#ui/kit/press/Button.tsx";
import { useFocusBack } from "#ui/kit/press/use-focus-back.ts";
import { StrandIcon } from "#ui/strand/StrandTile.tsx";
import { everywhere } from "#ui/words/everywhere.ts";
import { learnerWords } from "#ui/words/staff/learner.ts";
import { ObjectiveForm } from "./ObjectiveForm.tsx";

export type ObjectiveListProps = {
  readonly objectives: readonly Written<"objective">[];
  readonly learner: LearnerId;
  readonly mayWrite: boolean;
};

type RowProps = Omit<ObjectiveListProps, "objectives"> & {
  readonly objective: Written<"objective">;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
};

function Row({ objective: { id, value }, learner, mayWrite, isOpen, onOpen }: RowProps) {
  const opener = useFocusBack(isOpen);
  if (isOpen)
    return (
      <li>
        <ObjectiveForm learner={learner} id={id} onDone={() => onOpen(false)} />
      </li>
    );
  return (
    <li className="ob">
      <StrandIcon strand={value.strand ?? "vocational"} learner={learner} size="medium" />
      <div>
        <b>
          <bdi>{value.title || learnerWords.nothing}</bdi>
        </b>
        {value.detail !== "" && (
          <small>
            <bdi>{value.detail}</bdi>
          </small>
        )}
      </div>
      {mayWrite && (
        <Button
          ref={opener}
          kind="text"
          small
          icon={Pencil}
          aria-label={`${everywhere.change}: ${value.title}`}
          onPress={() => onOpen(true)}
        >
          {everywhere.change}
        </Button>
      )}
    </li>
  );
}

/** One at a time is open for writing. */
export function ObjectiveList({ objectives, learner, mayWrite }: ObjectiveListProps) {
  const [open, setOpen] = useState<Id<"objective">>();
  if (objectives.length === 0) return <p className="muted">{learnerWords.noObjectives}</p>;
  return (
    <ul>
      {objectives.map((objective) => (
        <Row
          key={objective.id}
          objective={objective}
          learner={learner}
          mayWrite={mayWrite}
          isOpen={objective.id === open}
          onOpen={(isOpen) => setOpen(isOpen ? objective.id : undefined)}
        />
      ))}
    </ul>
  );
}
