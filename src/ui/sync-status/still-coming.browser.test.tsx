import { act, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { learnerOfPerson } from "#model/id.ts";
import type { HeldRecord } from "#model/wire/protocol.ts";
import type { Account } from "#store/account.ts";
import type { SyncStatus } from "#store/store.ts";
import { useSession } from "#ui/session/session.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import { around, iqbalsAccount, maisiesAccount, maisiesPerson } from "#tests/support/school-on-hand.ts";
import { named } from "#tests/support/written.ts";

afterEach(() => void vi.restoreAllMocks());

const still: SyncStatus = { unsent: 0, refused: 0, busy: false, isComplete: true };

/** Shows an address while sending and fetching stand so; the function tells how they stand later. */
async function openWhile(
  path: string,
  account: Account,
  status: Partial<SyncStatus>,
  records: readonly HeldRecord[] = [],
) {
  const device = await openScreens("/me", records, account);
  const stands = (now: Partial<SyncStatus>): Promise<void> =>
    act(async () => {
      const sync = {
        ...device.store.sync,
        status: () => ({ ...still, ...now }),
        watch: () => () => undefined,
      };
      useSession.setState({ state: "signed-in", account, store: { ...device.store, sync } }, true);
    });
  await device.reload(path);
  await stands(status);
  return stands;
}

const maisie = learnerOfPerson(maisiesPerson);

/** Each place that says that there is nothing, and what it says. */
const places: readonly (readonly [string, Account, RegExp])[] = [
  ["/today", maisiesAccount, /Your trail starts here/],
  ["/log", maisiesAccount, /Put down your first stone/],
  ["/log/removed", maisiesAccount, /Nothing is removed/],
  [`/log/${named("log-entry", "x")}`, maisiesAccount, /This entry is not on this device/],
  ["/plan", maisiesAccount, /Your goals and targets will stand here/],
  [`/plan/target/${named("target", "x")}`, maisiesAccount, /This target is not here any more/],
  ["/caseload", { ...iqbalsAccount, person: named("person", "new") }, /Nobody is on your caseload yet/],
  [`/learner/${named("learner", "x")}`, iqbalsAccount, /This learner is not here/],
  [`/review/${named("review", "x")}`, iqbalsAccount, /This review is not here/],
];

test.for(places)(
  "%s says that things are still coming, and that there is nothing only once all has come",
  async ([path, account, nothing]) => {
    const stands = await openWhile(path, account, { isComplete: false, busy: true });
    const [heading] = await screen.findAllByRole("heading", { name: "Your things are still coming" });
    expect(heading).toBeVisible();
    expect(screen.queryByText(nothing)).toBeNull();

    await stands({ isComplete: true });
    expect(await screen.findByText(nothing)).toBeVisible();
    expect(screen.queryByText("Your things are still coming")).toBeNull();
  },
);

test("a tutor reads of a learner that targets may still come, and that there are none only once all has come", async () => {
  const stands = await openWhile(`/learner/${maisie}`, iqbalsAccount, { isComplete: false }, around());
  expect((await screen.findAllByText("This may still be coming.")).length).toBeGreaterThan(0);
  expect(screen.queryByText("No targets yet.")).toBeNull();
  await stands({ isComplete: true });
  expect(await screen.findByText("No targets yet.")).toBeVisible();
  expect(screen.queryByText("This may still be coming.")).toBeNull();
});

test("one can write while the log is still coming", async () => {
  await openWhile("/log", maisiesAccount, { isComplete: false });
  expect(await screen.findByRole("link", { name: "Write" })).toBeVisible();
  expect(screen.queryByText(/no entry yet/)).toBeNull();
});

/** Why it does not come on, and what is said of it. */
const reasons: readonly (readonly [string, Partial<SyncStatus>, RegExp])[] = [
  ["no signal", { problem: { code: "offline" } }, /when you have signal/],
  [
    "a full disk",
    { problem: { code: "storage-full" } },
    /is full\. What is saved on it is safe\. Take videos/,
  ],
  ["a failing server", { problem: { code: "server-failed" } }, /Everything is safe here/],
];

test.for(reasons)("while things are still coming, %s is said in plain words", async ([, status, words]) => {
  await openWhile("/today", maisiesAccount, { isComplete: false, ...status });
  expect(await screen.findByText(words)).toBeVisible();
});

test("a disk that fills in the midst of the first fetch is said on the line and in place of what is not here", async () => {
  const isRecord = (value: unknown): boolean =>
    typeof value === "object" && value !== null && "body" in value;
  for (const name of ["put", "add"] as const) {
    const store = Reflect.get(IDBObjectStore.prototype, name);
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function storeOnFullDisk(
      this: IDBObjectStore,
      value: unknown,
      key?: IDBValidKey,
    ) {
      if (isRecord(value)) throw new DOMException("full", "QuotaExceededError");
      return key === undefined ? store.call(this, value) : store.call(this, value, key);
    });
  }
  const device = await openScreens("/today");
  expect(device.store.sync.status()).toMatchObject({ isComplete: false, problem: { code: "storage-full" } });
  expect(await screen.findByRole("heading", { name: "Your things are still coming" })).toBeVisible();
  expect(screen.getByText(/is full\. What is saved on it is safe\. Take videos or apps/)).toBeVisible();
  expect(screen.getByRole("link", { name: /This \w+ is full/ })).toHaveAttribute("href", "/saved");
});
