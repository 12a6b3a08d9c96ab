/**
 * A person writing on their device through the store's own records: in an editor that stays open in
 * one tab, and at once in another.
 */
import type { Id, KindName } from "#model/id.ts";
import type { Device } from "#tests/sync/world/device.ts";
import { mayDo } from "./edits.ts";
import type { Intent, Page } from "./edits.ts";
import type { Said } from "./ledger.ts";
import type { Editor } from "#store/store.ts";

/** How a write ended; `died` is the device switched off in the middle of it. */
export type WriteEnd = "saved" | "failed" | "died" | "not allowed";

interface Editing {
  readonly envelope: Page["envelope"];
  readonly editor: Editor<KindName>;
  /** What was typed and is not known to be stored. */
  unsaved: Said[];
}

/** The person at one device. */
export class Scribe {
  readonly device: Device;
  #editing: Editing | undefined;

  constructor(device: Device) {
    this.device = device;
  }

  /** The record that is open in the editor, as it stands there. */
  get openPage(): Page | undefined {
    return this.#editing && { envelope: this.#editing.envelope, value: this.#editing.editor.value() };
  }

  /** Writes something at once, in the other tab. */
  async write(intent: Intent): Promise<WriteEnd> {
    const { envelope, edit, said } = intent;
    if (!this.#offers(intent)) return "not allowed";
    const erases = said.fact?.erases;
    const ends: WriteEnd[] = [];
    await this.#working(async () => {
      const about = { learner: envelope.learner, id: envelope.id };
      const { besides } = this.device;
      const { ok } = erases ? await besides.erase([erases]) : await besides.change(envelope.id, edit, about);
      ends.push(ok ? "saved" : "failed");
    });
    const [end = "died"] = ends;
    this.#enter(
      { ...envelope, id: (erases && this.#erasureOf(erases)) ?? envelope.id },
      [said],
      end === "saved",
    );
    return end;
  }

  /** Opens the record of an intent, and writes it there. */
  async openWith(intent: Intent): Promise<WriteEnd> {
    const { envelope } = intent;
    if (!this.#offers(intent)) return "not allowed";
    await this.#working(async () => {
      const about = { learner: envelope.learner, id: envelope.id };
      const editor = await this.device.records.open(envelope.id, about);
      this.#editing = { envelope, editor, unsaved: [] };
    });
    return this.type(intent);
  }

  /** Writes something in the open editor, which stores it at once if the disk lets it. */
  async type(intent: Intent): Promise<WriteEnd> {
    const editing = this.#editing;
    if (!editing || !this.#offers(intent)) return "not allowed";
    await this.#working(async () => {
      if (editing.editor.change(intent.edit)) editing.unsaved.push(intent.said);
      return editing.editor.flush();
    });
    return this.#outcomeOf(editing);
  }

  /** Tries once more to store what is typed, as the editor itself does after a while. */
  async flush(): Promise<WriteEnd | undefined> {
    const editing = this.#editing;
    if (!editing) return undefined;
    await this.#working(() => editing.editor.flush());
    return this.#outcomeOf(editing);
  }

  /** Closes the editor, as when the person goes elsewhere. */
  async close(): Promise<void> {
    const editing = this.#editing;
    if (!editing) return;
    await this.#working(() => editing.editor.close());
    this.#outcomeOf(editing);
    this.letGo();
  }

  /** Forgets the editor, as when the device is switched off. */
  letGo(): void {
    if (this.#editing) this.#enter(this.#editing.envelope, this.#editing.unsaved, false);
    this.#editing = undefined;
  }

  /** Switches the device on again: what it was doing is gone, and what was not stored. */
  switchOn(): void {
    this.letGo();
    this.device.start();
  }

  /** The store gives an erasure its id. */
  #erasureOf(record: Id): Id | undefined {
    const rows = [...this.device.disk.rows.values()];
    return rows.findLast(({ envelope, value }) => envelope.kind === "erasure" && value["record"] === record)
      ?.id;
  }

  #outcomeOf(editing: Editing): WriteEnd {
    if (this.device.mood.isDead) return "died";
    if (editing.editor.saving().state !== "saved") return "failed";
    this.#enter(editing.envelope, editing.unsaved, true);
    editing.unsaved = [];
    return "saved";
  }

  #enter({ id, kind, learner }: Page["envelope"], said: readonly Said[], isSaved: boolean): void {
    const { owner, ledger } = this.device.parts;
    for (const each of said)
      ledger.enter({ id, kind, learner, by: owner.person, device: owner.name }, each, isSaved);
  }

  /** What a screen would offer this person to write. Words they set out to delete are no longer asked for. */
  #offers(intent: Intent): boolean {
    if (!mayDo(this.device.view(), intent)) return false;
    if (intent.deletes) this.device.parts.ledger.deleted(intent.deletes);
    return true;
  }

  #working(work: () => Promise<unknown>): Promise<void> {
    return this.device.parts.act(this.device, work);
  }
}
