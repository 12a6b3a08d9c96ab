/**
 * Tells a learner of a safeguarding lead who was named after they had kept something as “only me”: what was
 * promised when it was written is another thing from then on. Their log is read for it once a device and
 * lead, since reading a whole log is dear. Source: RULES A17.
 */
import { useEffect } from "react";
import { homeOf } from "#model/access.ts";
import type { LearnerId } from "#model/id.ts";
import type { StoredRecord } from "#store/store.ts";
import { useAudiences } from "#ui/log/use-audience.ts";
import { useCircle, usePerson, useRecords, useRecordsOf, useSyncStatus } from "#ui/use-record.ts";
import { openedWords as words } from "#ui/words/safeguarding.ts";
import { Notice } from "./Notice.tsx";
import { useUnread } from "./use-unread.ts";

type Naming = StoredRecord<"membership">;

/** Whether something was private before an instant; undefined while that is not known. */
function useKeptBefore(learner: LearnerId, at: number): boolean | undefined {
  const entries = useRecordsOf("log-entry", learner);
  const audienceOf = useAudiences(learner);
  const { isComplete } = useSyncStatus();
  if (!entries || !audienceOf) return undefined;
  const isKept = entries.some(({ id, createdAt }) => createdAt < at && audienceOf(id) === "only-me");
  return isKept || (isComplete ? false : undefined);
}

function NewLead({ naming, learner, onRead }: { naming: Naming; learner: LearnerId; onRead: () => void }) {
  const isConcerned = useKeptBefore(learner, naming.createdAt);
  const name = usePerson(naming.value.person)?.name;
  useEffect(() => {
    if (isConcerned === false) onRead();
  });
  if (!isConcerned || name === undefined) return null;
  return (
    <Notice
      title={words.leadTitle(name)}
      lines={[words.leadWords(name), words.leadPromise]}
      onRead={onRead}
    />
  );
}

/** Shows nothing while nobody new is named. */
export function NewLeads({ learner }: { learner: LearnerId }) {
  const home = homeOf(useCircle(), learner);
  const namings = (useRecords("membership") ?? []).filter(
    ({ org, value }) => org !== undefined && org === home && value.role === "safeguarding-lead",
  );
  const { isUnread, read } = useUnread(namings.map(({ id }) => id));
  return namings
    .filter(({ id }) => isUnread(id))
    .map((naming) => (
      <NewLead key={naming.id} naming={naming} learner={learner} onRead={() => read(naming.id)} />
    ));
}
