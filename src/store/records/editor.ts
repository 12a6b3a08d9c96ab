/**
 * One record opened for change in this tab. Changes show at once and queue on one document; a save
 * merges that document into what is stored by one conditional write, so that other tabs and the
 * replicator lose nothing. What arrives from elsewhere is merged in while it is open. The document,
 * and with it its client id, is dropped after a failed write or when stored state was replaced.
 */
import type { Envelope } from "#model/record/envelope.ts";
import type { Id, KindName } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import type { FieldsOf, ListsOf, Value } from "#model/kinds.ts";
import { yes } from "#model/outcome.ts";
import type { Outcome, Problem } from "#model/outcome.ts";
import { sameBytes } from "#model/record/bytes.ts";
import { emptyState, mergeStates, openRecord } from "#model/record/record.ts";
import type { OpenRecord, State } from "#model/record/record.ts";
import { takes, typedRecordBytes } from "#model/record/room.ts";
import type { Row } from "#store/replicate/row.ts";
import { putAside } from "#store/replicate/put-aside.ts";
import { attempted, isPassing } from "#store/storage-failure.ts";
import type { Editor, EditOf, Saving, Unwatch } from "#store/store.ts";
import { mergeWritten } from "./merging.ts";
import type { WritingGround, Written } from "./writing.ts";

/** How long after a failed save it is tried again without being asked, in milliseconds. */
const retryMs = 3000;

/** What an editor opens. */
export interface Opening<K extends KindName> {
  readonly id: Id<K>;
  readonly kind: K;
  readonly row: Row | undefined;
  /** What to start the record with where it is not here yet; without it only a record that is here can be changed. */
  readonly envelope: Envelope | undefined;
  /** What a new record says from its beginning; saved with the first change. */
  readonly beginning?: State;
}

/** Whom an editor tells. */
interface Told {
  /** Nobody uses it any more, and nothing is left to be saved. */
  readonly onGone: () => void;
  /** Whether it holds something that is not durable. */
  readonly onUnsaved: (isUnsaved: boolean) => void;
}

/** The editor of one record, shared by everybody in this tab who opens it. */
export class RecordEditor<K extends KindName> implements Editor<K> {
  readonly id: Id<K>;
  readonly #ground: WritingGround;
  /** True once the server had it: what is gone then was erased or may not be held any more, and is not here to be shown. */
  #wasSent: boolean;
  readonly #opening: Opening<K>;
  readonly #listeners = new Set<() => void>();
  readonly #told: Told;
  #document: OpenRecord<FieldsOf<K>, ListsOf<K>>;
  /** How often the stored state had been replaced when the document was opened; undefined where nothing was stored. */
  #resets: number | undefined;
  #stored: State;
  #saving: Saving = { state: "saved" };
  /** At most what was added since `#stored`, in bytes. */
  #addedBytes = 0;
  #isDirty = false;
  #running: Promise<Outcome<true>> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #users = 0;
  #isGone = false;

  constructor(ground: WritingGround, opening: Opening<K>, told: Told) {
    this.id = opening.id;
    this.#ground = ground;
    this.#opening = opening;
    this.#told = told;
    this.#stored = opening.row?.state ?? emptyState;
    this.#resets = opening.row?.resets;
    this.#wasSent = opening.row?.stamps !== undefined;
    this.#addedBytes = opening.beginning?.length ?? 0;
    this.#document = this.#openDocument(opening.beginning ?? this.#stored);
  }

  value(): Value<K> {
    return this.#document.value();
  }

  saving(): Saving {
    return this.#saving;
  }

