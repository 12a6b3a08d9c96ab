/** The fifth step: what will help, and who does it. */
import { LifeBuoy, Plus, X } from "lucide-react";
import { placeAfterCount } from "#model/views/place.ts";
import { Post } from "#ui/kit/drawing/Post.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { IconButton } from "#ui/kit/press/IconButton.tsx";
import type { OpenedReview } from "#ui/review/use-review.ts";
import { SavingMark } from "#ui/sync-status/SavingMark.tsx";
import { TypedLine } from "#ui/typed/TypedLine.tsx";
import { useEditor } from "#ui/use-editor.ts";
import type { OpenEditor } from "#ui/use-editor.ts";
import { reviewWords } from "#ui/words/staff/review.ts";
import { NothingYet } from "#ui/sync-status/NothingYet.tsx";

type Offer = OpenEditor<"review">["value"]["support"][number];

function OfferFields({ offer, editor }: { offer: Offer; editor: OpenEditor<"review"> }) {
  const type =
    (field: "what" | "who") =>
    (words: string): boolean =>
      editor.change((draft) => draft.item("support", offer.id).type(field, words));
  return (
    <li className="rv-offer">
      <TypedLine label={reviewWords.supportWhat} history={editor} words={offer.what} onType={type("what")} />
      <TypedLine label={reviewWords.supportWho} history={editor} words={offer.who} onType={type("who")} />
      <IconButton
        icon={X}
        label={reviewWords.removeSupport(offer.what)}
        onPress={() => editor.change((draft) => draft.item("support", offer.id).remove())}
      />
    </li>
  );
}

/** Where there is no offer yet: what the learner said they need help with, to begin from. */
function NoOffer({ known: { family, firstName } }: OpenedReview) {
  const helpWith = family.plan?.helpWith.trim();
  return (
    <div className="rv-begin">
      <Post icon={LifeBuoy} state="ahead" />
      <div>
        <h2>{reviewWords.noSupportTitle}</h2>
        <p className="muted">{reviewWords.noSupportWords}</p>
        {helpWith && (
          <p className="own-bg rv-hint" dir="auto">
            <small>{reviewWords.wantsHelpWith(firstName)}</small>“{helpWith}”
          </p>
        )}
      </div>
    </div>
  );
}

function EditSupport({ editor, opened }: { editor: OpenEditor<"review">; opened: OpenedReview }) {
  const { support } = editor.value;
  const add = (): void => {
    const id = crypto.randomUUID();
    editor.change((draft) => draft.item("support", id).place(placeAfterCount(support.length)));
  };
  return (
    <>
      {support.length === 0 && <NoOffer {...opened} />}
      <ul>
        {support.map((offer) => (
          <OfferFields key={offer.id} offer={offer} editor={editor} />
        ))}
      </ul>
      <div className="rv-more">
        <Button icon={Plus} onPress={add}>
          {reviewWords.addSupport}
        </Button>
        {support.length > 0 && <SavingMark saving={editor.saving} />}
      </div>
    </>
  );
}

interface Said {
  readonly what: string;
  readonly who: string;
}

/** Those that say something: a line that was begun and left empty offers nothing. */
export const saidOffers = <O extends Said>(support: readonly O[]): readonly O[] =>
  support.filter(({ what, who }) => what.trim() !== "" || who.trim() !== "");

/** What was offered, for reading. */
export const Offers = ({ support }: { support: readonly Said[] }) =>
  saidOffers(support).length === 0 ? (
    <p className="muted">
      <NothingYet words={reviewWords.noSupport} />
    </p>
  ) : (
    <ul className="rv-offers">
      {saidOffers(support).map(({ what, who }) => (
        <li key={`${what} ${who}`}>
          <b>{what}</b>
          {who !== "" && <small>{who}</small>}
        </li>
      ))}
    </ul>
  );

/** Written by those who run the review, read by everybody. */
export function Support({ opened }: { opened: OpenedReview }) {
  const { id, review, mayRun, known } = opened;
  const editor = useEditor(mayRun ? id : undefined, { learner: known.learner });
  return (
    <Card as="section" className="rv-card">
      {mayRun ? (
        editor && <EditSupport editor={editor} opened={opened} />
      ) : (
        <Offers support={review.support} />
      )}
    </Card>
  );
}
