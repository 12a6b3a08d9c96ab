/**
 * How words are kept from whoever opens the device's files: everything a person typed passes through
 * a sealing on its way to the disk and back. Without one they are stored as they are. The parts that
 * lists are found by (id, kind, learner, times, sync marks) are never sealed.
 */
import { wrapRxStorageInstance } from "rxdb/plugins/core";
import type { RxDocumentData, RxStorage } from "rxdb/plugins/core";
import { sealedParts } from "#store/database/documents/record-body.ts";
import type { RecordDoc } from "#store/database/documents/record-body.ts";
import { turnDoc } from "#store/database/documents/sealed-doc.ts";
import type { Turn } from "#store/database/documents/sealed-doc.ts";

/** Seals words, and opens what it sealed. `place` names where they stand, so that swapped rows do not open. */
export interface Sealing {
  readonly seal: (place: string, words: string) => Promise<string>;
  readonly open: (place: string, sealed: string) => Promise<string>;
}

/** Words as they are. */
export const noSealing: Sealing = {
  seal: async (_place, words) => words,
  open: async (_place, sealed) => sealed,
};

const isRecord = (doc: object): doc is RxDocumentData<RecordDoc> => sealedParts.every((part) => part in doc);

/** A storage for RxDB whose records are sealed before they reach the one underneath. */
export function sealedStorage<I, O>(storage: RxStorage<I, O>, sealing: Sealing): RxStorage<I, O> {
  // RxDB also stores a few documents of its own, which hold no words.
  const turning =
    (turn: Turn) =>
    async <D extends object>(doc: D): Promise<D> =>
      isRecord(doc) ? turnDoc(doc, turn) : doc;
  return {
    ...storage,
    name: storage.name,
    rxdbVersion: storage.rxdbVersion,
    async createStorageInstance(params) {
      const instance = await storage.createStorageInstance(params);
      return wrapRxStorageInstance(params.schema, instance, turning(sealing.seal), turning(sealing.open));
    },
  };
}
