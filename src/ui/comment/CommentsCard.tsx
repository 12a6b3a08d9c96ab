/** What people say about the one thing that a page is about: at the foot of that page. */
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Section } from "#ui/kit/pieces/Section.tsx";
import { comment as words } from "#ui/words/comment.ts";
import { Comments } from "./Comments.tsx";
import type { CommentsProps } from "./Comments.tsx";

/** A section with its heading. */
export const CommentsCard = (comments: Pick<CommentsProps, "about" | "learner" | "isOver">) => (
  <Section title={words.title}>
    <Card className="pad-c">
      <Comments {...comments} />
    </Card>
  </Section>
);
