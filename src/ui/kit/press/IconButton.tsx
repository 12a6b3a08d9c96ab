/** A button that is only an icon, for staff screens and for places too small for words. */
import type { LucideIcon } from "lucide-react";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Press, type PressProps } from "./Press.tsx";

/** 48 px square; `label` is its name for those who do not see the icon. */
export function IconButton({
  icon,
  label,
  mirror = false,
  ...press
}: Omit<PressProps, "children" | "aria-label"> & { icon: LucideIcon; label: string; mirror?: boolean }) {
  return (
    <Press {...press} aria-label={label} className="icon-btn">
      <Icon of={icon} mirror={mirror} />
    </Press>
  );
}
