import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { learnerOfPerson } from "#model/id.ts";
import type { PersonId } from "#model/id.ts";
import type { Problem } from "#model/outcome.ts";
import { databaseNamesOf, newPerson } from "#tests/support/browser/databases.ts";
import { learnerAccount, silence, unreachable } from "#tests/support/browser/stores.ts";
import { ToyServer } from "#tests/support/toy-server.ts";
import { signIn, signOut, watchSignedOut, whoIsHere } from "./account.ts";
import { openStore } from "./open-store.ts";
import type { Transport } from "./ports.ts";
import type { Store } from "./store.ts";

let person: PersonId;
let asked: { readonly call: string; readonly body: unknown }[];
let refuses: Problem | undefined;

beforeEach(() => {
  person = newPerson();
  asked = [];
  refuses = undefined;
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
    asked.push({ call: `${init.method} ${path}`, body });
    if (refuses) return Response.json({ problem: refuses }, { status: 401 });
    return Response.json(init.method === "DELETE" ? {} : learnerAccount(person));
  });
});
afterEach(() => vi.unstubAllGlobals());

async function signedIn(transport: Transport): Promise<Store> {
  const account = await signIn({ userName: "maisie", password: "correct horse" });
  if (!account.ok) throw new Error(account.problem.code);
  const opened = await openStore(account.value, { transport, hangDoorbell: silence });
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

const write = (store: Store) =>
  store.records.create("log-entry", { learner: learnerOfPerson(store.person) }, (draft) =>
    draft.type("did", "Sanded"),
  );

const serverOf = (): ToyServer => Object.assign(new ToyServer(), { scope: `own:${person}` });

test("whoever signed in is known without asking the server, until they sign out", async () => {
  const store = await signedIn(serverOf());
  expect(await whoIsHere()).toMatchObject({ person, userName: "maisie" });
  await signOut(store);
  expect(await whoIsHere()).toBeUndefined();
  expect(asked.map(({ call }) => call)).toEqual(["POST /api/session", "DELETE /api/session"]);
});

test("a refusal is a problem, and nobody arrives", async () => {
  refuses = { code: "wrong-password" };
  const outcome = await signIn({ userName: "maisie", password: "wrong" });
  expect(outcome).toEqual({ ok: false, problem: { code: "wrong-password" } });
  expect((await whoIsHere())?.person).not.toBe(person);
});

test("a device names itself by the id the server gave it before", async () => {
  await signOut(await signedIn(serverOf()));
  await signOut(await signedIn(serverOf()));
  expect(asked.findLast(({ call }) => call.startsWith("POST"))?.body).toMatchObject({ device: "device-1" });
});

test("signing out sends first, and then nothing of the person is on the device", async () => {
  const server = serverOf();
  const store = await signedIn(server);
  await write(store);
  expect(await signOut(store)).toEqual({ done: true });
  expect(server.held.size).toBe(1);
  expect(await databaseNamesOf(person)).toEqual([]);
});

test("[S6] what cannot be sent keeps the person signed in, with the count, until they insist", async () => {
  const store = await signedIn(unreachable);
  await write(store);
  expect(await signOut(store)).toMatchObject({
    done: false,
    unsent: 1,
    waiting: [{ name: "entry" }],
    refused: 0,
    problem: { code: "offline" },
  });
  expect((await whoIsHere())?.person).toBe(person);
  expect(await store.export()).toContain("Sanded");
  expect(await signOut(store, { evenUnsent: true })).toEqual({ done: true });
  expect(await databaseNamesOf(person)).toEqual([]);
});

test("a sign-out the server could not hear of is told to it at the next start", async () => {
  const store = await signedIn(serverOf());
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
  expect(await signOut(store)).toEqual({ done: true });
  const told = new Promise((resolve) => {
    vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
      resolve(`${init.method} ${path}`);
      return Response.json({});
    });
  });
  await whoIsHere();
  expect(await told).toBe("DELETE /api/session");
});

/** Hears and speaks as another tab does. */
const anotherTab = (): BroadcastChannel => new BroadcastChannel("waymark-signed-out");

test("other tabs hear that their person signed out, and the one that does it goes on to tell the server", async () => {
  const store = await signedIn(serverOf());
  const heardHere = vi.fn<() => void>();
  const unwatch = watchSignedOut(person, heardHere);
  const other = anotherTab();
  const heardThere = new Promise((resolve) => {
    other.addEventListener("message", ({ data }) => resolve(data));
  });
  await signOut(store);
  expect(await heardThere).toBe(person);
  expect(heardHere).not.toHaveBeenCalled();
  expect(asked.filter(({ call }) => call === "DELETE /api/session")).toHaveLength(1);
  other.close();
  unwatch();
});

test("a tab hears that its person signed out in another", async () => {
  const store = await signedIn(serverOf());
  const heard = new Promise<string>((resolve) => {
    watchSignedOut(person, () => resolve("signed out"));
  });
  const other = anotherTab();
  other.postMessage(person);
  expect(await heard).toBe("signed out");
  other.close();
  await store.close();
});
