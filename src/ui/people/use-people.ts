/** The organisation's people, as its server lists them. Asked for when the page opens and after each change; needs the network. */
import { useMemo } from "react";
import type { PeopleOverview } from "#model/wire/api.ts";
import type { OrganisationId } from "#model/id.ts";
import { peopleOf } from "#store/people.ts";
import { useAsked } from "#ui/staff-shell/use-asked.ts";
import type { Asked } from "#ui/staff-shell/use-asked.ts";
import { useAccount } from "#ui/store-context.tsx";
import { useCircle } from "#ui/use-record.ts";

/** The organisation this person looks after; undefined for those who look after none, and until this device knows. */
export function useMyOrganisation(): OrganisationId | undefined {
  const { person } = useAccount();
  return useCircle()
    .ofPerson(person)
    .find(({ role, org }) => org && (role === "coordinator" || role === "administrator"))?.org;
}

/** Everybody at an organisation. Problems: `not-allowed`, `offline`. */
export function usePeople(org: OrganisationId | undefined): Asked<PeopleOverview> {
  const ask = useMemo(() => org && (() => peopleOf(org)), [org]);
  return useAsked(ask);
}
