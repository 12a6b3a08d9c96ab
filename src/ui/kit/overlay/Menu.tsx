/** A few things one can do with what is beside it. */
import type { LucideIcon } from "lucide-react";
import type { ReactElement } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Icon } from "#ui/kit/pieces/Icon.tsx";

/** One thing to do. With `href` it is a link. */
export type MenuAction = {
  readonly id: string;
  readonly words: string;
  readonly icon?: LucideIcon;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly href?: string;
  readonly onAction?: () => void;
};

/** `children` is the one button that opens it: a Button, PillButton or IconButton of this kit. */
export function Menu({
  label,
  actions,
  children,
}: {
  label: string;
  actions: readonly MenuAction[];
  children: ReactElement;
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="menu-pop" placement="bottom end">
        <AriaMenu className="menu" aria-label={label}>
          {actions.map(({ id, words, icon, isDanger = false, ...action }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={words}
              className={isDanger ? "menu-item danger" : "menu-item"}
              {...action}
            >
              {icon && <Icon of={icon} />}
              {words}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
