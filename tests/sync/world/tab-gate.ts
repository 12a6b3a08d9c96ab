/**
 * Stands between the sending of one tab and everything else. A tab that is killed hears and does nothing any more,
 * though what it had asked for last may still be done; one that is frozen goes on where it was when it is thawed.
 */
import type { RowStorage, Transport } from "#store/ports.ts";
import { rowsThrough } from "#store/replicate/rows-through.ts";

/** Open until something happens to the tab. */
export class TabGate {
  readonly #gone = Promise.withResolvers<undefined>();
  #frozen: PromiseWithResolvers<void> | undefined;
  #isGone = false;

  /** Resolves when the tab is killed. */
  get gone(): Promise<undefined> {
    return this.#gone.promise;
  }

  get isFrozen(): boolean {
    return this.#frozen !== undefined;
  }

  kill(): void {
    this.#isGone = true;
    this.#gone.resolve(undefined);
  }

  freeze(): void {
    this.#frozen ??= Promise.withResolvers();
  }

  thaw(): void {
    this.#frozen?.resolve();
    this.#frozen = undefined;
  }

  /** The same storage, as the tab reaches it. */
  storage(rows: RowStorage): RowStorage {
    return rowsThrough((call) => this.#through(call), rows);
  }

  /** The same way to the server, as the tab goes it. */
  transport(transport: Transport): Transport {
    return { ask: (name, message) => this.#through(() => transport.ask(name, message)) };
  }

  async #through<T>(call: () => Promise<T>): Promise<T> {
    await this.#pass();
    const result = await call();
    await this.#pass();
    return result;
  }

  async #pass(): Promise<void> {
    await this.#frozen?.promise;
    if (this.#isGone) await new Promise<never>(() => undefined);
  }
}
