/**
 * Looks up many rows at once without asking for those that are not there. IndexedDB answers one
 * question a key; a first sync asks for thousands that nobody has written yet. One question for the
 * keys between the first and the last tells which are there, and only those are read.
 */
import type { DBCoreGetManyRequest, DBCoreTable, Dexie } from "dexie";

/** Fewer keys than this are asked for one by one. */
const manyKeys = 16;
/** Dexie's name for a range between two keys, both included. */
const betweenKeys = 1;

/** Lets a Dexie database look up many rows by primary key faster; what it finds is the same. */
export function askOnlyForFoundKeys(dexie: Dexie): void {
  dexie.use({
    stack: "dbcore",
    name: "found-keys",
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return { ...table, getMany: (request) => getFound(table, request) };
      },
    }),
  });
}

async function getFound(table: DBCoreTable, request: DBCoreGetManyRequest): Promise<unknown[]> {
  const asked = request.keys as readonly unknown[];
  if (asked.length < manyKeys || !asked.every((key) => typeof key === "string"))
    return table.getMany(request);
  const sorted = asked.toSorted();
  const { result } = await table.query({
    trans: request.trans,
    values: false,
    limit: asked.length,
    query: {
      index: table.schema.primaryKey,
      range: { type: betweenKeys, lower: sorted[0], upper: sorted.at(-1) },
    },
  });
  // As many keys as were asked for may mean that there are more: then each is asked for after all.
  if (result.length >= asked.length) return table.getMany(request);
  const there = new Set<unknown>(result);
  const keys = asked.filter((key) => there.has(key));
  if (keys.length === 0) return asked.map(() => undefined);
  const found = (await table.getMany({ ...request, keys })) as readonly unknown[];
  const rowByKey = new Map(keys.map((key, place) => [key, found[place]]));
  return asked.map((key) => rowByKey.get(key));
}
