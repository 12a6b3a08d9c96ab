/** One device: the real replicator over a disk that outlives restarts, and a storage and a network that fail. */
import { mayWrite } from "#model/access.ts";
import type { Write } from "#model/access.ts";
import type { RowStorage, Transport } from "#store/ports.ts";
import { createRecords } from "#store/records/records.ts";
import type { WritingGround } from "#store/records/writing.ts";
import type { Records } from "#store/store.ts";
import { watchedStorage } from "#store/storage-failure.ts";
import type { RoundResult } from "#store/replicating.ts";
import { createReplicator } from "#store/replicator.ts";
import type { Replicator } from "#store/replicator.ts";
import { createMemoryDisk, createMemoryRows } from "#tests/support/memory-rows.ts";
import type { MemoryDisk } from "#tests/support/memory-rows.ts";
import type { Chance } from "./chance.ts";
import type { View } from "#tests/sync/writing/edits.ts";
import { failingRows, goodMood } from "./failing-rows.ts";
import type { StorageMood } from "./failing-rows.ts";
import type { Ledger } from "#tests/sync/writing/ledger.ts";
import { createLiveRows } from "./live.ts";
import type { LiveRows } from "./live.ts";
import type { Network } from "./network.ts";
import type { DeviceOwner } from "#tests/sync/writing/people.ts";
import { createTransport } from "./transport.ts";
import { circleIn } from "#tests/sync/writing/truth.ts";

/** What may be put between a device and what it stands on. A planted bug is one of these. */
export interface Variation {
  readonly storage?: (storage: RowStorage) => RowStorage;
  readonly transport?: (transport: Transport) => Transport;
  /** Where the Yjs client ids of a device's writing come from. */
  readonly clientIds?: (device: string) => () => number;
}

/** What a device is made of, and whom it tells. */
export interface DeviceParts {
  readonly owner: DeviceOwner;
  readonly network: Network;
  readonly ledger: Ledger;
  readonly chance: Chance;
  /** The true time. */
  readonly now: () => number;
  readonly variation: Variation;
  readonly onTrouble: StorageMood["onTrouble"];
  readonly onRound: (result: RoundResult) => void;
}

/** Lets everything go on that waits for nothing but a device's own storage. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

interface Tab {
  readonly records: Records;
  readonly live: LiveRows;
}

function openTab(disk: MemoryDisk, writing: WritingGround): Tab {
  const live = createLiveRows(disk);
  return { records: createRecords(writing, live), live };
}

/** A device in use. */
export class Device {
  readonly parts: DeviceParts;
  /** What outlives restarts. */
  readonly disk: MemoryDisk = createMemoryDisk();
  isOnline = true;
  /** True while a round with the server is under way. */
  isBusy = false;
  /** How wrong its clock is, in milliseconds. */
  clockOffset = 0;
  /** How often it was switched on. */
  starts = 0;
  #mood!: StorageMood;
  #replicator!: Replicator;
  #tabs!: readonly [Tab, Tab];

  constructor(parts: DeviceParts) {
    this.parts = parts;
    this.disk.marks = { ...this.disk.marks, opened: parts.owner.opened };
    this.start();
  }

  get name(): string {
    return this.parts.owner.name;
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
    const { owner, network, chance, variation, onTrouble } = this.parts;
    if (this.#mood) this.#mood.isDead = true;
    const mood = goodMood(onTrouble);
    const storage = failingRows(createMemoryRows(this.disk), mood, chance);
    const transport = createTransport({
      from: owner.name,
      network,
      isOnline: () => this.isOnline,
      isDead: () => mood.isDead,
    });
    this.#mood = mood;
    const may = (write: Write) => mayWrite(this.view().circle, owner.person, write);
    const surroundings = { now: () => this.now(), random: chance.random };
    const writing = {
      storage: watchedStorage(storage),
      surroundings,
      person: owner.person,
      may,
      onSaved: () => undefined,
    };
    this.#tabs = [openTab(this.disk, writing), openTab(this.disk, writing)];
    this.#replicator = createReplicator({
      storage: variation.storage?.(storage) ?? storage,
      transport: variation.transport?.(transport) ?? transport,
      surroundings,
      may,
    });
    this.isBusy = false;
    this.starts += 1;
  }

  /** The time as this device has it. */
  now(): number {
    return Math.max(0, this.parts.now() + this.clockOffset);
  }

  /** Starts a round with the server; it goes on as the network lets it. */
  startRound(): void {
    const start = this.starts;
    this.isBusy = true;
    void this.#replicator.round().then((result) => {
      if (start !== this.starts) return;
      this.isBusy = false;
      this.parts.onRound(result);
    });
  }

  /** What its person has before them. */
  view(): View {
    const { owner, chance, ledger } = this.parts;
    const { rows } = this.disk;
    return { person: owner.person, rows, circle: circleIn(rows.values()), now: this.now(), chance, ledger };
  }
}
