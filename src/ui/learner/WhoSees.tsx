/** Everybody who sees a learner's record, by name and by what they are to them. */
import { AvatarStack } from "#ui/kit/pieces/AvatarStack.tsx";
import { useAccount } from "#ui/store-context.tsx";
import { useRecords } from "#ui/use-record.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { learnerWords, seesAs } from "#ui/words/staff/learner.ts";
import { seersOf } from "./seers.ts";
import type { KnownLearner } from "./use-learner.ts";

/** Those this device does not know by name are left out of the names, never of the count. */
export function WhoSees({ known }: { known: KnownLearner }) {
  const account = useAccount();
  const people = useRecords("person") ?? [];
  const organisations = useRecords("organisation") ?? [];
  const seers = seersOf(known.circle, known.learner).map((seer) => {
    const who = people.find(({ id }) => id === seer.person)?.value;
    const isMe = seer.person === account.person;
    const name = who?.name ?? (isMe ? account.name : everywhere.someone);
    const at = seer.at && organisations.find(({ id }) => id === seer.at)?.value.name;
    return {
      id: seer.person,
      name,
      drawn: who?.picture,
      said: isMe ? everywhere.you : name,
      as: at ?? seesAs[seer.role],
    };
  });
  return (
    <div className="card ln-c see">
      <h3>{learnerWords.whoSees(known.firstName)}</h3>
      <p className="stack-l">
        <AvatarStack people={seers} />
        <span className="small muted">{seers.map(({ said, as }) => `${said} (${as})`).join(", ")}</span>
      </p>
    </div>
  );
}
