/** How a simulated device asks the server: the bytes it would send by `fetch`, over the simulated network. */
import { no } from "#model/outcome.ts";
import type { Outcome } from "#model/outcome.ts";
import { readMessage, writeMessage } from "#model/wire/protocol.ts";
import type { MessageName } from "#model/wire/protocol.ts";
import { answerTo } from "#store/ports.ts";
import type { Transport } from "#store/ports.ts";
import type { Line } from "./device.ts";
import type { Network, Reply } from "./network.ts";

/** Which device asks over which network. */
export interface Asking extends Line {
  readonly from: string;
  readonly network: Network;
}

/** A transport over the simulated network. */
export function createTransport({ from, network, isOnline, isDead }: Asking): Transport {
  return {
    async ask(name, message) {
      if (!isOnline()) return no("offline");
      const reply = await network.ask(from, name, writeMessage(name, message));
      if (isDead()) return new Promise<never>(() => undefined);
      return outcomeOf(answerTo[name], reply);
    },
  };
}

function outcomeOf<N extends MessageName>(name: N, reply: Reply) {
  if (reply === "nothing") return no("offline");
  const answer = reply.status === 200 ? readMessage(name, reply.body) : problemIn(reply.body);
  return answer.ok || reply.status !== 200 ? answer : no("server-failed", answer.problem.detail);
}

function problemIn(body: Uint8Array): Outcome<never> {
  const read = readMessage("problem", body);
  return read.ok ? { ok: false, problem: { ...read.value.problem } } : no("server-failed");
}
