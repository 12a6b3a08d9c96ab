/** One part of the plan along the trail: a post, a heading, and its own way to change it in place. */
import { PenLine } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Post } from "#ui/kit/drawing/Post.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { useFocusBack } from "#ui/kit/press/use-focus-back.ts";
import { everywhere } from "#ui/words/everywhere.ts";

export type LegProps = {
  readonly id: string;
  readonly title: string;
  readonly icon: LucideIcon;
  /** The path from here to the next part; none after the last. */
  readonly path?: "walked" | "ahead";
  /** True while it is open for changing. */
  readonly isOpen?: boolean;
  /** Opens the part for changing; undefined where there is nothing to change, or while it is open. */
  readonly onChange?: (() => void) | undefined;
  readonly children: ReactNode;
};

/** `id` names it in the address, so that other pages can lead here. */
export function Leg({ id, title, icon, path, isOpen = false, onChange, children }: LegProps) {
  const opener = useFocusBack(isOpen);
  return (
    <section className="leg" id={id}>
      <Post icon={icon} state={path === "walked" ? "done" : "ahead"} />
      {path && <span className={`path-${path}`} />}
      <div className="leg-head">
        <h2>{title}</h2>
        {onChange && (
          <Button
            ref={opener}
            kind="text"
            small
            icon={PenLine}
            onPress={onChange}
            aria-label={`${everywhere.change}: ${title}`}
          >
            {everywhere.change}
          </Button>
        )}
      </div>
      {children}
    </section>
  );
}
