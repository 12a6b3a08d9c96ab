/**
 * A database as version 1 of the tables kept it: rows by table and column, as they lay there, and what they mean
 * to the server since. Nothing here is ever changed; a later version that keeps something else gets a fixture of its own.
 */
import { expect } from "vitest";
import type { Storage, Transaction } from "#server/storage/storage.ts";
import { learner, organisation, person } from "#tests/support/server.ts";

type Cell = string | number | null | Uint8Array;

const id = <P extends string>(prefix: P): `${P}_${string}` => `${prefix}_${"1".repeat(26)}`;
const [entry, comment, choice] = [id("log-entry"), id("comment"), id("sharing-choice")];
const [membership, ended, ending] = [
  id("membership"),
  `membership_${"2".repeat(26)}`,
  id("membership-ended"),
];
const [ann, tess, school] = [learner("ann"), person("tess"), organisation("school")];
const bytes = new Uint8Array([0, 1, 127, 128, 255]);
const log = `log:${ann}` as const;

/** The rows. */
export const rows: Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>> = {
  records: [
    {
      id: entry,
      kind: "log-entry",
      learner: ann,
      org: null,
      about: null,
      created_by: person("ann"),
      created_at: 1_790_000_000_000,
      arrived_at: 1_790_000_000_001,
      number: null,
      hash: "a".repeat(64),
      summary: '{"at":1790000000000}',
      size_bytes: 5,
      state: bytes,
    },
    {
      id: comment,
      kind: "comment",
      learner: ann,
      org: null,
      about: entry,
      created_by: tess,
      created_at: 1_790_000_000_002,
      arrived_at: 1_790_000_000_003,
      number: 3,
      hash: "b".repeat(64),
      summary: null,
      size_bytes: 5,
      state: bytes,
    },
  ],
  history: [
    { record: entry, position: 1, at: 10, by: person("ann"), device: "phone", previous: null },
    { record: entry, position: 2, at: 11, by: person("ann"), device: "phone", previous: bytes },
  ],
  clients: [{ record: entry, client: 4_294_967_295, device: "phone" }],
  scope_rows: [
    { scope: log, record: entry, position: 2, has_left: 0 },
    { scope: log, record: comment, position: 3, has_left: 1 },
  ],
  scopes: [{ scope: log, position: 3, digest: 2 ** 48 - 1 }],
  positions: [{ name: "last", value: 3 }],
  meta: [
    { name: "epoch", text: "the first" },
    { name: "key", text: "00ff" },
  ],
  memberships: [
    { id: membership, role: "tutor", learner: ann, org: null, person: tess, organisation: null, ended: 0 },
    { id: ended, role: "home", learner: ann, org: null, person: null, organisation: school, ended: 1 },
  ],
  endings: [{ id: ending, membership: ended, subject: ann }],
  choices: [{ id: choice, entry, learner: ann, shared_with: "tutor", replaces: "[]" }],
  closings: [{ learner: ann, series: school, review: id("review"), number: 1 }],
  tray: [
    {
      id: entry,
      hash: "c".repeat(64),
      learner: ann,
      person: tess,
      device: "tablet",
      envelope: "{}",
      state: bytes,
      at: 12,
    },
  ],
  users: [{ person: tess, user_name: "Tess", user_name_key: "tess", password: "argon2id$1", left_at: null }],
  codes: [{ hash: "code", person: tess, issued_by: "server", issued_at: 1, expires_at: 2, used_at: null }],
  outside_ids: [{ source: school, outside_id: "77", id: tess }],
  acts: [{ at: 1, by: "server", act: "code-issued", about: tess }],
  devices: [
    { id: "tablet", person: tess, name: "Tess’ tablet", added_at: 1, last_seen_at: 2, revoked_at: null },
  ],
  sessions: [
    { token_hash: "token", person: tess, device: "tablet", signed_in_at: 1, expires_at: 9, last_seen_at: 2 },
  ],
  tries: [{ name: "user tess", count: 3, since: 4 }],
};

/** Reads everything through the contract, and expects what it meant when it was written. */
export async function expectRows(storage: Storage): Promise<void> {
  await storage.read(async (t) => {
    await expectRecords(t);
    await expectFacts(t);
    await expectAccounts(t);
  });
}

async function expectRecords({ records, history, scopes, meta }: Transaction): Promise<void> {
  expect(await records.byIds([entry])).toEqual([
    {
      id: entry,
      kind: "log-entry",
      learner: ann,
      stamps: { createdBy: person("ann"), createdAt: 1_790_000_000_000, arrivedAt: 1_790_000_000_001 },
      state: bytes,
      hash: "a".repeat(64),
      summary: { at: 1_790_000_000_000 },
    },
  ]);
  const [found] = await records.byIds([comment]);
  expect(found).toMatchObject({ about: entry, stamps: { number: 3 } });
  expect((await history.of(entry)).map(({ previous }) => previous)).toEqual([undefined, bytes]);
  expect(await history.clients([entry])).toEqual([{ record: entry, client: 4_294_967_295, device: "phone" }]);
  expect(await scopes.rowsAfter(log, 0, 10)).toEqual([
    { scope: log, record: entry, position: 2, left: false, sizeBytes: 5 },
    { scope: log, record: comment, position: 3, left: true, sizeBytes: 0 },
  ]);
  expect((await scopes.marks([log])).get(log)).toEqual({ scope: log, position: 3, digest: 2 ** 48 - 1 });
  expect(await scopes.highest()).toBe(3);
  expect(await meta.get("epoch")).toBe("the first");
}

async function expectFacts({ memberships, facts }: Transaction): Promise<void> {
  expect(await memberships.standing({ learners: [ann] })).toEqual([
    { id: membership, role: "tutor", learner: ann, person: tess, organisation: undefined, ended: false },
  ]);
  expect(await memberships.endings([ended as typeof membership])).toEqual([
    { id: ending, membership: ended, subject: ann },
  ]);
  expect(await facts.choices([entry])).toMatchObject([{ id: choice, value: { sharedWith: "tutor" } }]);
  expect(await facts.closings(ann)).toMatchObject([{ number: 1 }]);
  expect(await facts.tray([ann])).toMatchObject([{ id: entry, state: bytes, at: 12 }]);
}

async function expectAccounts({ accounts }: Transaction): Promise<void> {
  expect(await accounts.userByName("TESS")).toEqual({
    person: tess,
    userName: "Tess",
    password: "argon2id$1",
  });
  expect(await accounts.codeByHash("code")).toMatchObject({ person: tess, expiresAt: 2 });
  expect(await accounts.device("tablet")).toMatchObject({ name: "Tess’ tablet" });
  expect(await accounts.session("token")).toMatchObject({ device: "tablet", expiresAt: 9 });
  expect(await accounts.tries("user tess")).toEqual({ name: "user tess", count: 3, since: 4 });
  expect(await accounts.outsideIds(school)).toEqual([{ source: school, outsideId: "77", id: tess }]);
}
