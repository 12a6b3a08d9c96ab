/**
 * What waits to be sent, counted as the person who wrote it would. One thing is often several records: an entry
 * with its parts and with whom it is shared, a review with everything written at it, what was erased in one go. No record
 * is left out, so nothing waits exactly when there is no thing. Source: RULES S16.
 */
import type { Id, KindName } from "#model/id.ts";
import type { Instant } from "#model/time.ts";

/** What people call a thing. */
export type ThingName = "entry" | "answer" | "comment" | "plan" | "goal" | "target" | "review" | "thing";

const nameByKind: Readonly<Partial<Record<KindName, ThingName>>> = {
  "log-entry": "entry",
  "sharing-choice": "entry",
  "how-it-is-going": "answer",
  comment: "comment",
  plan: "plan",
  objective: "goal",
  target: "target",
  review: "review",
  contribution: "review",
  "target-outcome": "review",
  "review-closed": "review",
};

/** A record as far as counting needs it. */
export interface Countable {
  readonly id: Id;
  readonly kind: KindName;
  readonly createdAt?: Instant | undefined;
  readonly value: Readonly<Record<string, unknown>>;
}

/** One thing that waits. */
export interface WaitingThing {
  readonly name: ThingName;
  /** The kind of all that waits of it; where that is several, of what it is named after. */
  readonly kind: KindName;
  /** The record whose words tell it from others; it may be sent already, or not be on this device. */
  readonly shown: Id;
}

/** Nobody asks to erase twice so soon, and a device writes all that goes together at once. */
const oneGoMs = 1000;

const linked = (value: unknown): Id | undefined => (typeof value === "string" ? (value as Id) : undefined);

type Read = ReadonlyMap<Id, Countable>;

/** The entry that a record is a part of, as far back as `read` says. */
function headOf(id: Id, read: Read): Id {
  const met = new Set<Id>();
  let head = id;
  while (!met.has(head)) {
    met.add(head);
    head = linked(read.get(head)?.value["continues"]) ?? head;
  }
  return head;
}

/** The record that a thing is named after. */
function namedAfter({ id, kind, value }: Countable, read: Read): Id {
  if (kind === "log-entry") return headOf(id, read);
  if (kind === "sharing-choice") return headOf(linked(value["entry"]) ?? id, read);
  return (nameByKind[kind] === "review" && linked(value["review"])) || id;
}

/** Ids of entries, sent ones, that have to be read to tell which entry a record belongs to. */
export function entriesToRead(unsent: readonly Countable[], read: Read): readonly Id[] {
  const all = allRead(unsent, read);
  const heads = unsent
    .filter(({ kind }) => nameByKind[kind] === "entry")
    .map((record) => namedAfter(record, all));
  return [...new Set(heads)].filter((head) => !all.has(head));
}

const allRead = (unsent: readonly Countable[], read: Read): Read =>
  new Map([...read, ...unsent.map((record) => [record.id, record] as const)]);

/** What was erased, by the erasing it went with: the first of those that were written at once. */
function erasings(unsent: readonly Countable[]): ReadonlyMap<Id, Id> {
  const erasures = unsent
    .filter(({ kind }) => kind === "erasure")
    .toSorted((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0));
  const by = new Map<Id, Id>();
  let before: Countable | undefined;
  for (const erasure of erasures) {
    const isSameGo = before && (erasure.createdAt ?? 0) - (before.createdAt ?? 0) < oneGoMs;
    const first: Id = (isSameGo && before && by.get(before.id)) || erasure.id;
    by.set(erasure.id, first);
    const gone = linked(erasure.value["record"]);
    if (gone) by.set(gone, first);
    before = erasure;
  }
  return by;
}

/** The things that these records are, in the order of the first record of each. `read` are others that were asked for. */
export function waitingThings(
  unsent: readonly Countable[],
  read: Read = new Map<Id, Countable>(),
): readonly WaitingThing[] {
  const all = allRead(unsent, read);
  const gone = erasings(unsent);
  const things = Map.groupBy(unsent, (record) => {
    const named = namedAfter(record, all);
    return gone.get(record.id) ?? gone.get(named) ?? named;
  });
  return [...things].map(([named, records]) => thingOf(named, records));
}

function thingOf(named: Id, records: readonly Countable[]): WaitingThing {
  const [first, ...more] = records;
  const lead = records.find(({ id }) => id === named) ?? first;
  const kind = lead?.kind ?? "log-entry";
  const isEntry = nameByKind[kind] === "entry";
  const isOneKind = more.every((record) => record.kind === first?.kind);
  return {
    name: nameByKind[kind] ?? "thing",
    kind: isOneKind ? kind : isEntry ? "log-entry" : lead?.id === named ? kind : "review",
    shown: isEntry ? named : (lead?.id ?? named),
  };
}
