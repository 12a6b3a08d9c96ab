/** Who would see whom, and the classes whose teachers may be made tutors. */
import { EyeOff, Lock } from "lucide-react";
import { useState } from "react";
import type { RosterGroupSeen, RosterPreview, StaffSight } from "#model/wire/roster-preview.ts";
import { Checkbox } from "#ui/kit/fields/Checkbox.tsx";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { groupKinds, rosterWords, sightRoles } from "#ui/words/staff/roster.ts";

type OnTick = (sourcedId: string, isTicked: boolean) => void;

/** What makes tutors by itself is ticked, and stays so. */
function Group({ group, onTick }: { group: RosterGroupSeen; onTick: OnTick }) {
  const isHomeroom = group.kind === "homeroom";
  return (
    <li className="ros-group">
      <Checkbox
        isSelected={group.ticked || isHomeroom}
        isDisabled={group.kind !== "class"}
        onChange={(isTicked) => onTick(group.sourcedId, isTicked)}
      >
        <span>
          <b dir="auto">{group.title}</b>
          <small>{`${groupKinds[group.kind]} · ${rosterWords.groupOf(group.learners, group.staff)}`}</small>
        </span>
      </Checkbox>
    </li>
  );
}

const seen = ({ tutorOf, teaches, atProvider }: StaffSight): number => tutorOf + teaches + atProvider;

function Sight({ sight }: { sight: StaffSight }) {
  const number = seen(sight);
  return (
    <li>
      <Avatar name={sight.name} />
      <div>
        <b dir="auto">{sight.name}</b>
        <small>{sightRoles[sight.role]}</small>
      </div>
      <p>
        <b>{number > 0 ? rosterWords.sees(number) : rosterWords.seesNothing}</b>
        {number > 0 && <small>{sight.tutorOf > 0 ? rosterWords.asTutor : rosterWords.asTeacher}</small>}
      </p>
    </li>
  );
}

const firstFew = 8;

function Sights({ preview }: { preview: RosterPreview }) {
  const [isAll, setAll] = useState(false);
  const { whoSeesWhom, seenByNobody } = preview;
  const sorted = whoSeesWhom.toSorted(
    (a, b) => b.tutorOf - a.tutorOf || seen(b) - seen(a) || a.name.localeCompare(b.name),
  );
  return (
    <Card as="section" className="sees">
      <h2>{rosterWords.seesTitle}</h2>
      <ul>
        {sorted.slice(0, isAll ? undefined : firstFew).map((sight) => (
          <Sight key={sight.sourcedId} sight={sight} />
        ))}
      </ul>
      {!isAll && whoSeesWhom.length > firstFew && (
        <Button kind="text" small onPress={() => setAll(true)}>
          {rosterWords.allStaff(whoSeesWhom.length)}
        </Button>
      )}
      {seenByNobody.length > 0 && (
        <p className="nobody">
          <Icon of={EyeOff} />
          <span>
            <b>{rosterWords.nobodySees(seenByNobody.length)}</b> {rosterWords.nobodySeesWords}
          </span>
        </p>
      )}
      <p className="nobody ok">
        <Icon of={Lock} />
        <span>{rosterWords.onlyMe}</span>
      </p>
    </Card>
  );
}

/** Each tick asks again, so that the counts beside it are true. */
export function WhoSeesWhom({
  preview,
  isBusy,
  onTick,
}: {
  preview: RosterPreview;
  isBusy: boolean;
  onTick: OnTick;
}) {
  const kinds = ["homeroom", "class"] as const;
  const groups = kinds.flatMap((kind) => preview.groups.filter((group) => group.kind === kind));
  return (
    <div className="ros-grid" aria-busy={isBusy}>
      <section>
        <h2>{rosterWords.groups}</h2>
        <p className="small muted">{isBusy ? rosterWords.recount : rosterWords.groupsWords}</p>
        <ul className="ros-groups">
          {groups.map((group) => (
            <Group key={group.sourcedId} group={group} onTick={onTick} />
          ))}
        </ul>
      </section>
      <Sights preview={preview} />
    </div>
  );
}
