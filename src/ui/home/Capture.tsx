/** The way into the log: one generous card, one tap. */
import { PenLine } from "lucide-react";
import { Link } from "react-aria-components";
import { Contours } from "#ui/kit/drawing/Contours.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { today } from "#ui/words/today.ts";

/** Opens a new entry, ready to be written in. */
export function Capture() {
  return (
    <section className="capture" aria-label={today.capture}>
      <Link href="/log/new" className="cap">
        <Contours place="corner" />
        <Icon of={PenLine} />
        <span>
          {today.write}
          <small>{today.writeHint}</small>
        </span>
      </Link>
    </section>
  );
}
