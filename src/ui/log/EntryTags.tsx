/** What an entry is about, which target it is for, and when it was: one tap each, all optional. */
import { Check } from "lucide-react";
import type { Id, LearnerId } from "#model/id.ts";
import { openTargets } from "#model/views/journey.ts";
import { isLocalDate } from "#model/time.ts";
import type { LocalDate } from "#model/time.ts";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import { DateField } from "#ui/kit/fields/DateField.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { useMyRoad } from "#ui/plan/use-my-road.ts";
import { StrandPick } from "#ui/strand/StrandPick.tsx";
import type { Writing } from "#ui/typed/use-writing.ts";
import { write } from "#ui/words/log.ts";

type EntryWriting = Writing<"log-entry">;

/** Pressing the chosen target again takes the choice back. */
function TargetPick({ learner, writing }: { learner: LearnerId; writing: EntryWriting }) {
  const road = useMyRoad(learner);
  const targets = road ? openTargets(road.records) : [];
  const chosen = writing.value?.target;
  const toggle = (id: Id<"target">): boolean =>
    writing.change((draft) => draft.set("target", chosen === id ? undefined : id));
  if (targets.length === 0) return null;
  return (
    <fieldset>
      <legend>{write.target}</legend>
      <div className="tg-pick">
        {targets.map(({ id, value }) => (
          <label key={id}>
            <input type="checkbox" checked={chosen === id} onChange={() => toggle(id)} />
            <Sign kind={chosen === id ? "here" : "ahead"} size={26} />
            <bdi>{value.what}</bdi>
            {chosen === id && <Icon of={Check} />}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function WhenPick({ writing, today }: { writing: EntryWriting; today: LocalDate }) {
  const choose = (chosen: string): void => {
    if (isLocalDate(chosen)) writing.change((draft) => draft.set("happenedOn", chosen));
  };
  return (
    <DateField label={write.when} value={writing.value?.happenedOn ?? today} max={today} onChange={choose} />
  );
}

/** All three. */
export function EntryTags({
  learner,
  writing,
  today,
}: {
  learner: LearnerId;
  writing: EntryWriting;
  today: LocalDate;
}) {
  return (
    <>
      <StrandPick
        label={write.about}
        learner={learner}
        value={writing.value?.strand}
        onChange={(strand) => writing.change((draft) => draft.set("strand", strand))}
      />
      <TargetPick learner={learner} writing={writing} />
      <WhenPick writing={writing} today={today} />
    </>
  );
}
