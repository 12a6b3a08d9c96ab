/** Two answers to one choice, both kept, neither favoured, until somebody who may chooses again. */
import { useParams } from "react-router";
import { kindOfId } from "#model/id.ts";
import type { Id, PersonId } from "#model/id.ts";
import { outcomes } from "#model/kinds/review.ts";
import type { Answer } from "#model/record/schema.ts";
import type { EditOf, StoredRecord } from "#store/store.ts";
import { Fork } from "#ui/kit/drawing/Fork.tsx";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import type { WaypointKind } from "#ui/kit/geometry/trail-geometry.ts";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Placeholder } from "#ui/kit/pieces/Placeholder.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { PillButton } from "#ui/kit/press/PillButton.tsx";
import { AnyPage } from "#ui/shell/AnyPage.tsx";
import { useBack } from "#ui/shell/use-back.ts";
import { useStore } from "#ui/store-context.tsx";
import { useCircle, usePerson, useRecord } from "#ui/use-record.ts";
import { useToday } from "#ui/use-today.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { twoAnswers as words } from "#ui/words/plan.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { sayAnswer } from "./answer-words.ts";
import "#ui/plan/plan.css";

const signOf = (value: unknown): WaypointKind => outcomes.find((one) => one === value) ?? "ahead";

/** Choosing again is the same edit as choosing first, for a field of any kind: it replaces every answer seen. */
const choosing =
  (field: string, value: unknown): EditOf<"plan"> =>
  (draft: { set(name: string, value: unknown): void }) =>
    draft.set(field, value);

/** What the record that is disputed is about, in the words it has. */
function useTitle(record: StoredRecord | null | undefined): string | undefined {
  const value = record?.value as
    | { readonly what?: string; readonly title?: string; readonly target?: Id<"target"> }
    | undefined;
  const target = useRecord(value?.target)?.value.what;
  return value?.what ?? value?.title ?? target;
}

function useAnswerOf(answer: Answer) {
  const today = useToday();
  const person = usePerson(kindOfId(answer.by) === "person" ? (answer.by as PersonId) : undefined);
  const known = person?.name ?? everywhere.someone;
  const name = person?.isMe ? everywhere.you : known;
  return {
    said: sayAnswer(answer.value, today),
    name,
    known,
    isMine: person?.isMe === true,
    picture: person?.picture,
  };
}

type OneAnswerProps = {
  readonly answer: Answer;
  /** Undefined where this person may only read. */
  readonly onChoose: ((said: string) => void) | undefined;
};

function OneAnswer({ answer, onChoose }: OneAnswerProps) {
  const { said, name, known, isMine, picture } = useAnswerOf(answer);
  return (
    <Card as="article" className="tw">
      <Avatar name={known} drawn={picture} />
      <div>
        <p className="by">{name}</p>
      </div>
      <span className="tw-o">
        <Sign kind={signOf(answer.value)} size={26} />
        <b>{said}</b>
      </span>
      {onChoose && (
        <Button small onPress={() => onChoose(said)}>
          {isMine ? words.keep(said) : words.use(said)}
        </Button>
      )}
    </Card>
  );
}

function Heading({ first, second }: { first: Answer; second: Answer }) {
  const [one, other] = [useAnswerOf(first), useAnswerOf(second)];
  const [mine, theirs] = other.isMine ? [other, one] : [one, other];
  return (
    <>
      <h1>{words.both(mine, theirs)}</h1>
      <p className="muted tw-why">{mine.isMine ? words.kept : words.keptOfOthers}</p>
    </>
  );
}

/** Whether this person may write in the record, so that the answers can be settled here. */
function useMaySettle(record: StoredRecord | null | undefined): boolean {
  const store = useStore();
  useCircle();
  if (!record) return false;
  const { id, kind, learner, createdBy, createdAt } = record;
  const envelope = { id, kind, createdBy, createdAt, ...(learner ? { learner } : {}) };
  return store.may({ envelope, value: { ...record.value }, isNew: false });
}

/** The page; `field` in the address names the choice. */
export function TwoAnswers() {
  const { id = "", field = "" } = useParams();
  const { records } = useStore();
  const back = useBack();
  const isKnown = kindOfId(id) !== undefined;
  const record = useRecord(isKnown ? (id as Id) : undefined);
  const title = useTitle(record);
  const maySettle = useMaySettle(record);
  const answers = record?.value.answers?.[field] ?? [];
  const [first, second] = answers;
  const settle = async (value: unknown, said: string): Promise<void> => {
    const outcome = await records.change(id as Id<"plan">, choosing(field, value));
    showToast({ words: outcome.ok ? words.settled(said) : wordsForProblem(outcome.problem) });
    if (outcome.ok) back();
  };
  const top = (
    <header className="top">
      <div className="top-row">
        <PillButton back onPress={back}>
          {words.back}
        </PillButton>
      </div>
    </header>
  );
  return (
    <AnyPage name={title ?? words.back} top={top}>
      {title && <p className="tw-t">{title}</p>}
      {isKnown && record === undefined && <Placeholder label={everywhere.loading} />}
      {(!isKnown || record === null) && <h1>{words.gone}</h1>}
      {record && (!first || !second) && <h1>{words.one}</h1>}
      {first && second && (
        <>
          <div className="fork">
            <Fork answers={[signOf(first.value), signOf(second.value)]} />
          </div>
          <Heading first={first} second={second} />
          {answers.map((answer) => (
            <OneAnswer
              key={`${answer.by} ${String(answer.value)}`}
              answer={answer}
              onChoose={maySettle ? (said) => void settle(answer.value, said) : undefined}
            />
          ))}
          <p className="small muted tw-n">{maySettle ? words.talk : words.ask}</p>
        </>
      )}
    </AnyPage>
  );
}
