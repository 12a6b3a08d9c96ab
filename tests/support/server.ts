/**
 * A real server in this process, on memory, with a clock that tests set; and devices that speak the
 * protocol with nothing behind it, so that a test sends exactly what it means to send.
 */
import type { LearnerId, Id, KindName, OrganisationId, PersonId } from "#model/id.ts";
import { createId } from "#model/id.ts";
import { hashOf } from "#model/record/bytes.ts";
import { kindOf } from "#model/kinds.ts";
import type { EditOf } from "#store/store.ts";
import type { Envelope } from "#model/record/envelope.ts";
import type { Outcome } from "#model/outcome.ts";
import {
  protocolVersion,
  readMessage,
  writeMessage,
  type Message,
  type MessageName,
} from "#model/wire/protocol.ts";
import { editState, emptyState, type State } from "#model/record/record.ts";
import { addPeople, type People } from "#server/people/registrar.ts";
import { createServer, type Server, type ServerOptions } from "#server/server.ts";
import { createSession } from "#server/sign-in/sessions.ts";
import { openSqlite, type SqliteStorage } from "#server/storage/sqlite.ts";
import { openDesk } from "#server/sync/desk/desk.ts";

/** An id that is readable in a failing test: `person("ann")`. */
const named = <K extends KindName>(kind: K, name: string): Id<K> =>
  `${kind}_${name.replaceAll("-", "").padEnd(26, "0").slice(0, 26)}`;
/** A person's id by name. */
export const person = (name: string): PersonId => named("person", name);
/** The learner who is the person of this name. */
export const learner = (name: string): LearnerId => named("learner", name);
/** An organisation's id by name. */
export const organisation = (name: string): OrganisationId => named("organisation", name);

/** A server under test. */
export interface TestServer extends Server {
  readonly storage: SqliteStorage;
  /** Sets the clock forward, in milliseconds. */
  later(ms: number): void;
  readonly now: () => number;
}

/** Starts a server, by default on fresh memory and empty. */
export async function aServer(
  options: Partial<ServerOptions> & { readonly file?: string } = {},
): Promise<TestServer> {
  let now = Date.parse("2026-11-02T09:00:00Z");
  const { file, ...rest } = options;
  const storage = await openSqlite(file === undefined ? {} : { file });
  const server = await createServer({ storage, clock: () => now, limits: { sync: 1_000_000 }, ...rest });
  return {
    ...server,
    storage,
    now: () => now,
    later: (ms) => {
      now += ms;
    },
  };
}

/** Writes people as the server does. */
export const withPeople = (server: Pick<Server, "site">, people: People): Promise<void> =>
  server.site.storage.write(async (t) => {
    const desk = openDesk(t, server.site.surroundings.clock());
    await addPeople({ desk, random: Math.random, by: person("server") }, people);
    await desk.flush();
  });

/**
 * A school with Ann and Bob as learners, Tess their tutor, Jo who teaches Ann, a coordinator and an
 * administrator; Moor Lane, where Pat works, teaches Ann; another school has its own Zoe, Zak and Zed.
 */
export const aSchool: People = {
  organisations: [
    { id: organisation("school"), name: "Thornfield School", type: "school" },
    { id: organisation("moorlane"), name: "Moor Lane", type: "provider" },
    { id: organisation("other"), name: "Other School", type: "school" },
  ],
  people: [
    ...["ann", "bob", "tess", "jo", "coordinator", "admin"].map((name) => ({
      id: person(name),
      name,
      org: organisation("school"),
    })),
    { id: person("pat"), name: "pat", org: organisation("moorlane") },
    ...["zoe", "zak", "zed"].map((name) => ({ id: person(name), name, org: organisation("other") })),
  ],
  staff: [
    { org: organisation("school"), person: person("tess"), role: "staff" },
    { org: organisation("school"), person: person("jo"), role: "staff" },
    { org: organisation("school"), person: person("coordinator"), role: "coordinator" },
    { org: organisation("school"), person: person("admin"), role: "administrator" },
    { org: organisation("moorlane"), person: person("pat"), role: "staff" },
    { org: organisation("other"), person: person("zak"), role: "staff" },
    { org: organisation("other"), person: person("zed"), role: "coordinator" },
  ],
  learners: [
    {
      person: person("ann"),
      home: organisation("school"),
      programme: "Construction",
      tutors: [person("tess")],
      teachingTeam: [person("jo")],
      providers: [organisation("moorlane")],
    },
    { person: person("bob"), home: organisation("school"), tutors: [person("tess")] },
    { person: person("zoe"), home: organisation("other"), tutors: [person("zak")] },
  ],
};

