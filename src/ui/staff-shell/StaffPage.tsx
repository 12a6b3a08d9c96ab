/** The frame of every staff page: the places this person has, what is saved, and who is signed in. */
import { CircleUserRound, FolderInput, Users, UsersRound } from "lucide-react";
import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { learnersOf } from "#model/views/caseload.ts";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { StaffShell } from "#ui/kit/shell/StaffShell.tsx";
import type { NavigationLink } from "#ui/kit/shell/navigation.ts";
import { usePageTitle } from "#ui/shell/use-page-title.ts";
import { useAccount } from "#ui/store-context.tsx";
import { SavedLine } from "#ui/sync-status/SavedLine.tsx";
import { useCircle, usePerson } from "#ui/use-record.ts";
import { common } from "#ui/words/common.ts";
import { staffPlaces, staffRoles } from "#ui/words/staff-shell.ts";

export type StaffPageProps = {
  /** The page's name in tabs and history. */
  readonly name: string;
  /** `case` for tables, `ln` for a person's page. */
  readonly className?: string;
  /** The address whose place is marked, where the page itself is no place. */
  readonly place?: string;
  readonly children: ReactNode;
};

/** The places a person has: whom they work with, then what they look after, then themselves. */
function useStaffPlaces(): readonly NavigationLink[] {
  const { person, home } = useAccount();
  const hasLearners = learnersOf(useCircle(), person).length > 0;
  const looksAfter = home === "coordinator" || home === "administrator";
  const caseload = { href: "/caseload", word: staffPlaces.caseload, icon: Users };
  return [
    ...(looksAfter ? [{ href: "/people", word: staffPlaces.people, icon: UsersRound }] : []),
    ...(hasLearners || !looksAfter ? [caseload] : []),
    ...(looksAfter ? [{ href: "/roster", word: staffPlaces.roster, icon: FolderInput }] : []),
    { href: "/me", word: staffPlaces.me, icon: CircleUserRound },
  ];
}

/** What is saved here, and who is signed in. */
export function StaffFoot() {
  const { person, name, home } = useAccount();
  const me = usePerson(person);
  return (
    <>
      <SavedLine />
      <div className="p">
        <Avatar name={name} drawn={me?.picture} />
        <span>
          {name}
          <br />
          <span className="muted">{staffRoles[home]}</span>
        </span>
      </div>
    </>
  );
}

/** A staff page; `children` is its main part. */
export function StaffPage({ name, className = "ln", place, children }: StaffPageProps) {
  const { pathname } = useLocation();
  usePageTitle(name);
  return (
    <StaffShell
      label={common.main}
      productName={common.product}
      skipLabel={common.skip}
      links={useStaffPlaces()}
      path={place ?? pathname}
      foot={<StaffFoot />}
      className={className}
    >
      {children}
    </StaffShell>
  );
}
