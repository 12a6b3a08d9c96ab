import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { KindName } from "#model/id.ts";
import { wholeEntries } from "#model/views/whole-entries.ts";
import type { Records, StoredRecord } from "#store/store.ts";
import { pasteInto } from "#tests/support/browser/paste.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";

afterEach(() => void vi.restoreAllMocks());

const patience = { timeout: 20_000 };
const words = Array.from({ length: 20_000 }, (_, at) => `Sentence number ${at} of my day.\n`).join("");

/** The disk takes this much more and is full then, until there is room again. */
function fillDiskAfter(bytes: number): () => void {
  const put = Reflect.get(IDBObjectStore.prototype, "put");
  let taken = 0;
  const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function store(
    this: IDBObjectStore,
    value: unknown,
    key?: IDBValidKey,
  ) {
    taken += JSON.stringify(value).length;
    if (taken > bytes) throw new DOMException("full", "QuotaExceededError");
    return key === undefined ? put.call(this, value) : put.call(this, value, key);
  });
  return () => full.mockRestore();
}

function allOf<K extends KindName>(records: Records, kind: K): Promise<readonly StoredRecord<K>[]> {
  const { promise, resolve } = Promise.withResolvers<readonly StoredRecord<K>[]>();
  const stop = records.watchAll(kind, {}, resolve);
  return promise.finally(() => stop());
}

test(
  "[M14] a long paste on a disk that fills stays in the box, and goes on once and whole when there is room",
  { timeout: 90_000 },
  async () => {
    const device = await openScreens("/log/new");
    await screen.findByRole("textbox");
    const makeRoom = fillDiskAfter(500_000);
    await pasteInto("What did you do?", words);
    expect(await screen.findByText(/^Not saved/, {}, patience)).toBeVisible();
    expect(screen.getByRole("textbox")).toHaveValue(words);
    const stored = await allOf(device.store.records, "log-entry");
    expect(stored.map(({ value }) => value.did).join("")).toBe("");
    makeRoom();
    expect(await screen.findByText(/You are in part \d of \d/, {}, patience)).toBeVisible();
    await waitFor(() => expect(screen.getByText(/Saved on this/)).toBeVisible(), patience);
    const whole = wholeEntries(await allOf(device.store.records, "log-entry"));
    expect(whole.map(({ value }) => value.did)).toEqual([words]);
  },
);

test(
  "[M14] a long comment on a disk that fills is said once, also by somebody who went away meanwhile",
  { timeout: 90_000 },
  async () => {
    const device = await openScreens("/plan");
    const makeRoom = fillDiskAfter(500_000);
    await screen.findByRole("textbox", { name: "Say something" });
    await pasteInto("Say something", words);
    expect(await screen.findByText(/^Not saved/, {}, patience)).toBeVisible();
    await userEvent.click(screen.getByRole("link", { name: "Today" }));
    await waitFor(() => expect(screen.queryByText(/^Not saved/)).toBeNull());
    makeRoom();
    const said = async (): Promise<string> => {
      const comments = await allOf(device.store.records, "comment");
      return comments
        .toReversed()
        .map(({ value }) => value.words)
        .join("");
    };
    await expect.poll(said, patience).toBe(words);
  },
);
