/** What stands in a closed review now and did not when it was closed. */
import type { Addition } from "#model/views/review/review-additions.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import type { KnownLearner } from "#ui/learner/use-learner.ts";
import { contributionWords } from "#ui/words/staff/review.ts";
import { SetTargetLine, TargetResultLine } from "./ClosedContent.tsx";
import { Offers } from "./steps/Support.tsx";
import { Voice } from "./Voices.tsx";

function OneAddition({ addition, known }: { addition: Addition; known: KnownLearner }) {
  switch (addition.part) {
    case "contribution":
      return (
        <Voice
          person={addition.by}
          said={[
            {
              question: addition.question === "words" ? undefined : contributionWords[addition.question],
              words: addition.words,
            },
          ]}
        />
      );
    case "outcome":
      return (
        <ul>
          <TargetResultLine target={addition.target} known={known} />
        </ul>
      );
    case "overall":
      return <p dir="auto">{addition.words}</p>;
    case "support":
      return <Offers support={[addition]} />;
    case "new-target":
      return (
        <ul>
          <SetTargetLine target={addition.target} known={known} />
        </ul>
      );
  }
}

/** In the order of the review's steps. */
export const Additions = ({ additions, known }: { additions: readonly Addition[]; known: KnownLearner }) =>
  additions.map((addition) => (
    <Card key={JSON.stringify(addition)} className="rv-card">
      <OneAddition addition={addition} known={known} />
    </Card>
  ));
