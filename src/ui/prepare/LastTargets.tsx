/** How each target goes, as a face and, if one likes, words: kept with one's own contribution. */
import type { Feeling } from "#model/kinds/how-it-is-going.ts";
import { openTargets } from "#model/views/journey.ts";
import { placeAfterCount } from "#model/views/place.ts";
import type { Written } from "#model/record/written.ts";
import { Faces } from "#ui/kit/fields/Faces.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import type { MyRoad } from "#ui/plan/use-my-road.ts";
import { StrandTile } from "#ui/strand/StrandTile.tsx";
import { TypedText } from "#ui/typed/TypedText.tsx";
import { feelingWords } from "#ui/words/choices.ts";
import { prepare as words } from "#ui/words/prepare.ts";
import { today } from "#ui/words/today.ts";
import { contribute } from "./answer.ts";
import type { Contributing } from "./answer.ts";

function OneTarget({ target, editor, at }: { target: Written<"target">; editor: Contributing; at: number }) {
  const { strand, what } = target.value;
  const item = editor.value.targets.find(({ id }) => id === target.id);
  const choose = (feeling: Feeling): boolean =>
    contribute(editor, (draft) => {
      const fields = draft.item("targets", target.id);
      if (!item) fields.place(placeAfterCount(at));
      fields.set("feeling", feeling);
    });
  const type = (text: string): boolean =>
    contribute(editor, (draft) => {
      const fields = draft.item("targets", target.id);
      if (!item) fields.place(placeAfterCount(at));
      fields.type("words", text);
    });
  return (
    <Card as="section" className="pad-c">
      {strand && <StrandTile strand={strand} learner={target.learner} />}
      <h2>{what}</h2>
      <Faces
        label={today.howIsItGoing}
        words={feelingWords}
        value={item?.feeling ?? null}
        onChange={choose}
      />
      <TypedText
        label={words.targetWords}
        rows={2}
        history={editor}
        words={item?.words ?? ""}
        onType={type}
      />
    </Card>
  );
}

/** One card a target. */
export function LastTargets({ editor, road }: { editor: Contributing; road: MyRoad }) {
  const targets = openTargets(road.records);
  if (targets.length === 0) return <p>{words.noTargets}</p>;
  return (
    <div className="stacked">
      {targets.map((target, at) => (
        <OneTarget key={target.id} target={target} editor={editor} at={at} />
      ))}
    </div>
  );
}
