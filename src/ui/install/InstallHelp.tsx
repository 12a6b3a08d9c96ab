/** How to put Waymark on the home screen: one press where the browser can, plain words where not. */
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Section } from "#ui/kit/pieces/Section.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useScreenState } from "#ui/screen-state.ts";
import { me as words } from "#ui/words/me.ts";
import { installWay, isInstalled } from "./install.ts";

/** A part of the page about oneself. */
export function InstallHelp() {
  const install = useScreenState((state) => state.install);
  return (
    <Section title={words.install}>
      <Card className="pad-c">
        <p>{isInstalled() ? words.installed : install ? null : words.installWords[installWay()]}</p>
        {install && <Button onPress={() => void install()}>{words.installNow}</Button>}
      </Card>
    </Section>
  );
}
