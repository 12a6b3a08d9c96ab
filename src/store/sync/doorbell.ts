/** Hears the server say "there is something". Only the replicating tab listens: connections are few. */

/** A line to the server that is open while somebody should listen. */
export interface Doorbell {
  /** Listens, or listens again where the browser gave up. */
  listen(): void;
  stop(): void;
}

/** Makes a doorbell that calls `onRing` for each ring it hears. */
export type HangDoorbell = (onRing: () => void) => Doorbell;

/** The doorbell of the server this app came from. */
export const hangDoorbell: HangDoorbell = (onRing) => {
  let source: EventSource | undefined;
  const stop = (): void => {
    source?.close();
    source = undefined;
  };
  return {
    listen() {
      if (source && source.readyState !== EventSource.CLOSED) return;
      stop();
      source = new EventSource("/api/sync/bell");
      source.addEventListener("ring", onRing);
    },
    stop,
  };
};
