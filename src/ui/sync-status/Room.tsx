/** Whether the browser promised to keep what is written here, and how much room there is. */
import { useCallback, useEffect, useState } from "react";
import { askToKeep, storageRoom } from "#store/storage-room.ts";
import type { StorageRoom } from "#store/storage-room.ts";
import { deviceWord } from "#ui/device-word.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Section } from "#ui/kit/pieces/Section.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { saySize, sync as words } from "#ui/words/sync-status/sync.ts";

/** Shows nothing where the browser does not say. */
export function Room() {
  const [room, setRoom] = useState<StorageRoom>();
  const look = useCallback(() => void storageRoom().then(setRoom), []);
  useEffect(look, [look]);
  if (room?.isKept === undefined) return null;
  const { isKept, usedBytes, roomBytes } = room;
  return (
    <Section title={words.keptHere(deviceWord())}>
      <Card className="pad-c">
        <p>{isKept ? words.kept : words.notKept}</p>
        {usedBytes !== undefined && roomBytes !== undefined && (
          <p className="small muted">{words.room(saySize(usedBytes), saySize(roomBytes))}</p>
        )}
        {!isKept && <Button onPress={() => void askToKeep().then(look)}>{words.ask}</Button>}
      </Card>
    </Section>
  );
}
