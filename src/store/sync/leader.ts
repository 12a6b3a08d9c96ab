/**
 * One tab replicates: the one that holds a lock. It says so every few seconds; when a tab that is
 * seen hears nothing for long, the holder is frozen and the lock is taken from it. Two tabs that
 * both replicate for a moment do no harm, since every write is conditional.
 */
import type { Unwatch } from "#store/store.ts";

/** How often the leader says that it is alive, and after how much silence it is replaced, in milliseconds. */
export interface Pulse {
  readonly beatMs: number;
  readonly silenceMs: number;
}

const usual: Pulse = { beatMs: 5000, silenceMs: 20_000 };

/** Seeks to lead under a name until the returned function is called; `onChange` hears when this tab leads and when it no longer does. */
export function seekLead(name: string, onChange: (leads: boolean) => void, pulse: Pulse = usual): Unwatch {
  if (!("locks" in navigator)) {
    onChange(true);
    return () => onChange(false);
  }
  const seeker = new LeadSeeker(name, onChange, pulse);
  seeker.queue();
  return () => seeker.stop();
}

class LeadSeeker {
  readonly #name: string;
  readonly #onChange: (leads: boolean) => void;
  readonly #pulse: Pulse;
  readonly #beats: BroadcastChannel;
  readonly #timer: ReturnType<typeof setInterval>;
  #waiting = new AbortController();
  #release: (() => void) | undefined;
  #heardAt = performance.now();
  #isStopped = false;

  constructor(name: string, onChange: (leads: boolean) => void, pulse: Pulse) {
    this.#name = name;
    this.#onChange = onChange;
    this.#pulse = pulse;
    this.#beats = new BroadcastChannel(`${name}-beat`);
    this.#beats.addEventListener("message", () => {
      this.#heardAt = performance.now();
    });
    this.#timer = setInterval(() => this.#beat(), pulse.beatMs);
  }

  /** Waits in line for the lock. */
  queue(): void {
    this.#waiting = new AbortController();
    this.#hold({ signal: this.#waiting.signal });
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#timer);
    this.#waiting.abort();
    this.#release?.();
    this.#beats.close();
  }

  #beat(): void {
    if (this.#release) this.#beats.postMessage("beat");
    else if (
      document.visibilityState === "visible" &&
      performance.now() - this.#heardAt > this.#pulse.silenceMs
    ) {
      this.#heardAt = performance.now();
      this.#waiting.abort();
      this.#hold({ steal: true });
    }
  }

  #hold(options: LockOptions): void {
    const held = navigator.locks.request(this.#name, options, () => this.#lead());
    // Rejected when the wait was given up, or when another tab took the lock from this one.
    held.catch(() => this.#lost(options));
  }

  #lead(): Promise<void> | undefined {
    if (this.#isStopped) return undefined;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#release = resolve;
    this.#onChange(true);
    this.#beat();
    return promise.then(() => this.#onChange(false));
  }

  #lost({ signal }: LockOptions): void {
    if (!this.#release || signal?.aborted) return;
    this.#release = undefined;
    this.#heardAt = performance.now();
    this.#onChange(false);
    if (!this.#isStopped) this.queue();
  }
}
