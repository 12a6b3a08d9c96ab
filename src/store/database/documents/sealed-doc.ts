/** One record's document, sealed or opened: the same for what goes through RxDB and for what is read before it is there. */
import { sealedParts } from "./record-body.ts";
import type { RecordDoc } from "./record-body.ts";

/** Seals words, or opens them; `place` names where they stand. */
export type Turn = (place: string, words: string) => Promise<string>;

/** A record's document with its words sealed, or opened. */
export async function turnDoc<D extends RecordDoc>(doc: D, turn: Turn): Promise<D> {
  const turned = await Promise.all(
    sealedParts.map(
      async (part) => [part, doc[part] === "" ? "" : await turn(`${doc.id}/${part}`, doc[part])] as const,
    ),
  );
  return { ...doc, ...Object.fromEntries(turned) };
}
