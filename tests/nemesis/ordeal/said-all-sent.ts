/**
 * Looks at what devices say after everything that happens: whoever says "all sent" has agreed with the server since
 * they last sent anything. Whether the server has it all is seen when the world rests. Source: RULES S10.
 */
import type { Transport } from "#store/ports.ts";
import { isUnsent } from "#store/replicate/row.ts";
import type { Device } from "#tests/sync/world/device.ts";

/** Knows who has sent something and not agreed since. */
export interface SaidAllSent {
  /** The way of a device to the server, listened to. */
  overhear(name: string, transport: Transport): Transport;
  /** Looks at the devices as they are now; what is wrong goes into `wrongs`. */
  look(devices: readonly Device[]): void;
}

/** Nobody has sent anything yet. */
export function hearAllSent(wrongs: string[]): SaidAllSent {
  const notAgreed = new Set<string>();
  const saysAllSent = ({ disk: { marks, rows } }: Device): boolean =>
    marks.allSentAt !== undefined && ![...rows.values()].some(isUnsent);
  return {
    overhear: (name, transport) => ({
      async ask(question, message) {
        if (question === "push") notAgreed.add(name);
        const answer = await transport.ask(question, message);
        if (question === "audit" && answer.ok && hasNoDifference(answer.value)) notAgreed.delete(name);
        return answer;
      },
    }),
    look(devices) {
      for (const device of devices) {
        const wrong = `${device.name} says that all is sent, and has not agreed since it last sent`;
        if (notAgreed.has(device.name) && saysAllSent(device) && !wrongs.includes(wrong)) wrongs.push(wrong);
      }
    },
  };
}

const hasNoDifference = (answer: object): boolean =>
  "differ" in answer && Object.keys(answer.differ as object).length === 0;
