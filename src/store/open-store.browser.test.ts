/** The whole store, once as it is and once with its words sealed on their way to the disk. */
import { afterEach, describe, expect, test } from "vitest";
import { learnerOfPerson } from "#model/id.ts";
import type { LearnerId, PersonId } from "#model/id.ts";
import type { EditOf, Store } from "#store/store.ts";
import { databaseNamesOf, everythingStoredOf, newPerson } from "#tests/support/browser/databases.ts";
import { retyped, wordsOfState } from "#tests/support/rows.ts";
import {
  learnerAccount,
  silence,
  unreachable,
  untilStatus,
  wordsOfEntries,
} from "#tests/support/browser/stores.ts";
import { ToyServer } from "#tests/support/toy-server.ts";
import { toySealing } from "#tests/support/toy-sealing.ts";
import { deleteDatabases } from "./database/delete-databases.ts";
import { openStore } from "./open-store.ts";
import { usualTempo } from "./sync/rounds.ts";

const tempo = { ...usualTempo, firstMs: 0, writtenMs: 5, rungMs: 1, failedMs: 50 };
const known = "The quick welder ate my sandwich";

const saying =
  (words: string): EditOf<"log-entry"> =>
  (draft) =>
    draft.type("did", words);

/** What base64 shows of a text, wherever it stands among other bytes. */
const inBase64 = (text: string): string[] =>
  ["", "x", "xy"].map((before) => btoa(`${before}${text}`).slice(before.length + 1, -4));

const open: Store[] = [];

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

