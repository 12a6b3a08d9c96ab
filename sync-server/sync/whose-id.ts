/**
 * Whose an id is. One person's words lie under ids that nobody else draws. But while a server that was set back waits for
 * them, whoever has seen their id could write under it, or erase it, as if it were their own. The receipt of what comes
 * back says who wrote it and when it was first here: the first is the one. Source: RULES A23.
 */
import type { KindName } from "#model/id.ts";
import { erasable } from "#model/kinds/erasure.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import type { KeptRecord } from "#server/storage/storage.ts";
import type { Brought } from "./accept.ts";
import type { Desk } from "./desk/desk.ts";
import { erasedAs, type ErasedAs } from "./desk/erasures.ts";

/** What one person alone writes, or says of it for good, under ids that are drawn. */
const onePersons: ReadonlySet<KindName> = new Set([...erasable, "erasure"]);

/** What stands under the id of what is brought. */
export interface Standing {
  readonly current: KeptRecord | undefined;
  /** True where what stands there, or was erased there, is another record that came later. */
  readonly isOthers?: true;
}

/** What stands under the id. Problems: `erased`; `envelope-changed` when another record was there first. */
export async function standingUnder(desk: Desk, brought: Brought): Promise<Outcome<Standing>> {
  const { envelope, stamps } = brought;
  const isErased = await desk.isErased(envelope.id);
  const current = await desk.record(envelope.id);
  const isTheirs = !isErased && (!current || current.stamps.createdBy === stamps?.createdBy);
  if (!stamps || isTheirs || !onePersons.has(envelope.kind))
    return isErased ? no("erased") : yes({ current });
  const erasures = await erasedAs(desk, envelope.id);
  const isOfThis = ({ learner, author }: ErasedAs): boolean =>
    learner === envelope.learner && author === stamps.createdBy;
  if (erasures.some(isOfThis) || (isErased && erasures.length === 0)) return no("erased");
  const others = current ? [current.stamps] : erasures;
  if (others.every(({ arrivedAt }) => stamps.arrivedAt < arrivedAt))
    return yes({ current: undefined, isOthers: true });
  return no(isErased ? "erased" : "envelope-changed");
}
