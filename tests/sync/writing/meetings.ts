/** Notices when people write in the same place without knowing of each other: the meetings that merging is for. */
import type { Device } from "#tests/sync/world/device.ts";
import type { Intent } from "./edits.ts";
import { timesIn } from "./keeping.ts";
import type { Fault } from "#tests/sync/world/trace.ts";

const startings = { plan: "plan started twice", review: "review started twice" } as const;

/** What meets in something that is about to be written on a device. */
export function meetingsOf(device: Device, { envelope, said }: Intent): readonly Fault[] {
  const { words, choices, facts } = device.parts.ledger;
  const row = device.disk.rows.get(envelope.id);
  const isOthers = (entry: { readonly device: string; readonly id: string }) =>
    entry.id === envelope.id && entry.device !== device.name;
  const isUnseen = (word: string) => !row || timesIn({ envelope, value: row.value }, word) === 0;
  const isReplaced = (value: string) => choices.some(({ replaced }) => replaced.includes(value));
  const { kind } = envelope;
  const started = !row && (kind === "plan" || kind === "review") && [...words, ...choices].some(isOthers);
  const closed = facts.some(
    ({ about, device: other }) => about !== undefined && about === said.fact?.about && other !== device.name,
  );
  const typed = said.words.some(({ field }) =>
    words.some((entry) => isOthers(entry) && entry.field === field && !entry.deleted && isUnseen(entry.word)),
  );
  const chosen = said.choices.some(({ field }) =>
    choices.some(
      (entry) =>
        isOthers(entry) && entry.field === field && isUnseen(entry.value) && !isReplaced(entry.value),
    ),
  );
  return [
    ...(started ? [startings[kind]] : []),
    ...(closed ? ["review closed twice" as const] : []),
    ...(typed ? ["typed in one text by two" as const] : []),
    ...(chosen ? ["chosen by two" as const] : []),
    ...(kind === "comment" && !row ? ["commented" as const] : []),
  ];
}
