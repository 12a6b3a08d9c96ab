/** The line that says what is saved, what waits and what was refused, in that order; only the refused part is berry. */
import { ChevronRight, CircleAlert, type LucideIcon } from "lucide-react";
import { Link } from "react-aria-components";
import { Icon } from "./Icon.tsx";

type StatusLineProps = {
  /** The device, or what happened. */
  readonly icon: LucideIcon;
  /** "Saved on this phone" */
  readonly title: string;
  /** "3 entries waiting", "All sent 10:42" */
  readonly note?: string | undefined;
  /** "1 not sent" */
  readonly refused?: string | undefined;
  /** Where the whole story is told. Without it the line is only text. */
  readonly href?: string | undefined;
};

/** Holds the second line's place, so that what it says next moves nothing. */
const noNews = "\u00A0";

function StatusWords({ title, note, refused }: Pick<StatusLineProps, "title" | "note" | "refused">) {
  return (
    <span>
      <b>{title}</b>
      <br />
      {note ?? (refused === undefined && noNews)}
      {note !== undefined && refused !== undefined && " · "}
      {refused !== undefined && (
        <span className="not-sent">
          <Icon of={CircleAlert} />
          {refused}
        </span>
      )}
    </span>
  );
}

/** One quiet line in a page's head or side bar. Never an error colour for being offline. */
export function StatusLine({ icon, href, ...words }: StatusLineProps) {
  const inside = (
    <>
      <Icon of={icon} small />
      <StatusWords {...words} />
    </>
  );
  if (href === undefined) return <p className="saved two">{inside}</p>;
  return (
    <Link href={href} className="saved two">
      {inside}
      <Icon of={ChevronRight} small mirror />
    </Link>
  );
}