describe.each([
  ["as they are", {}],
  ["sealed", { sealing: toySealing }],
] as const)("a store whose words lie on the disk %s", (_how, options) => {
  async function aStore(person: PersonId, server: ToyServer): Promise<Store> {
    server.scope = `own:${person}`;
    const opened = await openStore(learnerAccount(person), {
      transport: server,
      hangDoorbell: silence,
      tempo,
      ...options,
    });
    if (!opened.ok) throw new Error(opened.problem.code);
    open.push(opened.value);
    return opened.value;
  }

  const write = async (store: Store, words: string) => {
    const about = { learner: learnerOfPerson(store.person) };
    const written = await store.records.create("log-entry", about, saying(words));
    if (!written.ok) throw new Error(written.problem.code);
    return written.value;
  };

  test("what is written is sent, and what others wrote is shown", async () => {
    const server = new ToyServer();
    const store = await aStore(newPerson(), server);
    const { id } = await write(store, "Mine");
    await untilStatus(store, ({ unsent, allSentAt }) => unsent === 0 && allSentAt !== undefined);
    const held = server.held.get(id);
    if (!held) throw new Error("not sent");
    server.keep(held.record.envelope, retyped(held.record.state, "Mine, and theirs"));
    await store.sync.sendNow();
    expect(await wordsOfEntries(store, 1)).toEqual(["Mine, and theirs"]);
    expect(await store.records.get(id)).toMatchObject({ unsent: false });
  });

  test("typing while rounds come and go loses no letter on either side", async () => {
    const server = new ToyServer();
    const store = await aStore(newPerson(), server);
    const { id } = await write(store, "");
    const editor = await store.records.open(id);
    const words = "I cut the pipe, cleaned it, fluxed it and soldered the joint.";
    for (let length = 1; length <= words.length; length += 1) {
      editor.change(saying(`${editor.value().did}${words[length - 1]}`));
      if (length % 7 === 0) await store.sync.sendNow();
      const held = length === 35 ? server.held.get(id) : undefined;
      if (held) {
        const { envelope, state } = held.record;
        server.keep(envelope, retyped(state, `Mind the flame. ${wordsOfState(state)}`));
      }
    }
    await editor.flush();
    await store.sync.sendNow();
    await untilStatus(store, ({ unsent }) => unsent === 0);
    const record = await store.records.get(id);
    expect(record?.value.did).toBe(`Mind the flame. ${words}`);
    expect(editor.value().did).toBe(record?.value.did);
    await editor.close();
  });

  test("[S4] words refused while they are being typed are in the tray, and the record is the server's", async () => {
    const server = new ToyServer();
    const store = await aStore(newPerson(), server);
    const { id } = await write(store, "Agreed");
    await store.sync.sendNow();
    server.refuses = () => ({ code: "not-allowed" });
    const editor = await store.records.open(id);
    editor.change(saying("Agreed. And this"));
    await editor.flush();
    await store.sync.sendNow();
    await untilStatus(store, ({ refused, unsent }) => refused === 1 && unsent === 0);
    expect((await store.records.get(id))?.value.did).toBe("Agreed");
    server.refuses = () => undefined;
    expect(await store.sync.retryRefused(id)).toMatchObject({ ok: true });
    await store.sync.sendNow();
    expect((await store.records.get(id))?.value.did).toBe("Agreed. And this");
    expect(await store.sync.refused()).toEqual([]);
    await editor.close();
  });

  test("[S6] what is typed after access ended is kept when the editor closes, and handed to the server", async () => {
    const server = new ToyServer();
    const store = await aStore(newPerson(), server);
    const { id } = await write(store, "While I may");
    await store.sync.sendNow();
    const editor = await store.records.open(id);
    server.forget = [server.scope];
    await store.sync.sendNow();
    expect(await store.records.get(id)).toBeUndefined();
    editor.change(saying("While I may, and after"));
    expect(await editor.flush()).toEqual({ ok: false, problem: { code: "not-found" } });
    await editor.close();
    const [kept] = await store.sync.refused();
    expect(kept).toMatchObject({ id, problem: { code: "not-found" } });
    await store.sync.sendNow();
    expect(await store.sync.refused()).toEqual([]);
    expect(wordsOfState(server.tray.get(id) ?? new Uint8Array())).toBe("While I may, and after");
  });

  test("an export holds every word, also those refused", async () => {
    const server = new ToyServer();
    const store = await aStore(newPerson(), server);
    await write(store, known);
    expect(await store.export()).toContain(known);
  });

  test("the files tell no word when they are sealed", async () => {
    const server = new ToyServer();
    const person = newPerson();
    const store = await aStore(person, server);
    const { id } = await write(store, known);
    await store.sync.sendNow();
    server.refuses = () => ({ code: "not-allowed" });
    await store.records.change(id, saying(`${known}, twice`));
    await store.sync.sendNow();
    expect(await store.sync.refused()).toHaveLength(1);
    const files = await everythingStoredOf(person);
    expect(files).toContain(id);
    const isSealed = "sealing" in options;
    expect(files.includes("sandwich")).toBe(!isSealed);
    expect(inBase64("sandwich").some((text) => files.includes(text))).toBe(!isSealed);
  });

  test("a person has two databases on the device, and after deletion by name none", async () => {
    const person = newPerson();
    const store = await aStore(person, new ToyServer());
    await write(store, known);
    await store.close();
    open.length = 0;
    expect(await databaseNamesOf(person)).toHaveLength(2);
    await deleteDatabases(person);
    expect(await databaseNamesOf(person)).toEqual([]);
  });
});

/** Writes while lists are read, each of which is then read once more, a little later; and closes the store. */
async function closeWhileReading(store: Store): Promise<void> {
  void store.records.create("log-entry", { learner: learnerOfPerson(store.person) }, saying(known));
  while (store.sync.status().unsent === 0) {
    const learner = `learner:${crypto.randomUUID()}` as LearnerId;
    store.records.watchAll("log-entry", { learner }, () => undefined);
    await new Promise((next) => setTimeout(next));
  }
  await store.close();
}

test("a list still being read when its store is closed is let go of, and nothing breaks over it", async () => {
  const broken: unknown[] = [];
  const note = ({ error }: ErrorEvent): void => void broken.push(error);
  addEventListener("error", note);
  // When a list is read again is up to the browser: it fell between closing and closed every other time.
  for (let turn = 0; turn < 6; turn += 1) {
    const account = learnerAccount(newPerson());
    const openHere = async (): Promise<Store> => {
      const opened = await openStore(account, { transport: unreachable, hangDoorbell: silence });
      if (!opened.ok) throw new Error(opened.problem.code);
      open.push(opened.value);
      return opened.value;
    };
    await closeWhileReading(await openHere());
    expect(await wordsOfEntries(await openHere(), 1)).toEqual([known]);
  }
  removeEventListener("error", note);
  expect(broken).toEqual([]);
});
