/** Somebody's devices, each of which can be cut off from afar. */
import { Laptop } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import type { Device } from "#model/wire/api.ts";
import type { PersonId } from "#model/id.ts";
import { devices, removeDevice } from "#store/account.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useToday } from "#ui/use-today.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { sayLastInside } from "#ui/words/staff/dates.ts";
import { peopleWords } from "#ui/words/staff/people.ts";

/** Asked of the server; shows nothing until it has answered. */
export function DevicesOf({ person, onChanged }: { person: PersonId; onChanged: () => void }) {
  const today = useToday();
  const [found, setFound] = useState<readonly Device[]>([]);
  const load = useCallback(
    () => void devices(person).then((answer) => answer.ok && setFound(answer.value)),
    [person],
  );
  useEffect(load, [load]);
  const cutOff = async (id: string): Promise<void> => {
    const done = await removeDevice(id);
    showToast({ words: done.ok ? peopleWords.cutOffDone : wordsForProblem(done.problem) });
    load();
    onChanged();
  };
  return (
    <>
      <h3>{peopleWords.devicesTitle}</h3>
      <ul className="devs">
        {found.map(({ id, name, lastSeenAt }) => (
          <li key={id}>
            <Icon of={Laptop} />
            <div>
              <b dir="auto">{name}</b>
              <small>{peopleWords.lastSeen(sayLastInside(lastSeenAt, today))}</small>
            </div>
            <Button small onPress={() => void cutOff(id)}>
              {peopleWords.cutOff}
            </Button>
          </li>
        ))}
      </ul>
      <p className="small muted">{peopleWords.cutOffWords}</p>
    </>
  );
}