  watch(listener: () => void): Unwatch {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  change(edit: EditOf<K>): boolean {
    const weight = this.#document.weigh(edit);
    if (!takes(kindOf(this.#opening.kind), this.#sizeBytes(), weight)) return false;
    this.#addedBytes += weight.bytes;
    this.#document.change(edit);
    this.#changed();
    return true;
  }

  roomBytes(): number {
    return typedRecordBytes - this.#sizeBytes();
  }

  #sizeBytes(): number {
    return this.#stored.length + this.#addedBytes;
  }

  undo(): boolean {
    const done = this.#document.undo();
    if (done) this.#changed();
    return done;
  }

  redo(): boolean {
    const done = this.#document.redo();
    if (done) this.#changed();
    return done;
  }

  async flush(): Promise<Outcome<true>> {
    return this.#isDirty || this.#running ? this.#run() : yes(true);
  }

  /** Counts one more user, who closes once; false when the editor has been let go of already. */
  use(): boolean {
    if (this.#isGone) return false;
    this.#users += 1;
    return true;
  }

  /** What is not durable is jotted down at once, since its page may be gone before it is. */
  jot(): void {
    if (this.#isUnsaved()) this.#ground.jottings?.put(this.#written(this.#document.state()));
  }

  /** What was stored of it is gone without anybody having asked for that: all of it waits to be saved. */
  unsettle(): void {
    if (!sameBytes(this.#stored, emptyState) || this.#isUnsaved()) this.#changed();
  }

  async close(): Promise<void> {
    const flushed = await this.flush();
    this.#users -= 1;
    await this.#leave(flushed);
  }

  /** Lets go when nobody uses it any more. Words that only wait for a disk stay open until they are on it. */
  async #leave(flushed: Outcome<true>): Promise<void> {
    if (this.#users > 0 || this.#isGone) return;
    if (!flushed.ok && isPassing(flushed.problem)) return;
    const isNothing = flushed.ok || flushed.problem.code === "erased";
    const aside = isNothing ? yes(true) : await this.#putAside(this.#document.state(), flushed.problem);
    if (aside.ok) this.#letGo();
    else this.#retry = setTimeout(() => void this.#leave(flushed), retryMs);
  }

  /** Takes in what is stored now, as another tab or the replicator left it. */
  takeIn(row: Row): void {
    if (row.erased) return void this.#failed({ code: "erased" });
    this.#wasSent ||= row.stamps !== undefined;
    if (this.#resets !== undefined && row.resets < this.#resets) return;
    if (this.#resets !== undefined && row.resets > this.#resets) {
      // Only a save knows whether words typed here would be lost with the document.
      if (this.#isDirty || this.#running) void this.#run();
      else this.#startOver(row);
      return;
    }
    if (sameBytes(row.state, this.#stored)) return;
    this.#resets = row.resets;
    this.#stored = row.state;
    this.#document.merge(row.state);
    if (!this.#isDirty && !this.#running) this.#saving = { state: "saved" };
    this.#notify();
  }

  /** It is gone from this device, erased elsewhere or out of reach: what was saved of it is not shown any more, either. */
  takeOut(): void {
    if (!this.#wasSent || this.#isDirty || this.#running) return;
    this.#stored = emptyState;
    this.#document.close();
    this.#document = this.#openDocument(emptyState);
    this.#addedBytes = 0;
    this.#saving = { state: "failed", problem: { code: "not-found" } };
    this.#notify();
  }

  #openDocument(state: State): OpenRecord<FieldsOf<K>, ListsOf<K>> {
    const { person, surroundings } = this.#ground;
    return openRecord(kindOf(this.#opening.kind), state, { person, random: surroundings.random });
  }

  #changed(): void {
    this.#isDirty = true;
    this.#saving = { state: "saving" };
    this.#tellUnsaved();
    this.#notify();
    void this.#run();
  }

  #isUnsaved(): boolean {
    return this.#isDirty || this.#running !== undefined;
  }

  #tellUnsaved(): void {
    const isUnsaved = this.#isUnsaved();
    if (!isUnsaved) this.#ground.jottings?.drop(this.id);
    this.#told.onUnsaved(isUnsaved);
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }

  #run(): Promise<Outcome<true>> {
    clearTimeout(this.#retry);
    this.#running ??= this.#saveAll();
    return this.#running;
  }

  async #saveAll(): Promise<Outcome<true>> {
    try {
      do {
        this.#isDirty = false;
        const saved = await this.#save();
        if (!saved.ok) return this.#failed(saved.problem);
      } while (this.#isDirty);
    } finally {
      this.#running = undefined;
      this.#tellUnsaved();
    }
    this.#saving = { state: "saved" };
    this.#notify();
    if (this.#users === 0) this.#letGo();
    return yes(true);
  }

  async #save(): Promise<Outcome<true>> {
    const state = this.#document.state();
    const addedBytes = this.#addedBytes;
    const saved = await mergeWritten(this.#ground, this.#written(state));
    if (!saved.ok) return saved;
    this.#addedBytes -= addedBytes;
    const { before, row, isReplaced } = saved.value;
    if (row && isReplaced) {
      do {
        this.#isDirty = false;
        const aside = await this.#putAside(this.#document.state(), { code: "not-allowed" });
        if (!aside.ok) return aside;
      } while (this.#isDirty);
      this.#startOver(row);
    } else if (row) {
      this.#resets = row.resets;
      this.#takeStored(row);
      this.#ground.onSaved(before, row);
    }
    return yes(true);
  }

  #written(state: State): Written {
    const envelope = this.#opening.row?.envelope ?? this.#opening.envelope;
    return { id: this.id, envelope, state, resets: this.#resets };
  }

  /** Others may have written between two saves: their words came back with the stored state. */
  #takeStored(row: Row): void {
    this.#stored = row.state;
    this.#document.merge(row.state);
  }

  #failed(problem: Problem): Outcome<never> {
    // What was erased is neither tried again nor put aside, and nothing of it stays open.
    const isErased = problem.code === "erased";
    this.#isDirty = !isErased;
    const state = isErased ? emptyState : mergeStates(this.#document.state());
    this.#document.close();
    this.#document = this.#openDocument(state);
    this.#saving = { state: "failed", problem };
    if (isPassing(problem)) this.#retry = setTimeout(() => void this.#tryAgain(), retryMs);
    this.#tellUnsaved();
    this.#notify();
    return { ok: false, problem };
  }

  /** Whoever left it meanwhile did not hear what came of it. */
  async #tryAgain(): Promise<void> {
    const saved = await this.#run();
    if (!saved.ok) await this.#leave(saved);
  }

  #startOver(row: Row): void {
    this.#document.close();
    this.#document = this.#openDocument(row.state);
    this.#resets = row.resets;
    this.#stored = row.state;
    this.#addedBytes = 0;
    this.#notify();
  }

  /** Keeps words that cannot be part of the record in the refused tray, with what is there of it already. */
  #putAside(state: State, problem: Problem): Promise<Outcome<true>> {
    return attempted(async (): Promise<true> => {
      const { envelope } = this.#written(state);
      if (envelope) await putAside(this.#ground, { id: this.id, envelope, state, problem });
      return true;
    });
  }

  #letGo(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    clearTimeout(this.#retry);
    this.#document.close();
    this.#ground.jottings?.drop(this.id);
    this.#told.onUnsaved(false);
    this.#told.onGone();
  }
}
