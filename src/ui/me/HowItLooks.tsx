/** Light or dark, and the size of words: shown at once, kept on this device. */
import { ChoiceCards } from "#ui/kit/fields/ChoiceCards.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Section } from "#ui/kit/pieces/Section.tsx";
import { me as words, textSizeWords, themeWords } from "#ui/words/me.ts";
import { textSizes, themes, useLook } from "./look.ts";

/** Both choices. */
export function HowItLooks() {
  const { theme, textSize } = useLook();
  return (
    <Section title={words.look}>
      <Card className="pad-c stacked looks">
        <ChoiceCards
          label={words.theme}
          columns={3}
          value={theme}
          choices={themes.map((value) => ({ value, label: themeWords[value] }))}
          onChange={(chosen) => useLook.setState({ theme: chosen })}
        />
        <ChoiceCards
          label={words.textSize}
          columns={3}
          value={textSize}
          choices={textSizes.map((value) => ({ value, label: textSizeWords[value] }))}
          onChange={(chosen) => useLook.setState({ textSize: chosen })}
        />
      </Card>
    </Section>
  );
}
