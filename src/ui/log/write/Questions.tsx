/** One question at a time, the first biggest in the mind: what did you do? Each may be skipped, and gone back to. */
import { useState } from "react";
import type { Id } from "#model/id.ts";
import { prompts } from "#model/kinds/log-entry.ts";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { TypedText } from "#ui/typed/TypedText.tsx";
import type { Writing } from "#ui/typed/use-writing.ts";
import { promptWords, write } from "#ui/words/log.ts";

/** The card with the question and the place to answer it. */
export function Questions({
  writing,
  part,
}: {
  writing: Writing<"log-entry">;
  /** Which part of a long entry is written in, where it is not the first. */
  part: Id<"log-entry"> | undefined;
}) {
  const [at, setAt] = useState(0);
  const prompt = prompts[at] ?? "did";
  const question = promptWords[prompt];
  const words = writing.wordsOf(prompt);
  // What is there before is written on from its end, once it is here.
  const isOpening = writing.isWaiting && writing.value === undefined;
  const isLast = at === prompts.length - 1;
  const number = write.question(at + 1, prompts.length);
  return (
    <Card as="section" className="wr-c">
      <div className="wr-q">
        <p className="small muted">{at === 0 ? write.first : number}</p>
        <h1>{question}</h1>
      </div>
      <TypedText
        key={`${part ?? ""} ${prompt} ${isOpening}`}
        label={question}
        isLabelHidden
        history={writing.history}
        words={words}
        onType={(text) => writing.type(prompt, text)}
        isReadOnly={writing.isWaiting}
        rows={at === 0 ? 4 : 3}
        startsHere
      />
      <div className="wr-q">
        <div className="row">
          <HearIt words={words === "" ? question : `${question} ${words}`} />
          {at > 0 && (
            <Button kind="text" small onPress={() => setAt(at - 1)}>
              {write.lastQuestion}
            </Button>
          )}
          {!isLast && (
            <Button kind="text" small onPress={() => setAt(at + 1)}>
              {words.trim() === "" && at > 0 ? write.skip : write.nextQuestion}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}
