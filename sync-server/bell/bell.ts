/**
 * The doorbell: tells connected devices that there is something for them, and nothing else. A stream
 * rings when a scope changed that its person holds, or when what they hold may have changed.
 */
import { heldScopes, type Scope } from "#model/access.ts";
import type { PersonId } from "#model/id.ts";
import type { Storage } from "#server/storage/storage.ts";
import { lookAround } from "#server/sync/desk/circle.ts";
import type { Touched } from "#server/sync/desk/desk.ts";
import { createPlaces, usualPlaces } from "./places.ts";
import { createSpread, usualSpreading, type Spreading } from "./spread.ts";

/** Someone waiting at the door. */
export interface Listener {
  readonly person: PersonId;
  readonly device: string;
  ring(): void;
  /** Ends the wait from the server's side; `forNow` where others of the same person came, and it is no use to be back at once. */
  close(forNow?: "for-now"): void;
  /** Whether its session still stands. */
  isWelcome(): Promise<boolean>;
}

/** Rings for those it concerns. */
export interface Bell {
  /** Waits until the returned function is called, and is rung first: much may have happened before. */
  listen(listener: Listener): Promise<() => void>;
  ring(touched: Touched): void;
  /** Closes every stream of a device, or of all devices of a person. */
  close(of: { readonly device: string } | { readonly person: PersonId }): void;
  /** Closes every stream there is, and each that is still to come: the server stops. */
  closeAll(): void;
  /** Rings everybody, one after the other, and looks anew whether each may be here and what they hold. For when something was missed. */
  ringAll(): Promise<void>;
  /** How many are waiting. */
  count(): number;
}

/** Who waits, and what each holds. */
function whoWaits(storage: Storage) {
  const listeners = new Map<Listener, readonly Scope[]>();
  const byScope = new Map<Scope, Set<Listener>>();
  const leave = (listener: Listener): void => {
    for (const scope of listeners.get(listener) ?? []) {
      const waiting = byScope.get(scope);
      waiting?.delete(listener);
      if (waiting?.size === 0) byScope.delete(scope);
    }
    listeners.delete(listener);
  };
  return {
    listeners,
    leave,
    /** Looks up what one holds, and lets them wait for it. Of two looks at once the one begun last counts. */
    enter: async (listener: Listener): Promise<void> => {
      leave(listener);
      const nothingYet: readonly Scope[] = [];
      listeners.set(listener, nothingYet);
      const scopes = await storage.read(async (t) => {
        const around = await lookAround(t, listener.person);
        return around.ask(({ circle }) => heldScopes(circle, listener.person));
      });
      if (listeners.get(listener) !== nothingYet) return;
      listeners.set(listener, scopes);
      for (const scope of scopes) byScope.set(scope, (byScope.get(scope) ?? new Set()).add(listener));
    },
    holding: (scopes: ReadonlySet<Scope>): Set<Listener> =>
      new Set([...scopes].flatMap((scope) => [...(byScope.get(scope) ?? [])])),
  };
}

const isOf = ({ device, person }: Listener, of: Parameters<Bell["close"]>[0]): boolean =>
  "device" in of ? device === of.device : person === of.person;

function sendAway(listener: Listener): () => void {
  listener.close();
  return () => undefined;
}

/** Looks of each whether they may still be here, and rings. Whoever cannot be asked about is to come back: nobody waits for them. */
async function ringEach(
  listeners: ReadonlyMap<Listener, unknown>,
  ringAgain: (listener: Listener) => Promise<void>,
  turnAway: (listener: Listener) => void,
): Promise<void> {
  const here = [...listeners.keys()];
  for (const listener of here) {
    if (!listeners.has(listener)) continue;
    try {
      if (!(await listener.isWelcome())) turnAway(listener);
      // They may have gone while they were asked about: nobody would see them out again.
      else if (listeners.has(listener)) await ringAgain(listener);
    } catch {
      listener.close();
    }
  }
}

/** A bell for one server process. What concerns many, and many who come at once, it rings one soon after the other. */
export function createBell(storage: Storage, spreading: Spreading = usualSpreading): Bell {
  const { listeners, enter, leave, holding } = whoWaits(storage);
  /** Of those who wait for their turn to be rung, whose scopes are to be looked up first. */
  const restless = new Set<Listener>();
  const ringAgain = async (listener: Listener): Promise<void> => {
    await enter(listener);
    listener.ring();
  };
  const ringOne = (listener: Listener): void => {
    if (restless.delete(listener)) ringAgain(listener).catch(() => listener.close());
    else listener.ring();
  };
  // Somebody may have come in just before the server began to stop, and would keep it from stopping.
  let isClosed = false;
  const turns = createSpread(spreading, ringOne);
  const places = createPlaces<Listener>(usualPlaces);
  const goAway = (listener: Listener): void => {
    leave(listener);
    places.free(listener);
    turns.drop(listener);
    restless.delete(listener);
  };
  const closeWhere = (isMeant: (listener: Listener) => boolean): void => {
    for (const listener of [...listeners.keys()].filter(isMeant)) {
      goAway(listener);
      listener.close();
    }
  };
  return {
    listen: async (listener) => {
      if (isClosed) return sendAway(listener);
      for (const gone of places.take(listener)) {
        goAway(gone);
        gone.close("for-now");
      }
      await enter(listener).catch((error: unknown) => {
        goAway(listener);
        throw error;
      });
      if (listeners.has(listener)) turns.add(listener);
      return () => goAway(listener);
    },
    ring: ({ scopes, people }) => {
      const concerned = holding(scopes);
      for (const listener of people.size > 0 ? listeners.keys() : []) {
        if (!people.has(listener.person)) continue;
        restless.add(listener);
        concerned.add(listener);
      }
      const isSpread = concerned.size > spreading.atOnce;
      for (const listener of concerned) (isSpread ? turns.add : ringOne)(listener);
    },
    close: (of) => closeWhere((listener) => isOf(listener, of)),
    closeAll: () => {
      isClosed = true;
      closeWhere(() => true);
    },
    ringAll: () => ringEach(listeners, ringAgain, (gone) => closeWhere((listener) => listener === gone)),
    count: () => listeners.size,
  };
}
