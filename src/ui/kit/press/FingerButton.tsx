/** The finger sign: the one next step of a screen. A screen has one or none. */
import { Press, type PressProps } from "./Press.tsx";

/** A button, or with `href` a link, shaped like a signpost's arm; points the way the writing runs. */
export function FingerButton({ wide = false, children, ...press }: PressProps & { wide?: boolean }) {
  return (
    <Press {...press} className={wide ? "btn finger btn-wide" : "btn finger"}>
      {children}
    </Press>
  );
}
