/** The frame of a page that learners and staff share: each sees it among their own places. */
import type { ReactNode } from "react";
import { StaffPage } from "#ui/staff-shell/StaffPage.tsx";
import { useAccount } from "#ui/store-context.tsx";
import { LearnerPage } from "./LearnerPage.tsx";

type AnyPageProps = {
  readonly name: string;
  /** Usually a PageTop. */
  readonly top: ReactNode;
  readonly children: ReactNode;
};

/** `children` is the page's main part. */
export function AnyPage({ name, top, children }: AnyPageProps) {
  const { learner } = useAccount();
  if (learner)
    return (
      <LearnerPage name={name} top={top}>
        {children}
      </LearnerPage>
    );
  return (
    <StaffPage name={name}>
      <div className="any-page">
        {top}
        {children}
      </div>
    </StaffPage>
  );
}
