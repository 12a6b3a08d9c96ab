/** What people said for a review: the learner first, larger, in their own words; then the others. */
import type { PersonId } from "#model/id.ts";
import { personOfLearner } from "#model/id.ts";
import { contributionQuestions } from "#model/views/review/frozen-content.ts";
import type { ContributionContent } from "#model/views/review/frozen-content.ts";
import { HearIt } from "#ui/hear-it/HearIt.tsx";
import type { KnownLearner } from "#ui/learner/use-learner.ts";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { NewsChip } from "#ui/news/NewsChip.tsx";
import { usePerson } from "#ui/use-record.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { firstName } from "#ui/words/staff/shell.ts";
import { contributionWords, reviewWords } from "#ui/words/staff/review.ts";

/** Some words with the question they answer; none for plain words. */
export interface Said {
  readonly question?: string | undefined;
  readonly words: string;
}

/** One person's words. `first` gives them the learner's place. */
export function Voice({
  person,
  said,
  first = false,
  isChanged = false,
}: {
  person: PersonId;
  said: readonly Said[];
  first?: boolean;
  /** True when they changed it since one last looked. */
  isChanged?: boolean;
}) {
  const who = usePerson(person);
  const name = who?.name ?? everywhere.someone;
  return (
    <div className={first ? "voice first" : "voice"}>
      <Avatar name={name} drawn={who?.picture} size={first ? "big" : "small"} />
      <div>
        <p className="by">
          {reviewWords.says(first ? firstName(name) : name)} <NewsChip isChanged={isChanged} />
        </p>
        {said.map(({ question, words }) => (
          <blockquote key={`${question} ${words}`} dir="auto">
            {question !== undefined && <small>{question}</small>}“{words}”
          </blockquote>
        ))}
        {first && <HearIt words={said.map(({ words }) => words).join("\n")} />}
      </div>
    </div>
  );
}

/** A contribution's answers, each with its question. */
const saidIn = (contribution: ContributionContent): readonly Said[] =>
  contributionQuestions
    .filter((question) => contribution[question] !== "")
    .map((question) => ({
      ...(question === "words" ? {} : { question: contributionWords[question] }),
      words: contribution[question],
    }));

const noOne: ReadonlySet<PersonId> = new Set();

/** Everybody's words; `none` is the line where the learner has said nothing. */
export function Voices({
  contributions,
  known,
  none,
  changedBy = noOne,
}: {
  contributions: readonly ContributionContent[];
  known: KnownLearner;
  none: string;
  /** Who changed their words since one last looked. */
  changedBy?: ReadonlySet<PersonId>;
}) {
  const learner = personOfLearner(known.learner);
  const own = contributions.find(({ by }) => by === learner);
  const ownSaid = own ? saidIn(own) : [];
  return (
    <>
      {ownSaid.length > 0 ? (
        <Voice first person={learner} said={ownSaid} isChanged={changedBy.has(learner)} />
      ) : (
        <p className="note">{none}</p>
      )}
      {contributions
        .filter((one) => one.by !== learner && saidIn(one).length > 0)
        .map((one) => (
          <Voice key={one.by} person={one.by} said={saidIn(one)} isChanged={changedBy.has(one.by)} />
        ))}
    </>
  );
}
