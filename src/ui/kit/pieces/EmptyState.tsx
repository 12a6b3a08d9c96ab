/** A place with nothing in it yet: what will stand here, who makes it happen, and one action. */
import type { ReactNode } from "react";

/** `drawing` is a Post, a Trail or cairns; `action` one button. */
export function EmptyState({
  drawing,
  title,
  words,
  action,
  isWholePage = false,
}: {
  drawing?: ReactNode;
  title: string;
  words: string;
  action?: ReactNode;
  /** True where the page has no other heading. */
  isWholePage?: boolean;
}) {
  const Heading = isWholePage ? "h1" : "h2";
  return (
    <div className="empty">
      {drawing}
      <Heading>{title}</Heading>
      <p className="muted">{words}</p>
      {action}
    </div>
  );
}
