/** A device's event stream, passed on as it comes; rings on it are lost, doubled, or cut off in the middle of their words. */
import type { ServerResponse } from "node:http";
import type { ServerProcess } from "#tests/nemesis/server/server-process.ts";
import type { Chance } from "#tests/sync/world/chance.ts";
import type { WayFault } from "./plans.ts";
import { askOf } from "./upstream.ts";
import type { Asked } from "./upstream.ts";

/** The address of the stream. */
export const bellPath = "/api/sync/bell";

/** What a stream's way is like. */
export interface BellWay {
  readonly chance: Chance;
  /** How many of the rings meet with something, at the moment. */
  readonly share: () => number;
  readonly onFault: (fault: WayFault) => void;
}

const fates = ["ring lost", "ring doubled", "event stream cut in mid-event"] as const;

/** Passes a stream on until either side goes. */
export function passBell(
  {
    node,
    asked,
    reply,
  }: { readonly node: ServerProcess; readonly asked: Asked; readonly reply: ServerResponse },
  { chance, share, onFault }: BellWay,
): void {
  const asking = askOf(node.port, asked);
  const end = (): void => void reply.destroy();
  asking.on("error", end);
  reply.on("close", () => asking.destroy());
  asking.on("response", (answer) => {
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    reply.flushHeaders();
    answer.on("error", end);
    answer.on("close", end);
    answer.on("data", (words: Buffer) => {
      const isRing = words.includes("event: ring");
      const fate = isRing && chance.hits(share()) ? chance.pick(fates) : undefined;
      if (fate) onFault(fate);
      if (fate === "ring lost") return;
      if (fate === "event stream cut in mid-event")
        return void reply.write(words.subarray(0, chance.below(words.length)), end);
      reply.write(words);
      if (fate === "ring doubled") reply.write(words);
    });
  });
  asking.end();
}
