/** What a comment is about, in a few words, for lists of comments about several things. */
import { kindOfId } from "#model/id.ts";
import type { Id } from "#model/id.ts";
import type { StoredRecord } from "#store/store.ts";
import { useAccount } from "#ui/store-context.tsx";
import { useRecord } from "#ui/use-record.ts";
import { sayAbout, sayAboutTarget } from "#ui/words/comment.ts";

/** The target's own words where they are known. */
export function useAboutWords({ learner, value: { about } }: StoredRecord<"comment">): string {
  const account = useAccount();
  const target = useRecord(kindOfId(about) === "target" ? (about as Id<"target">) : undefined)?.value.what;
  return target ? sayAboutTarget(target) : sayAbout(about, learner === account.learner);
}
