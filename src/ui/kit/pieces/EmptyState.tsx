/** A place with nothing in it yet: what will stand here, who makes it happen, and one action. */
import type { ReactNode } from "react";

/** `drawing` is a Post, a Trail or cairns; `action` one button. */
export function EmptyState({
  drawing,
  title,
  words,
  action,
}: {
  drawing?: ReactNode;
  title: string;
  words: string;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      {drawing}
      <h3>{title}</h3>
      <p className="muted">{words}</p>
      {action}
    </div>
  );
}
