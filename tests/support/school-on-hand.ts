/**
 * A server in the test's own page: it gives what it was given to hold, keeps what is pushed, and can be
 * out of reach. No access rules and no history: for tests of screens, which stand on a real store.
 */
import { hashOf } from "#model/record/bytes.ts";
import type { Scope } from "#model/access.ts";
import { createId, learnerOfPerson } from "#model/id.ts";
import type { Id, KindName, LearnerId, OrganisationId, PersonId } from "#model/id.ts";
import { kindOf } from "#model/kinds.ts";
import { no, yes } from "#model/outcome.ts";
import type { Problem } from "#model/outcome.ts";
import type { HeldRecord, Message } from "#model/wire/protocol.ts";
import { createState, mergeStates, project } from "#model/record/record.ts";
import type { Account } from "#store/account.ts";
import type { Transport } from "#store/ports.ts";
import type { EditOf } from "#store/store.ts";
import { seededRandom } from "./seeded-random.ts";
import { named } from "./written.ts";

const random = seededRandom(7);
const epoch = "an epoch";

/** The learner whose screens are shown. */
export const maisiesPerson: PersonId = named("person", "m");
/** Their tutor. */
export const iqbal: PersonId = named("person", "q");
/** Their home. */
export const school: OrganisationId = named("organisation", "s");

const maisie: LearnerId = learnerOfPerson(maisiesPerson);

/** The learner's account on this device. */
export const maisiesAccount: Account = {
  person: maisiesPerson,
  name: "Maisie Thornton",
  userName: "maisie",
  device: "device-1",
  learner: maisie,
  home: "learner",
  signedInAt: 0,
};

/** Their tutor's account on a device of her own. */
export const iqbalsAccount: Account = {
  person: iqbal,
  name: "Farida Iqbal",
  userName: "f.iqbal",
  device: "device-2",
  home: "tutor",
  signedInAt: 0,
};

/** What a record is beside what it says. */
interface Beside<K extends KindName> {
  readonly id?: Id<K>;
  readonly by?: PersonId;
  readonly at?: number;
  readonly number?: number;
  /** Another learner than the one whose screens are shown. */
  readonly learner?: LearnerId;
}

/** A record about the learner (or, for organisations and people, the school), as the server holds it. */
export function held<K extends KindName>(kind: K, edit: EditOf<K>, beside: Beside<K> = {}): HeldRecord {
  const { by = iqbal, at = Date.now(), number, learner = maisie } = beside;
  const id = beside.id ?? createId(kind, at, random);
  const state = createState(kindOf(kind), edit, { person: by, random });
  const about = kind === "person" || kind === "organisation" ? { org: school } : { learner };
  const stamps = { createdBy: by, createdAt: at, arrivedAt: at, ...(number === undefined ? {} : { number }) };
  return {
    envelope: { id, kind, ...about, createdBy: by, createdAt: at },
    stamps,
    state,
    hash: hashOf(state),
    receipt: "receipt",
  };
}

/** The people and the school around the learner. */
export const around = (): readonly HeldRecord[] => [
  held("organisation", (draft) => draft.set("name", "Thornfield School"), { id: school }),
  held("person", (draft) => draft.set("name", "Farida Iqbal"), { id: iqbal }),
  held("person", (draft) => draft.set("name", "Maisie Thornton"), { id: maisiesPerson }),
  held("learner", (draft) => draft.set("programme", "Joinery"), { id: maisie }),
  held("membership", (draft) => {
    draft.set("role", "tutor");
    draft.set("person", iqbal);
  }),
  held("membership", (draft) => {
    draft.set("role", "home");
    draft.set("organisation", school);
  }),
];

const scope: Scope = `plan:${maisie}`;

/** A record with the place in the order in which things arrived; of what was erased only that place is told. */
type Shelved = HeldRecord & { readonly position: number; readonly erased?: true };
type Pushed = Message<"push">["records"][number];

