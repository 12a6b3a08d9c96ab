/** One device: the real replicator over a disk that outlives restarts, and a storage and a network that fail. */
import { mayWrite } from "#model/access.ts";
import type { Write } from "#model/access.ts";
import type { RowStorage, Transport } from "#store/ports.ts";
import { createRecords } from "#store/records/records.ts";
import type { WritingGround } from "#store/records/writing.ts";
import type { Records } from "#store/store.ts";
import { watchedStorage } from "#store/storage-failure.ts";
import type { Ground, RoundResult } from "#store/replicate/replicating.ts";
import { createReplicator } from "#store/replicate/replicator.ts";
import type { Replicator } from "#store/replicate/replicator.ts";
import { createMemoryDisk, createMemoryRows } from "#tests/support/memory-rows.ts";
import type { MemoryDisk } from "#tests/support/memory-rows.ts";
import type { Chance } from "./chance.ts";
import type { View } from "#tests/sync/writing/edits.ts";
import { failingRows, goodMood } from "./failing-rows.ts";
import type { StorageMood } from "./failing-rows.ts";
import type { Ledger } from "#tests/sync/writing/ledger.ts";
import { createLiveRows } from "./live.ts";
import type { LiveRows } from "./live.ts";
import { TabGate } from "./tab-gate.ts";
import type { DeviceOwner } from "#tests/sync/writing/people.ts";
import { circleIn } from "#tests/sync/writing/truth.ts";

/** What may be put between a device and what it stands on. A planted bug is one of these. */
export interface Variation {
  readonly storage?: (storage: RowStorage, device: string) => RowStorage;
  /** Between everything on a device and its storage: the tabs' own writing, too. */
  readonly disk?: (storage: RowStorage, device: string) => RowStorage;
  readonly transport?: (transport: Transport, device: string) => Transport;
  /** Where the Yjs client ids of a device's writing come from. */
  readonly clientIds?: (device: string) => () => number;
}

/** What a device's asking depends on, looked at anew for each request. */
export interface Line {
  readonly isOnline: () => boolean;
  /** True once the process that asked is gone: it hears nothing any more. */
  readonly isDead: () => boolean;
}

/** What a device is made of, and whom it tells. */
export interface DeviceParts {
  readonly owner: DeviceOwner;
  /** How it reaches the server; called anew each time it is switched on. */
  readonly connect: (line: Line) => Transport;
  /** Does what a person does on it, as far as it goes before they do something else. */
  readonly act: (device: Device, work: () => Promise<unknown>) => Promise<void>;
  readonly ledger: Ledger;
  readonly chance: Chance;
  /** The true time. */
  readonly now: () => number;
  readonly variation: Variation;
  readonly onTrouble: StorageMood["onTrouble"];
  /** A round with the server begins. */
  readonly onBegin?: (tab: TabNumber) => void;
  readonly onRound: (result: RoundResult, tab: TabNumber) => void;
}

/** Lets everything go on that waits for nothing but a device's own storage. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

interface Tab {
  readonly records: Records;
  readonly live: LiveRows;
  readonly replicator: Replicator;
  readonly gate: TabGate;
  /** True while a round of its own with the server is under way. */
  isBusy: boolean;
}

/** Which of the two tabs. */
export type TabNumber = 0 | 1;

/** A device in use. */
export class Device {
  readonly parts: DeviceParts;
  /** What outlives restarts. */
  readonly disk: MemoryDisk = createMemoryDisk();
  isOnline = true;
  /** How wrong its clock is, in milliseconds. */
  clockOffset = 0;
  /** How often it was switched on. */
  starts = 0;
  #mood!: StorageMood;
  #tabs!: [Tab, Tab];
  #openTab!: () => Tab;
  #off!: PromiseWithResolvers<void>;

  constructor(parts: DeviceParts) {
    this.parts = parts;
    this.disk.marks = { ...this.disk.marks, opened: parts.owner.opened };
    this.start();
  }

  get name(): string {
    return this.parts.owner.name;
  }

  /** True while a round with the server is under way in any tab. */
  get isBusy(): boolean {
    return this.#tabs.some(({ isBusy }) => isBusy);
  }

