/** One learner's entries from a database that was not open. */
import type { LearnerId } from "#model/id.ts";
import { prompts } from "#model/kinds/log-entry.ts";
import { benchLearner } from "./page-bench.ts";
import type { PageBench, Way } from "./page-bench.ts";
import { beginProduct, listProduct, openProduct } from "./product.ts";
import { listRaw, openRaw } from "./raw-database.ts";

type Listed = readonly { readonly value: Readonly<Record<string, unknown>> }[];

/** See {@link PageBench}. */
export const listCold: PageBench["listCold"] = async (way) => {
  const learner = benchLearner(0);
  const startedAt = performance.now();
  const { found, close } = await (way === "reference" ? listReference(learner) : listOurs(way, learner));
  readAll(found);
  const took = performance.now() - startedAt;
  await close();
  return took;
};

async function listOurs(way: Exclude<Way, "reference">, learner: LearnerId) {
  const store = await (way === "ours" ? beginProduct() : openProduct());
  return { found: await listProduct(store, learner), close: () => store.close() };
}

async function listReference(learner: LearnerId) {
  const database = await openRaw();
  return { found: await listRaw(database, "log-entry", learner), close: async () => database.close() };
}

/** Reads every word, so that neither side gets away with the promise of one. */
export function readAll(found: Listed): void {
  const words = found.map(({ value }) => prompts.map((prompt) => String(value[prompt])).join(""));
  if (words.length === 0 || words.includes("")) throw new Error("Something is missing from the list.");
}
