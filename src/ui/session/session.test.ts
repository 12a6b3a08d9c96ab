import { expect, test } from "vitest";
import { addWaitingWords, flushOpenEditors, haveWaitingWords } from "#ui/open-editors.ts";
import { maisiesAccount } from "#tests/support/school-on-hand.ts";
import type { Store } from "#store/store.ts";
import { endSession, useSession } from "./session.ts";

test("[L8] whoever uses a tab next is not asked to stay, nor kept waiting, for words of the one before", async () => {
  useSession.setState({ state: "signed-in", account: maisiesAccount, store: {} as Store }, true);
  addWaitingWords({ flush: () => new Promise<never>(() => undefined) });
  expect(haveWaitingWords()).toBe(true);
  endSession();
  expect(haveWaitingWords()).toBe(false);
  expect(await flushOpenEditors()).toEqual({ ok: true, value: true });
});
