import { Dexie } from "dexie";
import type { Table } from "dexie";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { askOnlyForFoundKeys } from "./found-keys.ts";

interface Thing {
  readonly id: string;
  readonly words: string;
}

type Things = Dexie & { readonly things: Table<Thing, string> };

function openThings(): Things {
  const dexie = new Dexie(`found-keys-${crypto.randomUUID()}`);
  askOnlyForFoundKeys(dexie);
  dexie.version(1).stores({ things: "id" });
  return dexie as Things;
}

const id = fc.string({ minLength: 1, maxLength: 2, unit: fc.constantFrom("a", "b", "c", "d", "e", "f") });

test("looking up many rows finds the same as looking each one up, in the order asked", async () => {
  const dexie = openThings();
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(id, { maxLength: 40 }),
      fc.array(id, { minLength: 1, maxLength: 40 }),
      async (stored, asked) => {
        await dexie.things.clear();
        await dexie.things.bulkPut(stored.map((each) => ({ id: each, words: `words of ${each}` })));
        const found = await dexie.things.bulkGet(asked);
        expect(found).toEqual(await Promise.all(asked.map((each) => dexie.things.get(each))));
      },
    ),
    { numRuns: 40 },
  );
  dexie.close();
});

test("rows written in the same transaction are found in it", async () => {
  const dexie = openThings();
  const ids = Array.from({ length: 100 }, (_none, place) => `thing-${place}`);
  const found = await dexie.transaction("rw", dexie.things, async () => {
    await dexie.things.bulkPut(ids.map((each) => ({ id: each, words: each })));
    return dexie.things.bulkGet([...ids, "thing-nowhere"]);
  });
  expect(found.map((thing) => thing?.id)).toEqual([...ids, undefined]);
  dexie.close();
});
