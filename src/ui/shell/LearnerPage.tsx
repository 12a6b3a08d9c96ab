/** The frame of every page a learner sees: head, main part, and the four places under the thumb. */
import { CircleUserRound, NotebookPen, Signpost, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { PhoneShell } from "#ui/kit/shell/PhoneShell.tsx";
import { everywhere } from "#ui/words/everywhere.ts";
import { places } from "#ui/words/shell.ts";
import { usePageTitle } from "./use-page-title.ts";

const links = [
  { href: "/today", word: places.today, icon: Sun },
  { href: "/log", word: places.log, icon: NotebookPen },
  { href: "/plan", word: places.plan, icon: Signpost },
  { href: "/me", word: places.me, icon: CircleUserRound },
];

export type LearnerPageProps = {
  /** The page's name in tabs and history. */
  readonly name: string;
  /** Usually a PageTop. */
  readonly top?: ReactNode;
  /** What stands fixed above the bar. */
  readonly dock?: ReactNode;
  /** False where one thing is done from start to end, such as writing: then there is a way out in the head. */
  readonly hasBar?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A page of one column; `children` is its main part. */
export function LearnerPage({ name, top, dock, hasBar = true, className, children }: LearnerPageProps) {
  const path = useLocation().pathname;
  usePageTitle(name);
  return (
    <PhoneShell
      top={top}
      dock={dock}
      skipLabel={everywhere.skip}
      bar={hasBar ? { label: everywhere.main, links, path } : undefined}
      {...(className === undefined ? {} : { className })}
    >
      {children}
    </PhoneShell>
  );
}
