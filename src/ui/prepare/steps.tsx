/** The steps that are only words: since last time, proud and hard, what next. The log stands beside the first as a reminder. */
import { Plus } from "lucide-react";
import { wordsOf } from "#model/kinds/log-entry.ts";
import { isSince, lastClosed } from "#model/views/review/review-series.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Disclosure } from "#ui/kit/pieces/Disclosure.tsx";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { inOrder } from "#ui/log/log-days.ts";
import { useAudiences } from "#ui/log/use-audience.ts";
import { WhoSees } from "#ui/log/WhoSees.tsx";
import type { MyRoad } from "#ui/plan/use-my-road.ts";
import { TypedText } from "#ui/typed/TypedText.tsx";
import { useRecordsOf } from "#ui/use-record.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { prepare as words } from "#ui/words/prepare.ts";
import { contribute } from "./answer.ts";
import type { Contributing } from "./answer.ts";

type TextName = "learned" | "enjoyed" | "proud" | "hard" | "next" | "words";

function Words({ editor, name }: { editor: Contributing; name: TextName }) {
  return (
    <TypedText
      label={words[name]}
      history={editor}
      words={editor.value[name]}
      onType={(text) => contribute(editor, (draft) => draft.type(name, text))}
    />
  );
}

const mostReminders = 20;

/** What the log says since the last review; pressing one puts its words with one's own. */
function FromMyLog({ editor, road }: { editor: Contributing; road: MyRoad }) {
  const { series } = road.next?.place ?? {};
  const last = series && lastClosed(road.records, series);
  const records = useRecordsOf("log-entry", road.learner);
  const audienceOf = useAudiences(road.learner);
  if (!records || !audienceOf) return <Placeholder label={everywhere.loading} />;
  const entries = inOrder(records).filter((entry) => isSince(entry, last?.closing));
  const { learned } = editor.value;
  const use = (text: string): void => {
    if (learned.includes(text)) {
      showToast({ words: words.usedAlready });
      return;
    }
    const both = learned === "" ? text : `${learned}\n${text}`;
    if (!contribute(editor, (draft) => draft.type("learned", both))) showToast({ words: words.noRoom });
  };
  return (
    <Disclosure title={words.fromLog} level={2} defaultExpanded={entries.length > 0}>
      {entries.length === 0 && <p className="muted">{words.fromLogEmpty}</p>}
      {entries.slice(0, mostReminders).map((entry) => (
        <Card key={entry.id} className="reminder">
          <p dir="auto">{wordsOf(entry.value)}</p>
          {audienceOf(entry.id) === "only-me" && (
            <>
              <WhoSees audience="only-me" tutors={[]} />
              <p className="small muted">{words.onlyMeUsed}</p>
            </>
          )}
          <Button kind="text" small icon={Plus} onPress={() => use(wordsOf(entry.value))}>
            {words.useIt}
          </Button>
        </Card>
      ))}
    </Disclosure>
  );
}

/** What one learned and enjoyed. */
export const SinceLastTime = ({ editor, road }: { editor: Contributing; road: MyRoad }) => (
  <div className="stacked">
    <Words editor={editor} name="learned" />
    <Words editor={editor} name="enjoyed" />
    <FromMyLog editor={editor} road={road} />
  </div>
);

/** What one is proud of, and what is hard. */
export const ProudAndHard = ({ editor }: { editor: Contributing }) => (
  <div className="stacked">
    <Words editor={editor} name="proud" />
    <Words editor={editor} name="hard" />
  </div>
);

/** What one wants next, and anything else. */
export const WhatNext = ({ editor }: { editor: Contributing }) => (
  <div className="stacked">
    <Words editor={editor} name="next" />
    <Words editor={editor} name="words" />
  </div>
);
