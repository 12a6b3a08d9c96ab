/** Reading everything in pages, each found by an index: a page costs the same however many rows there are. */
import type { MangoQuery, RxDocumentData } from "rxdb/plugins/core";
import type { RecordDoc } from "./record-body.ts";

const pageSize = 500;

/** The rows that follow this id, in the order of ids. RxDB does not find this index unless it is named. */
export const pageAfter = (id: string): MangoQuery<RxDocumentData<RecordDoc>> => ({
  selector: { _deleted: { $eq: false }, id: { $gt: id } },
  sort: [{ id: "asc" }],
  index: ["_deleted", "id"],
  limit: pageSize,
});
