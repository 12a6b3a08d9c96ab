/** A quiet round-ended button in a page's head: listen, find, close, back. */
import { ArrowLeft, type LucideIcon } from "lucide-react";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Press, type PressProps } from "./Press.tsx";

/** With an icon and words. `back` puts the arrow that points against the writing direction. */
export function PillButton({
  icon,
  back = false,
  children,
  ...press
}: PressProps & { icon?: LucideIcon; back?: boolean }) {
  return (
    <Press {...press} className="pill-btn">
      {back && <Icon of={ArrowLeft} small mirror />}
      {icon && <Icon of={icon} small />}
      {children}
    </Press>
  );
}
