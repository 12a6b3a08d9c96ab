/** Whether the person signed in is a safeguarding lead, and whether they are here as that alone. */
import { useAccount } from "#ui/store-context.tsx";
import { useCircle } from "#ui/use-record.ts";

/** What they are. */
export interface Safeguards {
  readonly isLead: boolean;
  /** True for somebody without learners of their own and without anything else to look after. */
  readonly isLeadAlone: boolean;
}

/** As this device knows; the server decides at each opening. */
export function useSafeguards(): Safeguards {
  const { person, start } = useAccount();
  const isNamed = useCircle()
    .ofPerson(person)
    .some(({ role }) => role === "safeguarding-lead");
  const isLeadAlone = start === "safeguarding";
  return { isLead: isNamed || isLeadAlone, isLeadAlone };
}
