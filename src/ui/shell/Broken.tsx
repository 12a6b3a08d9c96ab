/** When a page breaks: what is safe, and the way on. Never a stack of code for the reader. */
import { useRouteError } from "react-router";
import { Post } from "#ui/kit/drawing/Post.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { shell } from "#ui/words/shell.ts";

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A short page of its own: one picture, what happened, one thing to do. */
export function Notice({
  title,
  words,
  action,
  onAction,
  detail,
}: {
  title: string;
  words: string;
  action: string;
  onAction: () => void;
  detail?: string;
}) {
  return (
    <div className="shell notice">
      <main id="main" tabIndex={-1}>
        <section className="em-mid">
          <Post state="ahead" />
          <h1>{title}</h1>
          <p>{words}</p>
          <FingerButton onPress={onAction}>{action}</FingerButton>
          {detail !== undefined && <p className="small muted">{detail}</p>}
        </section>
      </main>
    </div>
  );
}

/** Shown in place of a route that threw. */
export function Broken() {
  const error = useRouteError();
  const { title, words, action, detail } = shell.broken;
  return (
    <Notice
      title={title}
      words={words}
      action={action}
      onAction={() => location.reload()}
      detail={`${detail} ${messageOf(error)}`}
    />
  );
}