/** Starts a server that has the school. */
export async function aSchoolServer(options: Parameters<typeof aServer>[0] = {}): Promise<TestServer> {
  const server = await aServer(options);
  await withPeople(server, aSchool);
  return server;
}

/** What a device may be asked to send. */
export interface TestDevice {
  readonly person: PersonId;
  readonly id: string;
  readonly cookie: string;
  /** Asks one question; a problem when the server answered with one. */
  ask<Q extends MessageName, A extends MessageName>(
    route: string,
    names: readonly [Q, A],
    message: Omit<Message<Q>, "protocol" | "epoch">,
  ): Promise<Outcome<Message<A>>>;
  push(
    ...records: readonly { readonly envelope: Envelope; readonly state: State }[]
  ): Promise<Message<"pushed">["answers"]>;
  /** Everything from the positions given, all pages. */
  pull(positions?: Message<"pull">["positions"], opened?: readonly LearnerId[]): Promise<Message<"pulled">>;
  epoch: string | null;
}

/** Signs a device in. */
export async function aDevice(
  server: Pick<Server, "site" | "app">,
  who: PersonId,
  id = `device-${who}`,
): Promise<TestDevice> {
  const { token } = await createSession(server.site, who, id);
  const cookie = `waymark_session=${token}`;
  const device: TestDevice = {
    person: who,
    id,
    cookie,
    epoch: null,
    ask: async (route, names, message) => {
      const body = writeMessage(names[0], {
        protocol: protocolVersion,
        epoch: device.epoch,
        ...message,
      } as never);
      const headers = { cookie, "content-type": "application/msgpack" };
      const response = await server.app.inject({
        method: "POST",
        url: `/api/sync/${route}`,
        headers,
        payload: Buffer.from(body),
      });
      if (response.statusCode === 200) return readMessage(names[1], new Uint8Array(response.rawPayload));
      const refused = readMessage("problem", new Uint8Array(response.rawPayload));
      return refused.ok ? { ok: false, problem: refused.value.problem } : refused;
    },
    push: async (...records) => {
      const sent = records.map((record, index) => ({ ...record, rev: index + 1 }));
      return orThrow(await device.ask("push", ["push", "pushed"], { records: sent })).answers;
    },
    pull: (positions = {}, opened = []) => pullAll(device, positions, opened),
  };
  return device;
}

async function pullAll(
  device: TestDevice,
  positions: Message<"pull">["positions"],
  opened: readonly LearnerId[],
): Promise<Message<"pulled">> {
  const page = orThrow(await device.ask("pull", ["pull", "pulled"], { positions, opened: [...opened] }));
  if (!page.more) return page;
  const rest = await pullAll(device, { ...positions, ...page.positions }, opened);
  return {
    ...rest,
    records: [...page.records, ...rest.records],
    rows: [...page.rows, ...rest.rows],
    positions: { ...page.positions, ...rest.positions },
  };
}

/** The value of an outcome that must be there. */
export function orThrow<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.problem.code} ${outcome.problem.detail ?? ""}`);
  return outcome.value;
}

/** A record as a device makes it: `aRecord("comment", {learner, by}, draft => …)`. */
export function aRecord<K extends KindName>(
  kind: K,
  {
    by,
    at = Date.parse("2026-11-02T08:00:00Z"),
    ...about
  }: {
    readonly by?: PersonId;
    readonly at?: number;
    readonly learner?: LearnerId;
    readonly org?: OrganisationId;
    readonly id?: Id<K>;
  },
  edit: EditOf<K>,
): { readonly envelope: Envelope; readonly state: State } {
  const writer = by ?? person("nobody");
  const { id = createId(kind, at, Math.random), learner: of, org } = about;
  const { state } = editState(kindOf(kind), emptyState, {
    edit,
    writer: { person: writer, random: Math.random },
  });
  const creator = by ? { createdBy: by, createdAt: at } : {};
  return { envelope: { id, kind, ...(of && { learner: of }), ...(org && { org }), ...creator }, state };
}

/** The same record with one more edit. */
export function edited<K extends KindName>(
  kind: K,
  record: { readonly envelope: Envelope; readonly state: State },
  { by, edit }: { readonly by: PersonId; readonly edit: EditOf<K> },
): { readonly envelope: Envelope; readonly state: State } {
  return {
    ...record,
    state: editState(kindOf(kind), record.state, { edit, writer: { person: by, random: Math.random } }).state,
  };
}

/** The hash of a state, as answers carry it. */
export const hashOfState = (state: State): string => hashOf(state);
