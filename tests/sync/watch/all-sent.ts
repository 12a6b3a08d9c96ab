/**
 * Looks at devices that say "all sent", as often as anything happens: nothing of theirs is missing on the server, and
 * they have agreed with it since they last sent anything. After the server was set back nobody is asked until a round
 * of theirs that began since has agreed. Source: RULES S10.
 */
import type { Transport } from "#store/ports.ts";
import { isUnsent } from "#store/replicate/row.ts";
import type { Row } from "#store/replicate/row.ts";
import type { Device, TabNumber } from "#tests/sync/world/device.ts";
import type { SimulatedServer } from "#tests/sync/world/server.ts";

/** Knows when each device last sent, and last agreed. */
export interface AllSentWatch {
  /** The way of a device to the server, listened to. */
  overhear(name: string, transport: Transport): Transport;
  /** A round of a device begins in one of its tabs. */
  began(name: string, tab: TabNumber): void;
  /** A round of a device ended in one of its tabs, saying that all is sent. */
  agreed(name: string, tab: TabNumber): void;
  /** Looks at the devices as they are now; what is wrong goes into `wrongs`. */
  look(devices: readonly Device[]): Promise<void>;
}

/** Nobody has sent anything yet. */
export function watchAllSent(
  server: Pick<SimulatedServer, "lacking" | "setBacks">,
  wrongs: string[],
): AllSentWatch {
  const unsure = new Set<string>();
  // How often the server had been set back when the round began that agreed last, and the one under way.
  const sureSince = new Map<string, number>();
  const begunSince = new Map<string, number>();
  let seen = new WeakSet<Row>();
  let seenSince = 0;
  const say = (wrong: string): void => void (wrongs.includes(wrong) || wrongs.push(wrong));

  const lookAt = async ({ name, disk }: Device): Promise<void> => {
    const rows = [...disk.rows.values()];
    if (disk.marks.allSentAt === undefined || rows.some(isUnsent)) return;
    if ((sureSince.get(name) ?? 0) !== server.setBacks) return;
    if (unsure.has(name)) say(`${name} says that all is sent, and has not agreed since it last sent`);
    const unseen = rows.filter((row) => !seen.has(row));
    for (const id of unseen.length > 0 ? await server.lacking(unseen) : [])
      say(`${name} says that all is sent, and the server lacks words of ${id}`);
    for (const row of unseen) seen.add(row);
  };

  return {
    overhear: (name, transport) => ({
      async ask(question, message) {
        if (question === "push") unsure.add(name);
        const answer = await transport.ask(question, message);
        if (question === "audit" && answer.ok && hasNoDifference(answer.value)) unsure.delete(name);
        return answer;
      },
    }),
    began: (name, tab) => void begunSince.set(`${name} ${tab}`, server.setBacks),
    agreed: (name, tab) => void sureSince.set(name, begunSince.get(`${name} ${tab}`) ?? 0),
    async look(devices) {
      if (seenSince !== server.setBacks) seen = new WeakSet();
      seenSince = server.setBacks;
      for (const device of devices) await lookAt(device);
    },
  };
}

const hasNoDifference = (answer: object): boolean =>
  "differ" in answer && Object.keys(answer.differ as object).length === 0;
