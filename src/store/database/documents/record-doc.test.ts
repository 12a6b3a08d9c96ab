import { expect, test } from "vitest";
import { hashOf } from "#model/record/bytes.ts";
import type { Envelope } from "#model/record/envelope.ts";
import type { Id } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import { createState } from "#model/record/record.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { named } from "#tests/support/written.ts";
import { fetched } from "#store/replicate/row-rules.ts";
import { docToRecord, docToRow, rowToDoc } from "./record-doc.ts";
import type { RecordDoc } from "./record-body.ts";

const lead = named("person", "b");
const school = named("organisation", "s");

const naming = createState(
  kindOf("membership"),
  (draft) => {
    draft.set("role", "safeguarding-lead");
    draft.set("person", lead);
  },
  { person: lead, random: seededRandom(3) },
);

/** The row of what the server sent, with this envelope. */
const cameAs = (envelope: Envelope) =>
  fetched(
    undefined,
    {
      envelope,
      stamps: { createdBy: lead, createdAt: 1, arrivedAt: 2 },
      state: naming,
      hash: hashOf(naming),
      receipt: "receipt",
    },
    { scopes: [`org:${school}`], may: () => true },
  );

test("[P2] [M7] a record of a kind that only a newer app knows is kept whole, without a word of it", () => {
  const id = `unheard-of_${"Z".repeat(26)}` as Id;
  const row = cameAs({ id, kind: "unheard-of" as never, org: school });
  const again = docToRow(rowToDoc(row, undefined, 5));
  expect(again).toEqual(row);
  expect(again.value).toEqual({});
  expect(again.state).toEqual(naming);
});

test("[P2] a role that an older app could not read is read once the app knows it", () => {
  const envelope = { id: named("membership", "l"), kind: "membership", org: school } as const;
  const now = rowToDoc(cameAs(envelope), undefined, 5);
  const { fields, lists } = kindOf("membership");
  const { later: _later, ...role } = fields.role;
  const before = {
    ...(JSON.parse(now.body) as object),
    value: { role: undefined, person: lead },
    shape: hashOf(JSON.stringify([{ ...fields, role }, lists])).slice(0, 8),
  };
  const doc: RecordDoc = { ...now, body: JSON.stringify(before) };
  expect(docToRow(doc).value).toMatchObject({ role: "safeguarding-lead", person: lead });
});

const dayMs = 86_400_000;
const arrivedAt = Date.UTC(2026, 10, 2, 9);

/** What a screen is told of when something was made, by the clock of the device it was made on. */
const toldAt = (createdAt: number): number => {
  const row = cameAs({ id: named("membership", "t"), kind: "membership", org: school });
  const stamps = { createdBy: lead, createdAt, arrivedAt };
  return docToRecord(rowToDoc({ ...row, stamps }, undefined, 5), lead).createdAt;
};

test("[S18] what comes from a device whose clock is years off was made when it came, and three weeks late is three weeks old", () => {
  const claims = [10 * 365, 1 / 24, 0, -21, -10 * 365].map((days) => arrivedAt + days * dayMs);
  expect([...claims, Number.MAX_SAFE_INTEGER, 0].map(toldAt)).toEqual([
    arrivedAt,
    arrivedAt,
    arrivedAt,
    arrivedAt - 21 * dayMs,
    arrivedAt,
    arrivedAt,
    arrivedAt,
  ]);
});
