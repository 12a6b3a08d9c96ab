/** Opens somebody's screens in a test's page: the app's own routes over a real store in the browser's own database. */
import { render } from "@testing-library/react";
import { createMemoryRouter, parsePath, RouterProvider } from "react-router";
import { onTestFinished } from "vitest";
import { deleteDatabases } from "#store/database/delete-databases.ts";
import type { Account } from "#store/account.ts";
import { openStore } from "#store/open-store.ts";
import type { Store } from "#store/store.ts";
import { routes } from "#ui/routes.tsx";
import { useSession } from "#ui/session/session.ts";
import "#ui/kit/styles/index.css";
import { around, maisiesAccount, schoolOnHand } from "#tests/support/school-on-hand.ts";
import { silence } from "./stores.ts";

/** A device in a test. */
export interface OpenScreens {
  readonly store: Store;
  readonly server: ReturnType<typeof schoolOnHand>;
  /** What a reload does: lets go of the store and shows this address from what is stored. */
  reload(path: string): Promise<void>;
}

/**
 * Shows an address to the learner, or to `account`; the server already holds `records` and the people around them.
 * When the test is over, the device is closed and what it stored is gone.
 */
export async function openScreens(
  path: string,
  records: Parameters<typeof schoolOnHand>[0] = [],
  account: Account = maisiesAccount,
): Promise<OpenScreens> {
  await deleteDatabases(account.person);
  const server = schoolOnHand([...around(), ...records], account.person);
  const show = async (address: string) => {
    const opened = await openStore(account, { transport: server, hangDoorbell: silence });
    if (!opened.ok) throw new Error(opened.problem.code);
    await opened.value.sync.sendNow();
    useSession.setState({ state: "signed-in", account, store: opened.value }, true);
    const root = document.body.appendChild(document.createElement("div"));
    root.id = "root";
    // Each time another place in the tab's history, so that nothing a test left in one is there in the next.
    const entry = { ...parsePath(address), key: crypto.randomUUID() };
    const shown = render(
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: [entry] })} />,
      {
        container: root,
      },
    );
    const close = async (): Promise<void> => {
      shown.unmount();
      root.remove();
      await opened.value.close();
    };
    return { store: opened.value, close };
  };
  let current = await show(path);
  onTestFinished(async () => {
    await current.close();
    await deleteDatabases(account.person);
  });
  return {
    get store() {
      return current.store;
    },
    server,
    reload: async (address) => {
      await current.close();
      current = await show(address);
    },
  };
}
