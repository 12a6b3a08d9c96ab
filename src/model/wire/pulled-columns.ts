/**
 * How a page of a pull lies on the wire: in columns, not in records. Names are written once and like
 * lies beside like, which compresses far better; and what the reader can work out (a state's hash, a
 * stamp that repeats the envelope, the id of a row whose record is in the page) is left out. A page
 * comes back as it was. Source: RULES P1.
 */
import { hashOf } from "#model/record/bytes.ts";
import type { Hash } from "#model/record/bytes.ts";

type Bag = Readonly<Record<string, unknown>>;

/** The parts of a page that are laid out in columns; everything else stays as it is. */
interface Page extends Bag {
  readonly records: readonly {
    readonly envelope: Bag;
    readonly stamps: Bag;
    readonly state: Uint8Array;
    readonly hash: Hash;
    readonly receipt: string;
  }[];
  readonly rows: readonly Bag[];
}

/** A page as it is sent. `hashed` works out a state's hash. */
export function pulledToColumns({ records, rows, ...rest }: Page, hashed: typeof hashOf): Bag {
  const placeById = new Map(records.map(({ envelope }, place) => [envelope["id"], place]));
  return {
    ...rest,
    envelopes: columnsOf(records.map(({ envelope }) => envelope)),
    stamps: columnsOf(records.map(({ stamps, envelope }) => without(stamps, envelope))),
    contents: columnsOf(
      records.map(({ state, receipt, hash }) => ({
        state,
        receipt,
        ...(hash === hashed(state) ? {} : { hash }),
      })),
    ),
    rows: columnsOf(rows.map((row) => ({ ...row, id: placeById.get(row["id"]) ?? row["id"] }))),
  };
}

/** The page that was sent; for anything that is no such page, something that is no page either. */
export function columnsToPulled(sent: unknown): unknown {
  if (!isBag(sent)) return sent;
  const {
    envelopes: sentEnvelopes,
    stamps: sentStamps,
    contents: sentContents,
    rows: sentRows,
    ...rest
  } = sent;
  const [envelopes, stamps, contents, rows] = [sentEnvelopes, sentStamps, sentContents, sentRows].map(bagsOf);
  if (!envelopes || !rows || stamps?.length !== envelopes.length || contents?.length !== envelopes.length)
    return rest;
  return {
    ...rest,
    records: envelopes.map((envelope, place) => {
      const { createdBy, createdAt } = envelope;
      return {
        envelope,
        stamps: { ...given({ createdBy, createdAt }), ...stamps[place] },
        ...withHash(contents[place] ?? {}),
      };
    }),
    rows: rows.map((row) => ({
      ...row,
      id: typeof row["id"] === "number" ? envelopes[row["id"]]?.["id"] : row["id"],
    })),
  };
}

const isBag = (value: unknown): value is Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

const given = (bag: Bag): Bag =>
  Object.fromEntries(Object.entries(bag).filter(([, value]) => value !== undefined));

/** What of `bag` does not stand in `other` already. */
const without = (bag: Bag, other: Bag): Bag =>
  Object.fromEntries(Object.entries(bag).filter(([name, value]) => value !== other[name]));

const withHash = (content: Bag): Bag =>
  content["hash"] === undefined && content["state"] instanceof Uint8Array
    ? { ...content, hash: hashOf(content["state"]) }
    : content;

/** One list a name that any of the bags has, with null where a bag has none; and how many there are. */
function columnsOf(bags: readonly Bag[]): Bag {
  const names = new Set(bags.flatMap((bag) => Object.keys(bag).filter((name) => bag[name] !== undefined)));
  const columns = [...names].map((name) => [name, bags.map((bag) => bag[name] ?? null)] as const);
  return { count: bags.length, columns: Object.fromEntries(columns) };
}

/** The bags that {@link columnsOf} laid out; undefined for anything else. */
function bagsOf(sent: unknown): readonly Bag[] | undefined {
  if (!isBag(sent) || !isBag(sent["columns"])) return undefined;
  const { count } = sent;
  const columns = Object.entries(sent["columns"]);
  const isTable = columns.every(([, column]) => Array.isArray(column) && column.length === count);
  if (!isTable || (columns.length === 0 && count !== 0)) return undefined;
  return Array.from({ length: Number(count) }, (_none, place) =>
    bagAt(columns as [string, readonly unknown[]][], place),
  );
}

const bagAt = (columns: readonly [string, readonly unknown[]][], place: number): Bag =>
  Object.fromEntries(
    columns.flatMap(([name, column]) => (column[place] === null ? [] : [[name, column[place]]])),
  );
