/**
 * One pressed thing: a link where it leads somewhere, a button where it does something. The visible kinds
 * (Button, FingerButton, PillButton, IconButton) only dress it.
 */
import type { ReactNode, Ref } from "react";
import { Button, type ButtonProps, Link } from "react-aria-components";

type PressEvents = Pick<
  ButtonProps,
  "onPress" | "isDisabled" | "aria-label" | "aria-describedby" | "autoFocus" | "id" | "slot"
>;

/** What every pressed thing takes. With `href` it is a real link, routed by React Aria's RouterProvider. */
export type PressProps = PressEvents & {
  readonly href?: string | undefined;
  readonly type?: "button" | "submit" | "reset";
  readonly isPressed?: boolean | undefined;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLElement>;
};

/** A link or a button with the given class names. `isPressed` makes a button one that stays pressed. */
export function Press({
  href,
  type,
  isPressed,
  className,
  ref,
  children,
  ...events
}: PressProps & { className: string }) {
  if (href !== undefined) {
    return (
      <Link
        {...events}
        href={href}
        className={className}
        {...(ref ? { ref: ref as Ref<HTMLAnchorElement> } : {})}
      >
        {children}
      </Link>
    );
  }
  return (
    <Button
      {...events}
      {...(type ? { type } : {})}
      {...(isPressed === undefined ? {} : { "aria-pressed": isPressed })}
      className={className}
      {...(ref ? { ref: ref as Ref<HTMLButtonElement> } : {})}
    >
      {children}
    </Button>
  );
}
