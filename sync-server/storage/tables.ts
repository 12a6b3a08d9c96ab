/**
 * The tables, as Kysely types them; the same on every database. Booleans are 0 and 1, instants and
 * positions whole numbers, an absent value is null, and JSON is text.
 */

/** One row a record. */
export interface RecordsTable {
  id: string;
  kind: string;
  learner: string | null;
  org: string | null;
  about: string | null;
  created_by: string;
  created_at: number;
  arrived_at: number;
  number: number | null;
  hash: string;
  summary: string | null;
  size_bytes: number;
  state: Uint8Array;
}

/** One row a scope and record. */
export interface ScopeRowsTable {
  scope: string;
  record: string;
  position: number;
  has_left: number;
}

/** One row a scope that ever held a record. */
export interface ScopesTable {
  scope: string;
  position: number;
  digest: number;
}

/** One row a change of a record. */
export interface HistoryTable {
  record: string;
  position: number;
  at: number;
  by: string;
  device: string;
  previous: Uint8Array | null;
}

/** One row a record and Yjs client id. */
export interface ClientsTable {
  record: string;
  client: number;
  device: string;
}

/** One row a membership. */
export interface MembershipsTable {
  id: string;
  role: string;
  learner: string | null;
  org: string | null;
  person: string | null;
  organisation: string | null;
  ended: number;
}

/** One row a membership-ended. */
export interface EndingsTable {
  id: string;
  membership: string;
  subject: string;
}

/** One row a sharing choice. */
export interface ChoicesTable {
  id: string;
  entry: string;
  learner: string;
  shared_with: string;
  replaces: string;
}

/** One row a review that was closed. */
export interface ClosingsTable {
  learner: string;
  series: string;
  review: string;
  number: number;
}

/** One row a version of a record written before access ended. */
export interface TrayTable {
  id: string;
  hash: string;
  learner: string | null;
  person: string;
  device: string;
  envelope: string;
  state: Uint8Array;
  at: number;
}

/** The server's own words. */
export interface MetaTable {
  name: string;
  text: string;
}

/** One row, whose value is the last position anybody reserved. */
export interface PositionsTable {
  name: string;
  value: number;
}

/** One row a person who may sign in. `user_name_key` is the name in lower case. */
export interface UsersTable {
  person: string;
  user_name: string;
  user_name_key: string;
  password: string | null;
  left_at: number | null;
}

/** One row a one-time code. */
export interface CodesTable {
  hash: string;
  person: string;
  issued_by: string;
  issued_at: number;
  expires_at: number;
  used_at: number | null;
}

/** One row a device. */
export interface DevicesTable {
  id: string;
  person: string;
  name: string;
  added_at: number;
  last_seen_at: number;
  revoked_at: number | null;
}

/** One row a signed-in device. */
export interface SessionsTable {
  token_hash: string;
  person: string;
  device: string;
  signed_in_at: number;
  expires_at: number;
  last_seen_at: number;
}

/** One row a name with failed tries. */
export interface TriesTable {
  name: string;
  count: number;
  since: number;
}

/** One row an id of an outside list. */
export interface OutsideIdsTable {
  source: string;
  outside_id: string;
  id: string;
}

/** One row an act on somebody's account. */
export interface ActsTable {
  at: number;
  by: string;
  act: string;
  about: string | null;
}

/** One row a commit that changed records, by the last position it took. */
export interface CommitsTable {
  position: number;
  mark: string;
}

/** One row a record that was erased. */
export interface ErasedTable {
  record: string;
}

/** One row a change that also stands in the journal. */
export interface JournaledTable {
  id: string;
}

/** Every table by name. */
export interface Tables {
  records: RecordsTable;
  scope_rows: ScopeRowsTable;
  scopes: ScopesTable;
  history: HistoryTable;
  clients: ClientsTable;
  memberships: MembershipsTable;
  endings: EndingsTable;
  choices: ChoicesTable;
  closings: ClosingsTable;
  tray: TrayTable;
  meta: MetaTable;
  positions: PositionsTable;
  users: UsersTable;
  codes: CodesTable;
  devices: DevicesTable;
  sessions: SessionsTable;
  tries: TriesTable;
  outside_ids: OutsideIdsTable;
  acts: ActsTable;
  commits: CommitsTable;
  erased: ErasedTable;
  journaled: JournaledTable;
}
