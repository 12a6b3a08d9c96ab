/** The plain button of every screen, and links that look like it. */
import type { LucideIcon } from "lucide-react";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Press, type PressProps } from "./Press.tsx";

/** `main`: the screen's action. `plain`: beside it. `text`: in running rows. `danger`: what cannot be undone. */
export type ButtonKind = "main" | "plain" | "text" | "danger";

/** How a button looks, and what it does. */
export type ButtonProps = PressProps & {
  readonly kind?: ButtonKind;
  /** 48 px instead of 52. */
  readonly small?: boolean;
  /** As wide as what it stands in. */
  readonly wide?: boolean;
  readonly icon?: LucideIcon;
};

/** A button, or with `href` a link, with words and perhaps an icon before them. */
export function Button({
  kind = "plain",
  small = false,
  wide = false,
  icon,
  children,
  ...press
}: ButtonProps) {
  const names = ["btn", `btn-${kind}`, small && "btn-small", wide && "btn-wide"].filter(Boolean).join(" ");
  return (
    <Press {...press} className={names}>
      {icon && <Icon of={icon} small />}
      {children}
    </Press>
  );
}