  /** True while a round is under way in a tab that does not stand still. */
  get isMoving(): boolean {
    return this.#tabs.some(({ isBusy, gate }) => isBusy && !gate.isFrozen);
  }

  /** Whether one tab has a round under way. */
  isBusyIn(tab: TabNumber): boolean {
    return this.#tabs[tab].isBusy;
  }

  /** Resolves when the device dies or is switched off. */
  get off(): Promise<void> {
    return this.#off.promise;
  }

  /** How its storage feels. */
  get mood(): StorageMood {
    return this.#mood;
  }

  /** The records in the tab where an editor stays open. */
  get records(): Records {
    return this.#tabs[0].records;
  }

  /** The records in another tab. */
  get besides(): Records {
    return this.#tabs[1].records;
  }

  /** Lets the tabs hear what changed under them. */
  tell(): void {
    for (const { live } of this.#tabs) live.tell();
  }

  /** Switches it on, or off and on again: only the disk stays. */
  start(): void {
    const { owner, connect, chance, variation, onTrouble } = this.parts;
    if (this.#mood) this.#mood.isDead = true;
    this.#off?.resolve();
    const off = Promise.withResolvers<void>();
    const mood = goodMood((trouble) => {
      onTrouble(trouble);
      if (trouble === "died") off.resolve();
    });
    this.#off = off;
    this.#mood = mood;
    const failing = failingRows(createMemoryRows(this.disk), mood, chance);
    const storage = variation.disk?.(failing, owner.name) ?? failing;
    const transport = connect({ isOnline: () => this.isOnline, isDead: () => mood.isDead });
    const may = (write: Write) => mayWrite(this.view().circle, owner.person, write);
    const surroundings = { now: () => this.now(), random: chance.random };
    const writing: WritingGround = {
      storage: watchedStorage(storage),
      surroundings,
      person: owner.person,
      may,
      onSaved: () => undefined,
    };
    const sending: Ground = {
      storage: variation.storage?.(storage, owner.name) ?? storage,
      transport: variation.transport?.(transport, owner.name) ?? transport,
      surroundings,
      may,
    };
    const openTab = (): Tab => {
      const live = createLiveRows(this.disk);
      const gate = new TabGate();
      const { storage: rows, transport: way } = sending;
      return {
        records: createRecords(writing, live),
        live,
        replicator: createReplicator({
          ...sending,
          storage: gate.storage(rows),
          transport: gate.transport(way),
        }),
        gate,
        isBusy: false,
      };
    };
    this.#openTab = openTab;
    this.#tabs = [openTab(), openTab()];
    this.starts += 1;
  }

  /** The time as this device has it. */
  now(): number {
    return Math.max(0, this.parts.now() + this.clockOffset);
  }

  /** Starts a round with the server; it goes on as the network lets it. */
  startRound(): void {
    void this.round(0);
  }

  /** Goes through a round with the server in one of the tabs; never ends when the device is switched off meanwhile. */
  async round(number: TabNumber): Promise<void> {
    const tab = this.#tabs[number];
    tab.isBusy = true;
    this.parts.onBegin?.(number);
    const result = await Promise.race([tab.replicator.round(), tab.gate.gone]);
    if (!result || tab !== this.#tabs[number]) return;
    tab.isBusy = false;
    this.parts.onRound(result, number);
  }

  /** A tab dies in the middle of whatever it does; another is opened in its place. Its editors must have been let go. */
  replaceTab(number: TabNumber): void {
    this.#tabs[number].gate.kill();
    this.#tabs[number] = this.#openTab();
  }

  /** A tab stands still, as one that is not seen may, until it is thawed. */
  freezeTab(number: TabNumber): void {
    this.#tabs[number].gate.freeze();
  }

  /** Tabs that stand still go on. */
  thaw(): void {
    for (const { gate } of this.#tabs) gate.thaw();
  }

  /** What its person has before them. */
  view(): View {
    const { owner, chance, ledger } = this.parts;
    const { rows } = this.disk;
    return { person: owner.person, rows, circle: circleIn(rows.values()), now: this.now(), chance, ledger };
  }
}
