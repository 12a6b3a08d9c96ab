/** One thing that waits to be sent, told from others by its own words. */
import { Send } from "lucide-react";
import type { WaitingThing } from "#model/views/waiting-things.ts";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { useRecord } from "#ui/use-record.ts";
import { kindWords } from "#ui/words/sync-status/sync.ts";
import { lineOf } from "./record-words.ts";

/** A line of a list. */
export function WaitingLine({ thing }: { thing: WaitingThing }) {
  const record = useRecord(thing.shown);
  const kind = kindWords[thing.kind];
  const line = record ? lineOf(record.kind, record.value) : kind;
  return (
    <li>
      <span className="thumb">
        <Icon of={Send} />
      </span>
      <span dir="auto">
        {line}
        {line !== kind && <small>{kind}</small>}
      </span>
    </li>
  );
}
