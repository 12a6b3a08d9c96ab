/**
 * Erasing for good, on this device at once: nothing of the words stays in the record, beside it or in the refused tray.
 * Word of it waits to be sent like anything else that is written. What is left of a record until the server has erased
 * it too, no screen sees; it stands in the way of anything that would bring the words back. Source: RULES A18.
 */
import type { Id, LearnerId } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import { erasable } from "#model/kinds/erasure.ts";
import type { Commentable } from "#model/kinds/comment.ts";
import { no, yes } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import { createState, emptyState } from "#model/record/record.ts";
import type { State } from "#model/record/record.ts";
import { erased, knownEnvelope } from "#store/replicate/row-rules.ts";
import type { Row } from "#store/replicate/row.ts";
import { attempted } from "#store/storage-failure.ts";
import type { EditOf } from "#store/store.ts";
import { editedRow, newEnvelope, newId } from "./writing.ts";
import type { WritingGround } from "./writing.ts";

/**
 * Erases these records. Problems: `not-allowed`, `not-found`: then none is; and those of the disk: then what was written down
 * to be sent is erased with the server's answer.
 */
export async function eraseRecords(ground: WritingGround, ids: readonly Id[]): Promise<Outcome<true>> {
  const { storage } = ground;
  const tried = await attempted(() => storage.read(ids));
  if (!tried.ok) return tried;
  const erasures = new Map<Id, Row>();
  for (const id of new Set(ids)) {
    const erasure = erasureOf(ground, tried.value.get(id));
    if (!erasure.ok) return erasure;
    erasures.set(erasure.value.id, erasure.value);
  }
  const done = await attempted(async (): Promise<true> => {
    // First what is sent: should the disk fail now, the words go with the server's answer, and are never gone here alone.
    await storage.rewrite([...erasures.keys()], (_none, id) => erasures.get(id) ?? "leave");
    await storage.rewrite(ids, (row) => (row ? erased(row, bareState(ground, row)) : "leave"));
    for (const id of ids) await storage.dropRefused(id);
    return true;
  });
  if (done.ok) for (const erasure of erasures.values()) ground.onSaved(undefined, erasure);
  return done;
}

/** The row of a new erasure of this record. */
function erasureOf(ground: WritingGround, row: Row | undefined): Outcome<Row> {
  if (!row || row.erased) return no("not-found");
  const { createdBy: author = ground.person, learner, kind } = knownEnvelope(row);
  if (!learner || !erasable.some((one) => one === kind)) return no("not-allowed");
  const edited = newErasure(ground, { learner, record: row.id as Erasable, author });
  if (!edited.ok) return edited;
  return edited.value === "leave" ? no("not-found") : yes(edited.value);
}

type Erasable = Id<(typeof erasable)[number]>;

function newErasure(
  ground: WritingGround,
  { learner, record, author }: { learner: LearnerId; record: Erasable; author: WritingGround["person"] },
): Outcome<Row | "leave"> {
  const what = { kind: "erasure", about: { learner } } as const;
  const edit: EditOf<"erasure"> = (draft) => {
    draft.set("record", record);
    draft.set("author", author);
  };
  const id = newId(ground, { ...what, edit });
  return editedRow(ground, undefined, { ...what, envelope: newEnvelope(ground, { ...what, id }), edit });
}

/** A state without a word: only what a comment is about, which decides whether the server takes it. */
function bareState({ person, surroundings }: WritingGround, { envelope: { kind }, value }: Row): State {
  if (kind !== "comment") return emptyState;
  const about = value["about"] as Commentable | undefined;
  const writer = { person, random: surroundings.random };
  return createState(kindOf("comment"), (draft) => draft.set("about", about), writer);
}
