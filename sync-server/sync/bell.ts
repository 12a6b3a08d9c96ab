/**
 * The doorbell: tells connected devices that there is something for them, and nothing else. A stream
 * rings when a scope changed that its person holds, or when what they hold may have changed.
 */
import { heldScopes, type Scope } from "#model/access.ts";
import type { PersonId } from "#model/id.ts";
import type { Storage } from "#server/storage/storage.ts";
import { openCircle } from "#server/sync/desk/circle.ts";
import type { Touched } from "#server/sync/desk/desk.ts";

/** Someone waiting at the door. */
export interface Listener {
  readonly person: PersonId;
  readonly device: string;
  ring(): void;
  /** Ends the wait from the server's side. */
  close(): void;
  /** Whether its session still stands. */
  isWelcome(): Promise<boolean>;
}

/** Rings for those it concerns. */
export interface Bell {
  /** Waits until the returned function is called. */
  listen(listener: Listener): Promise<() => void>;
  ring(touched: Touched): void;
  /** Closes every stream of a device, or of all devices of a person. */
  close(of: { readonly device: string } | { readonly person: PersonId }): void;
  closeAll(): void;
  /** Rings everybody, one after the other, and looks anew whether each may be here and what they hold. For when something was missed. */
  ringAll(): Promise<void>;
  /** How many are waiting. */
  count(): number;
}

/** A bell for one server process. */
export function createBell(storage: Storage): Bell {
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
  const enter = async (listener: Listener): Promise<void> => {
    leave(listener);
    listeners.set(listener, []);
    const scopes = await storage.read((t) =>
      openCircle(t).ask(({ circle }) => heldScopes(circle, listener.person)),
    );
    if (!listeners.has(listener)) return;
    listeners.set(listener, scopes);
    for (const scope of scopes) byScope.set(scope, (byScope.get(scope) ?? new Set()).add(listener));
  };
  const closeWhere = (isMeant: (listener: Listener) => boolean): void => {
    for (const listener of [...listeners.keys()].filter(isMeant)) {
      leave(listener);
      listener.close();
    }
  };
  const ringAgain = async (listener: Listener): Promise<void> => {
    await enter(listener);
    listener.ring();
  };
  return {
    listen: async (listener) => {
      await enter(listener);
      return () => leave(listener);
    },
    ring: ({ scopes, people }) => {
      const concerned = new Set<Listener>();
      for (const scope of scopes) for (const listener of byScope.get(scope) ?? []) concerned.add(listener);
      const moved = [...listeners.keys()].filter(({ person }) => people.has(person));
      for (const listener of moved) concerned.delete(listener);
      for (const listener of concerned) listener.ring();
      for (const listener of moved) ringAgain(listener).catch(() => listener.close());
    },
    close: (of) =>
      closeWhere((listener) =>
        "device" in of ? listener.device === of.device : listener.person === of.person,
      ),
    closeAll: () => closeWhere(() => true),
    ringAll: async () => {
      const here = [...listeners.keys()];
      for (const listener of here) {
        if (!listeners.has(listener)) continue;
        if (await listener.isWelcome()) await ringAgain(listener);
        else closeWhere((one) => one === listener);
      }
    },
    count: () => listeners.size,
  };
}
