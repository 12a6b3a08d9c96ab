/** The frame of every staff page: the places this person has, what is saved, and who is signed in. */
import { CircleUserRound, FolderInput, Shield, Users, UsersRound } from "lucide-react";
import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { StaffShell } from "#ui/kit/shell/StaffShell.tsx";
import type { NavigationLink } from "#ui/kit/shell/navigation.ts";
import { useSafeguards } from "#ui/safeguarding/use-safeguards.ts";
import { usePageTitle } from "#ui/shell/use-page-title.ts";
import { useAccount } from "#ui/store-context.tsx";
import { SavedLine } from "#ui/sync-status/SavedLine.tsx";
import { usePerson } from "#ui/use-record.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { leadRole, staffPlaces, staffRoles } from "#ui/words/staff/shell.ts";
import { useLearnersPlace } from "./use-learners-place.ts";

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
  const { hasCaseload, hasPeople } = useLearnersPlace();
  const { isLead, isLeadAlone } = useSafeguards();
  const safeguarding = { href: "/safeguarding", word: staffPlaces.safeguarding, icon: Shield };
  const caseload = { href: "/caseload", word: staffPlaces.caseload, icon: Users };
  return [
    ...(hasPeople ? [{ href: "/people", word: staffPlaces.people, icon: UsersRound }] : []),
    ...(hasCaseload && !isLeadAlone ? [caseload] : []),
    ...(isLead ? [safeguarding] : []),
    ...(hasPeople ? [{ href: "/roster", word: staffPlaces.roster, icon: FolderInput }] : []),
    { href: "/me", word: staffPlaces.me, icon: CircleUserRound },
  ];
}

/** What is saved here, and who is signed in. */
export function StaffFoot() {
  const { person, name, home } = useAccount();
  const { isLeadAlone } = useSafeguards();
  const me = usePerson(person);
  return (
    <>
      <SavedLine />
      <div className="p">
        <Avatar name={name} drawn={me?.picture} />
        <span className="p-name">
          {name}
          <br />
          <span className="muted">{isLeadAlone ? leadRole : staffRoles[home]}</span>
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
      label={everywhere.main}
      productName={everywhere.product}
      skipLabel={everywhere.skip}
      links={useStaffPlaces()}
      path={place ?? pathname}
      foot={<StaffFoot />}
      className={className}
    >
      {children}
    </StaffShell>
  );
}
