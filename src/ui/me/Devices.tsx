/** The devices somebody is signed in on, while there is signal; each other one can be signed out from here. */
import { useCallback, useEffect, useState } from "react";
import type { Device } from "#model/wire/api.ts";
import type { Outcome } from "#model/outcome.ts";
import { devices, removeDevice } from "#store/account.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Section } from "#ui/kit/pieces/Section.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useToday } from "#ui/use-today.ts";
import { sayMoment } from "#ui/words/dates.ts";
import { me as words } from "#ui/words/me.ts";
import { wordsForProblem } from "#ui/words/problems.ts";

function OneDevice({ device, onGone }: { device: Device; onGone: () => void }) {
  const today = useToday();
  const signOut = async (): Promise<void> => {
    const outcome = await removeDevice(device.id);
    showToast({ words: outcome.ok ? words.deviceOut : wordsForProblem(outcome.problem) });
    onGone();
  };
  return (
    <li>
      <span>
        <b>{device.name}</b>
        <span className="muted may-see">
          {device.current ? words.current : words.lastSeen(sayMoment(device.lastSeenAt, today))}
        </span>
      </span>
      {!device.current && (
        <Button kind="text" small onPress={() => void signOut()}>
          {words.signOutDevice}
        </Button>
      )}
    </li>
  );
}

/** Asks the server when the page opens. */
export function Devices() {
  const [answer, setAnswer] = useState<Outcome<readonly Device[]>>();
  const look = useCallback(() => void devices().then(setAnswer), []);
  useEffect(look, [look]);
  if (!answer) return null;
  return (
    <Section title={words.devices}>
      {answer.ok ? (
        <Card as="ul" className="may-list">
          {answer.value.map((device) => (
            <OneDevice key={device.id} device={device} onGone={look} />
          ))}
        </Card>
      ) : (
        <p className="muted">{words.devicesOffline}</p>
      )}
    </Section>
  );
}
