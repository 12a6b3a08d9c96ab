/**
 * A device that lives by the doorbell alone: it listens to the server's event stream, comes back whenever that breaks
 * off, and begins a round for each whole ring it hears. What a browser's `EventSource` does, over the device's own line.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { HttpLine } from "./http-line.ts";

/** How long it waits before it listens again, in milliseconds: a browser waits seconds, and nothing else happens here meanwhile. */
const againMs = 40;

/** Somebody at the door. */
export interface DoorListener {
  /** True while a stream is open. */
  readonly isOpen: boolean;
  leave(): void;
}

/** Listens until it is told to leave. */
export function listenAtDoor(line: HttpLine, onRing: () => void): DoorListener {
  const leaving = new AbortController();
  let isOpen = false;
  const once = async (): Promise<void> => {
    const headers = { accept: "text/event-stream" };
    const answer = await line.fetch("/api/sync/bell", { headers, signal: leaving.signal });
    if (answer.status !== 200 || !answer.body) return;
    isOpen = true;
    let words = "";
    for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
      const events = (words + part).split("\n\n");
      // What was cut off in the middle is no event, and is forgotten with its stream.
      words = events.pop() ?? "";
      for (const event of events) if (event.split("\n").includes("event: ring")) onRing();
    }
  };
  const listen = async (): Promise<void> => {
    while (!leaving.signal.aborted) {
      if (line.isUp()) await once().catch(() => undefined);
      isOpen = false;
      await pause(againMs, undefined, { ref: false });
    }
  };
  void listen();
  return {
    get isOpen() {
      return isOpen;
    },
    leave: () => leaving.abort(),
  };
}
