import { fillWithDefaultSettings, normalizeMangoQuery, prepareQuery } from "rxdb/plugins/core";
import type { RxDocumentData } from "rxdb/plugins/core";
import { expect, test } from "vitest";
import { recordSchema } from "./record-doc.ts";
import type { RecordDoc } from "./record-body.ts";
import { pageAfter } from "./record-pages.ts";

test("a page is one stretch of an index, whatever comes before and after it", () => {
  const schema = fillWithDefaultSettings<RxDocumentData<RecordDoc>>(recordSchema as never);
  const { queryPlan } = prepareQuery(schema, normalizeMangoQuery(schema, pageAfter("log-entry_1")));
  expect(queryPlan).toMatchObject({
    index: ["_deleted", "id"],
    sortSatisfiedByIndex: true,
    selectorSatisfiedByIndex: true,
  });
});
