/**
 * The seven mistakes that code like this most easily makes, each put between a device and what it
 * stands on. The oracle must catch every one of them: else it would not catch them in the product either.
 */
import type { Scope } from "#model/access.ts";
import type { Id } from "#model/id.ts";
import { yes } from "#model/outcome.ts";
import type { Message } from "#model/wire/protocol.ts";
import type { RowStorage } from "#store/ports.ts";
import type { Row } from "#store/replicate/row.ts";
import type { Variation } from "#tests/sync/world/device.ts";

/** The same storage, with some calls done otherwise. */
const varied = (rows: RowStorage, otherwise: Partial<RowStorage>): RowStorage => ({
  read: (ids) => rows.read(ids),
  rewrite: (ids, rewrite) => rows.rewrite(ids, rewrite),
  unsent: (limit) => rows.unsent(limit),
  pages: () => rows.pages(),
  readMarks: () => rows.readMarks(),
  changeMarks: (change) => rows.changeMarks(change),
  refused: () => rows.refused(),
  putRefused: (id, put) => rows.putRefused(id, put),
  dropRefused: (id) => rows.dropRefused(id),
  ...otherwise,
});

/** What was to be written just before the position is written just after it. */
const positionBeforeRows: Variation = {
  storage(rows) {
    let late: (() => Promise<void>) | undefined;
    const catchUp = async (): Promise<void> => {
      const write = late;
      late = undefined;
      await write?.();
    };
    return varied(rows, {
      async read(ids) {
        await catchUp();
        return rows.read(ids);
      },
      async rewrite(ids, rewrite) {
        await catchUp();
        const before = await rows.read(ids);
        const after = new Map<Id, Row | "drop" | "leave">(ids.map((id) => [id, rewrite(before.get(id), id)]));
        late = () => rows.rewrite(ids, (_row, id) => after.get(id) ?? "leave");
      },
      async unsent(limit) {
        await catchUp();
        return rows.unsent(limit);
      },
      async *pages() {
        await catchUp();
        yield* rows.pages();
      },
      async changeMarks(change) {
        await rows.changeMarks(change);
        await catchUp();
      },
      async putRefused(id, put) {
        await catchUp();
        await rows.putRefused(id, put);
      },
    });
  },
};

/** An answer to a push clears everything unsent of the record, also what was typed after it was sent. */
const anyAckClearsUnsent: Variation = {
  storage: (rows) =>
    varied(rows, {
      rewrite: (ids, rewrite) =>
        rows.rewrite(ids, (row, id) => {
          const after = rewrite(row, id);
          const isAck = typeof after === "object" && row !== undefined && after.ackedRev > row.ackedRev;
          return isAck ? { ...after, ackedRev: after.localRev } : after;
        }),
    }),
};

/** A page that is not full is taken for the last one. */
const shortPageEndsPull: Variation = {
  transport: (transport) => ({
    async ask(name, message) {
      const answer = await transport.ask(name, message);
      if (name !== "pull" || !answer.ok) return answer;
      return yes({ ...answer.value, more: false });
    },
  }),
};

/** A device that meets a restored server forgets what that server does not know it holds, and then offers the rest. */
const forgetBeforeRecovery: Variation = {
  transport(transport) {
    let forgotten: string | undefined;
    return {
      async ask(name, message) {
        const answer = await transport.ask(name, message);
        if (answer.ok || answer.problem.code !== "epoch-changed" || forgotten === answer.problem.detail)
          return answer;
        if (name !== "pull") return { ok: false, problem: { code: "server-failed" } };
        forgotten = answer.problem.detail;
        return yes(forgetAll(message as Message<"pull">));
      },
    };
  },
};

const forgetAll = ({ epoch, positions, highest }: Message<"pull">): Message<"pulled"> => ({
  epoch: epoch ?? "",
  serverTime: 0,
  records: [],
  rows: [],
  positions: {},
  forget: Object.keys(positions) as Scope[],
  highest: highest ?? { position: 0, proof: "" },
  more: false,
});

/** A device writes under one client id for ever, whatever became of what it wrote. */
const clientIdReused: Variation = {
  clientIds: (device) => {
    const id = ([...device].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1e6) / 1e6;
    return () => id;
  },
};

/** A device never shows how far it has seen the server come, so that a server set back without a word takes itself for the same. */
const identityIgnored: Variation = {
  transport: (transport) => ({
    ask: (name, { highest: _shown, ...message }) =>
      transport.ask(name, message as Parameters<typeof transport.ask<typeof name>>[1]),
  }),
};

/** What was once all sent is said to be all sent as soon as nothing waits, whatever was sent since and not compared. */
const allSentNotTakenBack: Variation = {
  storage: (rows) =>
    varied(rows, {
      changeMarks: (change) =>
        rows.changeMarks((now) => ({
          ...(now.allSentAt !== undefined && { allSentAt: now.allSentAt }),
          ...change(now),
        })),
    }),
};

/** The planted bugs, by what they are. */
export const plantedBugs = {
  "the position is stored before the rows": positionBeforeRows,
  "any acknowledgement clears what is unsent": anyAckClearsUnsent,
  "a short page ends a pull": shortPageEndsPull,
  "forgetting comes before recovery": forgetBeforeRecovery,
  "a client id is used again": clientIdReused,
  "the history a device has seen is not shown": identityIgnored,
  "that all is sent is not taken back": allSentNotTakenBack,
} as const satisfies Record<string, Variation>;