/** What the server holds. */
interface Shelf {
  readonly get: (id: Id) => Shelved | undefined;
  /** Puts a record last in the order of arrival. */
  readonly put: (record: Omit<Shelved, "position">) => void;
  /** Does nothing where there is no such record. */
  readonly erase: (id: Id | undefined) => void;
  readonly after: (position: number) => readonly Shelved[];
  readonly highest: () => number;
}

function createShelf(given: readonly HeldRecord[]): Shelf {
  const records = new Map<Id, Shelved>();
  let highest = 0;
  const put: Shelf["put"] = (record) => {
    highest += 1;
    records.set(record.envelope.id, { ...record, position: highest });
  };
  given.forEach(put);
  return {
    get: (id) => records.get(id),
    put,
    erase: (id) => {
      const record = id && records.get(id);
      if (record) put({ ...record, erased: true });
    },
    after: (position) => [...records.values()].filter((record) => record.position > position),
    highest: () => highest,
  };
}

/** A server whose ways a test can change. */
export interface SchoolOnHand extends Transport {
  /** Puts it out of reach, or back. */
  cut(isCut: boolean): void;
  /** Refuses everything that is pushed with this problem, or nothing any more. */
  refuse(problem: Problem | undefined): void;
  /** Takes in what somebody else wrote on a device of theirs. */
  arrive(record: HeldRecord): void;
  /** Erases a record, as somebody did on a device of theirs. */
  erase(id: Id): void;
}

/** A server that holds these records. `pusher` is whose device sends to it. */
export function schoolOnHand(given: readonly HeldRecord[], pusher: PersonId = maisiesPerson): SchoolOnHand {
  const shelf = createShelf(given);
  let isCut = false;
  let refusal: Problem | undefined;
  const header = () => ({ epoch, serverTime: Date.now() });
  const keep = ({ envelope, state, rev }: Pushed) => {
    if (refusal) return { id: envelope.id, rev, refused: refusal };
    if (envelope.kind === "erasure") shelf.erase(project(kindOf("erasure"), state).record);
    const before = shelf.get(envelope.id);
    const merged = before ? mergeStates(before.state, state) : state;
    const { createdBy = pusher, createdAt = Date.now() } = envelope;
    const stamps = before?.stamps ?? { createdBy, createdAt, arrivedAt: Date.now() };
    const kept = { hash: hashOf(merged), stamps, receipt: "receipt" };
    if (before?.hash !== kept.hash)
      shelf.put({ envelope: { ...envelope, createdBy, createdAt }, state: merged, ...kept });
    return { id: envelope.id, rev, kept };
  };
  const pull = ({ positions }: Message<"pull">): Message<"pulled"> => {
    const news = shelf.after(positions[scope] ?? 0);
    const highest = shelf.highest();
    return {
      ...header(),
      records: news.filter(({ erased }) => !erased),
      rows: news.map(({ envelope, erased }) => ({ scope, id: envelope.id, ...(erased && { erased }) })),
      positions: { [scope]: highest },
      forget: [],
      highest: { position: highest, proof: "proof" },
      more: false,
    };
  };
  const answers = {
    push: ({ records }: Message<"push">) => ({ ...header(), answers: records.map(keep) }),
    pull,
    audit: () => ({ ...header(), differ: {} }),
    offer: () => ({ ...header(), ids: [] }),
    recover: () => ({ ...header(), answers: [] }),
    tray: () => ({ ...header(), ids: [] }),
  };
  return {
    cut: (cut) => {
      isCut = cut;
    },
    arrive: (record) => {
      const before = shelf.get(record.envelope.id);
      const state = before ? mergeStates(before.state, record.state) : record.state;
      shelf.put({ ...(before ?? record), state, hash: hashOf(state) });
    },
    erase: shelf.erase,
    refuse: (problem) => {
      refusal = problem;
    },
    ask: async (name, message) => (isCut ? no("offline") : yes(answers[name](message as never) as never)),
  };
}
