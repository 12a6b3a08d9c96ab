/**
 * Who opened private entries. The name is kept as it was; an opening that came back without its words, after the
 * server was put back to an older copy, is known by its person alone. Source: RULES A14, S15.
 */
import type { StoredRecord } from "#store/store.ts";
import { usePerson } from "#ui/use-record.ts";
import { everywhere } from "#ui/words/everywhere.ts";

/** The name to show; “somebody” where it is not known here. */
export function useOpener({ createdBy, value }: StoredRecord<"private-opened">): string {
  const person = usePerson(value.name === undefined ? createdBy : undefined);
  return value.name ?? person?.name ?? everywhere.someone;
}
