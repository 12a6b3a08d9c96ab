/** The fifth step: what will help, and who does it. */
import { Plus, X } from "lucide-react";
import { placeAfter } from "#model/place.ts";
import { TextField } from "#ui/kit/fields/TextField.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { IconButton } from "#ui/kit/press/IconButton.tsx";
import type { OpenedReview } from "#ui/review/use-review.ts";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { useEditor } from "#ui/use-editor.ts";
import type { OpenEditor } from "#ui/use-editor.ts";
import { reviewWords } from "#ui/words/staff-review.ts";

type Offer = OpenEditor<"review">["value"]["support"][number];

function OfferFields({ offer, editor }: { offer: Offer; editor: OpenEditor<"review"> }) {
  const type = (field: "what" | "who") => (words: string) =>
    editor.change((draft) => draft.item("support", offer.id).type(field, words));
  return (
    <li className="rv-offer">
      <TextField label={reviewWords.supportWhat} value={offer.what} onChange={type("what")} />
      <TextField label={reviewWords.supportWho} value={offer.who} onChange={type("who")} />
      <IconButton
        icon={X}
        label={reviewWords.removeSupport(offer.what)}
        onPress={() => editor.change((draft) => draft.item("support", offer.id).remove())}
      />
    </li>
  );
}

/** New offers come last. Places count up, so that two devices that add one at once keep both. */
function placeOfNext(count: number): string {
  let place = placeAfter([]);
  for (let offer = 0; offer < count; offer += 1) place = placeAfter([place]);
  return place;
}

function EditSupport({ editor }: { editor: OpenEditor<"review"> }) {
  const { support } = editor.value;
  const add = (): void => {
    const id = crypto.randomUUID();
    editor.change((draft) => draft.item("support", id).place(placeOfNext(support.length)));
  };
  return (
    <>
      <ul>
        {support.map((offer) => (
          <OfferFields key={offer.id} offer={offer} editor={editor} />
        ))}
      </ul>
      <Button icon={Plus} onPress={add}>
        {reviewWords.addSupport}
      </Button>
      <SavingMark saving={editor.saving} />
    </>
  );
}

/** What was offered, for reading. */
export const Offers = ({
  support,
}: {
  support: readonly { readonly what: string; readonly who: string }[];
}) =>
  support.length === 0 ? (
    <p className="muted">{reviewWords.noSupport}</p>
  ) : (
    <ul className="rv-offers">
      {support.map(({ what, who }) => (
        <li key={`${what} ${who}`}>
          <b>{what}</b>
          {who !== "" && <small>{who}</small>}
        </li>
      ))}
    </ul>
  );

/** Written by those who run the review, read by everybody. */
export function Support({ opened: { id, review, mayRun, known } }: { opened: OpenedReview }) {
  const editor = useEditor(mayRun ? id : undefined, { learner: known.learner });
  return (
    <Card as="section" className="rv-card">
      {mayRun ? editor && <EditSupport editor={editor} /> : <Offers support={review.support} />}
    </Card>
  );
}
