/** A few words about something beside it. Never pressed. */
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";

/** `moss` done and safe · `water` other people's words · `gorse` needs a look · `berry` refused or wrong · `accent` new or chosen · `solid` late, for whoever must act. */
export type ChipTone = "quiet" | "moss" | "water" | "gorse" | "berry" | "accent" | "solid";

/** A chip; the tone never says anything that the words do not say too. */
export function Chip({
  tone = "quiet",
  icon,
  children,
}: {
  tone?: ChipTone;
  icon?: LucideIcon | undefined;
  children: ReactNode;
}) {
  return (
    <span className={tone === "quiet" ? "chip" : `chip ${tone}`}>
      {icon && <Icon of={icon} small />}
      {children}
    </span>
  );
}
