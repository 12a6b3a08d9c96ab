/** A device that has nothing yet fetches everything, until it is durable and its log can be listed. */
import type { Scope } from "#model/access.ts";
import type { LearnerId } from "#model/id.ts";
import { protocolVersion, readMessage, writeMessage } from "#model/wire/protocol.ts";
import type { Message } from "#model/wire/protocol.ts";
import type { Account } from "#store/account.ts";
import type { Store } from "#store/store.ts";
import { createTransport } from "#store/sync/transport.ts";
import { rowOf } from "./given-rows.ts";
import { readAll } from "./list-cold.ts";
import type { PageBench } from "./page-bench.ts";
import { deleteProduct, listProduct, openProduct } from "./product.ts";
import { deleteRaw, listRaw, openRaw, putRaw } from "./raw-database.ts";

/** See {@link PageBench}. */
export const firstSync: PageBench["firstSync"] = async (side, account) => {
  const { learner } = account;
  if (!learner) throw new Error("Only a learner's device is measured.");
  return side === "ours" ? syncProduct(account, learner) : syncRaw(learner);
};

async function syncProduct(account: Account, learner: LearnerId): Promise<number> {
  const startedAt = performance.now();
  const store = await openProduct(createTransport(account.person), account);
  await allHere(store);
  readAll(await listProduct(store, learner));
  const took = performance.now() - startedAt;
  await store.sync.sendNow();
  await store.close();
  await deleteProduct(account.person);
  return took;
}

/** Resolves when the store says that everything has been fetched once. */
const allHere = ({ sync }: Store): Promise<void> =>
  new Promise((resolve) => {
    const unwatch = sync.watch(() => {
      if (!sync.status().isComplete) return;
      unwatch();
      resolve();
    });
  });

/** The same pages, read and projected the same way, each put in one transaction. */
async function syncRaw(learner: LearnerId): Promise<number> {
  const startedAt = performance.now();
  const database = await openRaw();
  const positions: Partial<Record<Scope, number>> = {};
  for (let more = true, epoch: string | null = null; more;) {
    const page: Message<"pulled"> = await pullRaw(epoch, positions);
    await putRaw(
      database,
      page.records.map((record) => rowOf({ ...record, state: record.state.slice() })),
    );
    Object.assign(positions, page.positions);
    ({ more, epoch } = page);
  }
  readAll(await listRaw(database, "log-entry", learner));
  const took = performance.now() - startedAt;
  database.close();
  await deleteRaw();
  return took;
}

async function pullRaw(
  epoch: string | null,
  positions: Message<"pull">["positions"],
): Promise<Message<"pulled">> {
  const response = await fetch("/api/sync/pull", {
    method: "POST",
    headers: { "content-type": "application/msgpack" },
    body: writeMessage("pull", { protocol: protocolVersion, epoch, positions, opened: [] }),
    cache: "no-store",
  });
  const page = readMessage("pulled", new Uint8Array(await response.arrayBuffer()));
  if (!page.ok) throw new Error(`The server answered with ${response.status}.`);
  return page.value;
}
