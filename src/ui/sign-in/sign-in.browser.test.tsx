/** A visitor's screens stand on no store; the server is what `fetch` answers. */
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { deleteDatabases } from "#store/database/delete-databases.ts";
import { createDeviceDatabase } from "#store/device-database.ts";
import { iqbalsAccount, maisiesAccount } from "#tests/support/school-on-hand.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";
import { endSession, useSession } from "#ui/session/session.ts";
import { routes } from "#ui/routes.tsx";
import "#ui/kit/styles/index.css";

const code = "ABCD-2345";
let asked: { readonly path: string; readonly method: string; readonly body: string }[];

beforeEach(() => {
  asked = [];
  useSession.setState({ state: "signed-out" }, true);
  vi.stubGlobal("fetch", async (path: string, { method = "GET", body }: RequestInit = {}) => {
    asked.push({ path, method, body: typeof body === "string" ? body : "" });
    if (path.endsWith("/session/code/greeting") && body === JSON.stringify({ code }))
      return Response.json({ name: maisiesAccount.name, userName: maisiesAccount.userName });
    if (path.includes("/session/code/"))
      return Response.json({ problem: { code: "wrong-code" } }, { status: 403 });
    if (path.endsWith("/session") && method === "POST") return Response.json(iqbalsAccount);
    if (path.endsWith("/setup")) return Response.json({ state: "ready", demo: false });
    return Response.json({ problem: { code: "signed-out" } }, { status: 401 });
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const opens = (path: string): void => {
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  render(<RouterProvider router={router} />);
};

const press = async (name: string): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));

const field = (name: string): Promise<HTMLElement> => screen.findByLabelText(name, { selector: "input" });

/** Of the form that holds the password: the user name that a keeper of passwords puts beside it. */
const nameForKeeper = (password: HTMLElement): string | undefined => {
  const found = password.closest("form")?.querySelector<HTMLInputElement>("[autocomplete=username]");
  // Keepers look at fields for words alone.
  return found?.type === "text" ? found.value : undefined;
};

/** Nothing of them is left when the test is over. */
const forgetAfterwards = ({ person }: typeof iqbalsAccount): void =>
  onTestFinished(async () => {
    const session = useSession.getState();
    if (session.state === "signed-in") await session.store.close();
    await createDeviceDatabase().forget(person);
    await deleteDatabases(person);
  });

/** A colour of the tokens, as the browser says it. */
function colourOf(token: string): string {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = `var(${token})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Somebody signed in on this device, in another tab. */
async function signedInMeanwhile(account: typeof iqbalsAccount): Promise<void> {
  await createDeviceDatabase().arrive(account);
  forgetAfterwards(account);
}

test.for(["#100%", "#%E0%A4%A", "#ABCD-2"])(
  "a link that was cut or changed on its way says that its code is not right, and the code can be typed: %s",
  async (hash) => {
    opens(`/code${hash}`);
    expect(await screen.findByText(/^That code is not right/)).toBeVisible();
    await userEvent.clear(await field("Your code"));
    await userEvent.type(await field("Your code"), code);
    await press("Next");
    expect(await screen.findByRole("heading", { name: "Hello, Maisie Thornton" })).toBeVisible();
  },
);

test("the whole link may be pasted for a code, and a whole letter is only a code that is not right", async () => {
  opens("/code");
  await userEvent.click(await field("Your code"));
  await userEvent.paste("This is a letter. ".repeat(30));
  await press("Next");
  expect(await screen.findByText(/^That code is not right/)).toBeVisible();
  expect(asked.filter(({ path, body }) => path.length + body.length > 160)).toEqual([]);
  await userEvent.clear(await field("Your code"));
  await userEvent.paste(`https://waymark.a-school-with-a-long-name.example/code#${code} `);
  await press("Next");
  expect(await screen.findByRole("heading", { name: "Hello, Maisie Thornton" })).toBeVisible();
});

test("a code is in no address that is asked, since proxies write addresses down", async () => {
  opens(`/code#${code}`);
  await userEvent.type(await field("Choose a password"), "map and boots");
  expect(asked.map(({ path }) => path)).toContain("/api/session/code/greeting");
  expect(asked.filter(({ path }) => path.includes(code))).toEqual([]);
});

test("no keyboard mends what is typed to sign in, also while the password is shown", async () => {
  opens("/sign-in");
  const [name, password] = [await field("User name"), await field("Password")];
  await press("Show");
  for (const box of [name, password])
    expect(box).toMatchObject({ autocapitalize: "none", spellcheck: false, type: "text" });
  cleanup();
  opens("/code");
  expect(await field("Your code")).toMatchObject({ autocapitalize: "characters", spellcheck: false });
});

test("each form with a password tells a keeper of passwords whose it is", async () => {
  opens(`/code#${code}`);
  expect(nameForKeeper(await field("Choose a password"))).toBe("maisie");
  cleanup();
  const screens = await openScreens("/sign-in?again=1");
  expect(nameForKeeper(await field("Password"))).toBe("maisie");
  await screens.reload("/me");
  await press("Change my password");
  expect(nameForKeeper(await field("Your new password"))).toBe("maisie");
});

test("a code is not used on a device where somebody else is signed in", async () => {
  await openScreens(`/code#${code}`, [], iqbalsAccount);
  expect(await screen.findByRole("heading", { name: "Farida Iqbal is signed in here" })).toBeVisible();
  const onward = screen.getByRole("link", { name: "Go to Me" });
  expect(onward).toHaveAttribute("href", "/me");
  // A link as the next step is read on the sign's own colour, not in that of links.
  expect(getComputedStyle(onward).color).toBe(colourOf("--on-accent"));
  expect(screen.queryByLabelText("Choose a password", { selector: "input" })).toBeNull();
});

test("whoever is signed in here may use a code of their own, for a new password", async () => {
  await openScreens(`/code#${code}`);
  expect(await field("Choose a password")).toBeVisible();
});

test("a page left open from before somebody signed in lets nobody else in beside them", async () => {
  opens("/sign-in");
  await field("User name");
  await signedInMeanwhile(iqbalsAccount);
  await userEvent.type(await field("User name"), "maisie");
  await userEvent.type(await field("Password"), "map and boots");
  await press("Sign in");
  await waitFor(() => expect(useSession.getState()).toMatchObject({ account: iqbalsAccount }));
  expect(await screen.findByRole("alertdialog", { name: /^Farida Iqbal is signed in here/ })).toBeVisible();
  expect(asked.filter(({ method, path }) => method === "POST" && path.endsWith("/session"))).toEqual([]);
});

test("whoever signs in after somebody else signed out begins at their own start, not where the other one was", async () => {
  await openScreens("/me");
  await screen.findByRole("button", { name: "Sign out" });
  endSession();
  forgetAfterwards(iqbalsAccount);
  await userEvent.type(await field("User name"), "f.iqbal");
  await userEvent.type(await field("Password"), "map and boots");
  await press("Sign in");
  expect(await screen.findByRole("heading", { name: "Caseload" })).toBeVisible();
});

test("whoever followed a link before signing in comes where it leads", async () => {
  opens("/me");
  forgetAfterwards(iqbalsAccount);
  await userEvent.type(await field("User name"), "f.iqbal");
  await userEvent.type(await field("Password"), "map and boots");
  await press("Sign in");
  expect(await screen.findByRole("button", { name: "Change my password" })).toBeVisible();
});
