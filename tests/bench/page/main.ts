/** The measured page: each measurement's part that runs in the browser. */
import { editOne } from "./edit-one.ts";
import { firstSync } from "./first-sync.ts";
import { listCold } from "./list-cold.ts";
import type { PageBench } from "./page-bench.ts";
import { deleteProduct, moveIn } from "./product.ts";
import { deleteRaw } from "./raw-database.ts";
import { storeAll } from "./store-all.ts";

const bench: PageBench = {
  storeAll,
  moveIn,
  editOne,
  listCold,
  firstSync,
  clear: async () => {
    await deleteRaw();
    await deleteProduct();
  },
};

Object.assign(window, { bench });
