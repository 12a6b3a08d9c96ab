/** The organisation's people, as its server lists them. Asked for when the page opens and after each change; needs the network. */
import { useCallback, useEffect, useState } from "react";
import type { PeopleOverview } from "#model/wire/api.ts";
import type { OrganisationId } from "#model/id.ts";
import type { Problem } from "#model/outcome.ts";
import { peopleOf } from "#store/people.ts";
import { useAccount } from "#ui/store-context.tsx";
import { useCircle } from "#ui/use-record.ts";

/** The organisation this person looks after; undefined for those who look after none, and until this device knows. */
export function useMyOrganisation(): OrganisationId | undefined {
  const { person } = useAccount();
  return useCircle()
    .ofPerson(person)
    .find(({ role, org }) => org && (role === "coordinator" || role === "administrator"))?.org;
}

/** What has come of asking. */
export interface AskedPeople {
  readonly overview: PeopleOverview | undefined;
  /** Why it could not be asked for; the last answer stays beside it. */
  readonly problem: Problem | undefined;
  readonly reload: () => void;
}

/** Asks again whenever there is a connection once more. */
export function usePeople(org: OrganisationId | undefined): AskedPeople {
  const [overview, setOverview] = useState<PeopleOverview>();
  const [problem, setProblem] = useState<Problem>();
  const reload = useCallback(() => {
    if (!org) return;
    void peopleOf(org).then((answer) => {
      setProblem(answer.ok ? undefined : answer.problem);
      if (answer.ok) setOverview(answer.value);
    });
  }, [org]);
  useEffect(() => {
    reload();
    window.addEventListener("online", reload);
    return () => window.removeEventListener("online", reload);
  }, [reload]);
  return { overview, problem, reload };
}
