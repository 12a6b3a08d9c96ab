/**
 * A server for tests of one device: one scope, the protocol's answers, and ways to go wrong. It
 * merges, numbers and erases as the real one does, and checks nothing but whether it knows what is to be erased.
 */
import type { Scope } from "#model/access.ts";
import { addToDigest, digestOf, hashOf } from "#model/record/bytes.ts";
import type { Envelope } from "#model/record/envelope.ts";
import type { Id } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import { no, yes } from "#model/outcome.ts";
import type { Outcome, Problem } from "#model/outcome.ts";
import type { HeldRecord, Highest, Message, MessageName } from "#model/wire/protocol.ts";
import { emptyState, mergeStates, project } from "#model/record/record.ts";
import type { State } from "#model/record/record.ts";
import type { Exchanges, Transport } from "#store/ports.ts";
import { heldBy, maisieOwn } from "./rows.ts";

interface Held {
  readonly record: HeldRecord;
  readonly position: number;
  readonly change?: "left" | "erased";
}

/** What an erasure erases. */
const recordOf = (state: State): Id => project(kindOf("erasure"), state).record as Id;

/** A server that holds the records of one scope. */
export class ToyServer implements Transport {
  epoch = "epoch-1";
  pageSize = 2;
  scope: Scope = maisieOwn;
  readonly held = new Map<Id, Held>();
  readonly tray = new Map<Id, State>();
  /** The names of the messages that came, in order. */
  readonly asked: MessageName[] = [];
  forget: Scope[] = [];
  /** Whether it takes nothing back. */
  refusesBack = false;
  /** Whether its tray takes nothing. */
  takesNothing = false;
  /** What a record is refused for. */
  refuses: (id: Id) => Problem | undefined = () => undefined;
  /** Called before a message is answered; an outcome it returns is the answer. */
  before: (name: MessageName, message: unknown) => Promise<Outcome<never> | undefined> = async () =>
    undefined;
  /** Called when a message has been dealt with and before the answer leaves. */
  after: (name: MessageName) => Promise<Outcome<never> | undefined> = async () => undefined;
  #position = 0;

  /** Stores a record as if another device had sent it. */
  keep(envelope: Envelope, state: State): HeldRecord {
    const before = this.held.get(envelope.id)?.record;
    const merged = mergeStates(before?.state ?? emptyState, state);
    if (before?.hash === hashOf(merged)) return before;
    this.#position += 1;
    const record = heldBy({ envelope, state: merged }, this.#position);
    this.held.set(envelope.id, { record, position: this.#position });
    return record;
  }

  /** Takes a record out of the scope, or erases it. */
  end(id: Id, change: "left" | "erased"): void {
    const held = this.held.get(id);
    if (!held) throw new Error(`not held: ${id}`);
    this.#position += 1;
    this.held.set(id, { ...held, change, position: this.#position });
  }

  /** Has other words in a record than it said, as after a copy was put in its place without a word. */
  loseWords(id: Id, state: State): void {
    const held = this.held.get(id);
    if (held) this.held.set(id, { ...held, record: heldBy({ ...held.record, state }, held.position) });
  }

  /** Becomes a server that was restored from a backup in which these records were missing. */
  restoreWithout(ids: readonly Id[]): void {
    this.epoch += "'";
    this.#position = 0;
    const left = [...this.held.values()].filter(({ record }) => !ids.includes(record.envelope.id));
    this.held.clear();
    for (const { record } of left) this.keep(record.envelope, record.state);
  }

  async ask<N extends keyof Exchanges & MessageName>(
    name: N,
    message: Message<N>,
  ): Promise<Outcome<Message<Exchanges[N]>>> {
    this.asked.push(name);
    const failed = await this.before(name, message);
    if (failed) return failed;
    if (message.epoch !== null && message.epoch !== this.epoch) return no("epoch-changed", this.epoch);
    const given = this.#answers[name](message as never);
    const header = { epoch: this.epoch, serverTime: 1000 + this.#position, highest: this.#highest() };
    const answer = { ...header, ...given };
    return (await this.after(name)) ?? yes(answer as unknown as Message<Exchanges[N]>);
  }

  readonly #highest = (): Highest => ({
    position: this.#position,
    mark: `mark ${this.#position}`,
    proof: "proof",
  });

  readonly #answers = {
    push: ({ records }: Message<"push">) => ({
      answers: records.map(({ envelope, state, rev }) => {
        const refused = this.refuses(envelope.id) ?? this.#isPast({ envelope, state });
        if (refused) return { id: envelope.id, rev, refused };
        const { hash, stamps, receipt } = this.keep(envelope, state);
        if (envelope.kind === "erasure") this.end(recordOf(state), "erased");
        return { id: envelope.id, rev, kept: { hash, stamps, receipt } };
      }),
    }),
    pull: ({ positions }: Message<"pull">) => this.#page(positions[this.scope] ?? 0),
    audit: ({ scopes }: Message<"audit">) => ({ differ: this.#differing(scopes[this.scope]) }),
    offer: ({ held }: Message<"offer">) => ({
      ids: held.filter(({ id, hash }) => this.held.get(id)?.record.hash !== hash).map(({ id }) => id),
    }),
    recover: ({ records }: Message<"recover">) => ({
      answers: records.map(({ envelope, state }) => {
        if (this.refusesBack) return { id: envelope.id, refused: { code: "receipt-invalid" } };
        if (this.held.get(envelope.id)?.change === "erased")
          return { id: envelope.id, refused: { code: "erased" } };
        this.keep(envelope, state);
        if (envelope.kind === "erasure") this.end(recordOf(state), "erased");
        return { id: envelope.id };
      }),
    }),
    tray: ({ records }: Message<"tray">) => {
      if (this.takesNothing) return { ids: [] };
      for (const { envelope, state } of records) this.tray.set(envelope.id, state);
      return { ids: records.map(({ envelope }) => envelope.id) };
    },
  };

  /** Why it takes neither what was erased nor the erasure of what it never had. */
  #isPast({ envelope, state }: Pick<HeldRecord, "envelope" | "state">): Problem | undefined {
    if (this.held.get(envelope.id)?.change === "erased") return { code: "erased" };
    const isUnknown = envelope.kind === "erasure" && !this.held.has(recordOf(state));
    return isUnknown ? { code: "wrong-value", detail: "record" } : undefined;
  }

  #page(after: number): Omit<Message<"pulled">, "epoch" | "serverTime"> {
    const newer = [...this.held.values()]
      .filter(({ position }) => position > after)
      .toSorted((a, b) => a.position - b.position);
    const page = newer.slice(0, this.pageSize);
    const position = page.at(-1)?.position ?? Math.max(after, this.#position);
    return {
      records: page.filter(({ change }) => !change).map(({ record }) => record),
      rows: page.map(({ record, change }) => ({
        scope: this.scope,
        id: record.envelope.id,
        ...(change === "left" ? { left: true } : change === "erased" ? { erased: true } : {}),
      })),
      positions: this.forget.length > 0 ? {} : { [this.scope]: position },
      forget: this.forget,
      highest: this.#highest(),
      more: newer.length > page.length,
    };
  }

  #differing(
    asked: { readonly position: number; readonly digest: number } | undefined,
  ): Message<"audited">["differ"] {
    const standing = [...this.held.values()].filter(({ change }) => !change);
    const list = standing.map(({ record }) => ({ id: record.envelope.id, hash: record.hash }));
    const digest = list.reduce((sum, { id, hash }) => addToDigest(sum, digestOf(id, hash)), 0);
    return !asked || asked.position !== this.#position || asked.digest === digest
      ? {}
      : { [this.scope]: list };
  }
}
