/** The frame of a page that learners and staff share: each sees it among their own places. */
import type { ReactNode } from "react";
import { StaffPage } from "#ui/staff-shell/StaffPage.tsx";
import { useAccount } from "#ui/store-context.tsx";
import { LearnerPage } from "./LearnerPage.tsx";

type AnyPageProps = {
  readonly name: string;
  /** Usually a PageTop. */
  readonly top: ReactNode;
  /** True where it has two sides for a wide screen. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

/** `children` is the page's main part. */
export function AnyPage({ name, top, isWide = false, children }: AnyPageProps) {
  const { learner } = useAccount();
  if (learner)
    return (
      <LearnerPage name={name} top={top} {...(isWide ? { className: "wide" } : {})}>
        {children}
      </LearnerPage>
    );
  return (
    <StaffPage name={name}>
      <div className={isWide ? "any-page wide" : "any-page"}>
        {top}
        {children}
      </div>
    </StaffPage>
  );
}
