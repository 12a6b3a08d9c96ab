/** Fetched rows into an empty database, a page at a time. */
import { givenRows, pagesOf } from "./given-rows.ts";
import type { PageBench } from "./page-bench.ts";
import { openProductRows, writeProductRows } from "./product.ts";
import { openRaw, putRaw } from "./raw-database.ts";
import { timed } from "./timed.ts";

/** See {@link PageBench}. */
export const storeAll: PageBench["storeAll"] = async (side) => {
  const pages = pagesOf(await givenRows());
  if (side === "reference") {
    const database = await openRaw();
    const took = await timed(async () => {
      for (const page of pages) await putRaw(database, page);
    });
    database.close();
    return took;
  }
  const { storage, close } = await openProductRows();
  const took = await timed(async () => {
    for (const page of pages) await writeProductRows(storage, page);
  });
  await close();
  return took;
};
