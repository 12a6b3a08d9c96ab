/**
 * Keeps what a person had written before their access ended and could send only after: for ninety
 * days, for the learner's home to look at. Nothing of it becomes a record by itself. It is taken about anybody from
 * anybody, and shown only from those who ever belonged to the learner: `routes/tray.ts`. Source: RULES S6, S17.
 */
import { canonicalJson } from "#model/record/bytes.ts";
import { isEnvelope } from "#model/record/envelope.ts";
import { no, yes, type Outcome } from "#model/outcome.ts";
import type { Instant } from "#model/time.ts";
import type { Message } from "#model/wire/protocol.ts";
import { stateLimitBytes } from "#model/record/record-limits.ts";
import type { TrayRow } from "#server/storage/storage.ts";
import type { Hand } from "#server/sync/desk/kept.ts";
import { answerIn } from "./greeting.ts";
import type { Site } from "./site.ts";

/** How long something stays, in milliseconds; what is older goes when house is kept. */
export const trayMs = 90 * 24 * 3600 * 1000;
/** The most one person may leave there, in bytes. */
const trayLimitBytes = 50 * 1_048_576;

/**
 * Answers with the ids that are kept: as many, in their order, as there is room for. Problems: those of the header,
 * `record-too-large` when none is since the person's tray is full.
 */
export const tray = (
  site: Site,
  hand: Hand,
  message: Message<"tray">,
  limitBytes = trayLimitBytes,
): Promise<Outcome<Message<"trayed">>> =>
  answerIn(site, "write", message, {
    prepare: async () => undefined,
    answer: async ({ t, header }) => {
      const at = site.surroundings.clock();
      const offered = message.records.filter(
        ({ envelope, state }) => isEnvelope(envelope) && state.length <= stateLimitBytes,
      );
      // What was erased goes nowhere any more: its holder hears that it is taken, and lets go of it.
      const erased = await t.records.erased(offered.map(({ envelope }) => envelope.id));
      const rows: TrayRow[] = [];
      const taken = [...erased];
      let room = limitBytes - (await t.facts.trayBytes(hand.person));
      for (const { envelope, state } of offered) {
        if (erased.has(envelope.id) || state.length > room) continue;
        room -= state.length;
        taken.push(envelope.id);
        rows.push(rowOf(hand, at, { envelope, state }));
      }
      if (taken.length === 0 && offered.length > 0) return no("record-too-large", "tray");
      await t.facts.addToTray(rows);
      return yes({ ...header(), ids: taken });
    },
  });

const rowOf = (
  { person, device }: Hand,
  at: Instant,
  { envelope, state }: Message<"tray">["records"][number],
): TrayRow => ({
  id: envelope.id,
  person,
  device,
  envelope: canonicalJson(envelope),
  state,
  at,
  ...(envelope.learner && { learner: envelope.learner }),
});
