/** A visitor's screens stand on no store; the server is what `fetch` answers. */
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ProblemCode } from "#model/outcome.ts";
import type { SetUpState } from "#model/wire/api.ts";
import { useSession } from "#ui/session/session.ts";
import { routes } from "#ui/routes.tsx";
import "#ui/kit/styles/index.css";

const token = "words-from-the-terminal";

let state: SetUpState;
/** What was sent to be set up, and what the server answers to it. */
let sent: unknown[];
let refusal: { readonly status: number; readonly code: ProblemCode };

beforeEach(() => {
  state = { state: "fresh", demo: false };
  sent = [];
  refusal = { status: 403, code: "not-allowed" };
  useSession.setState({ state: "signed-out" }, true);
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    if (init?.method !== "POST") return Response.json(state);
    sent.push(JSON.parse(init.body as string));
    if (path.endsWith("/demo")) return Response.json(demo);
    return Response.json({ problem: { code: refusal.code } }, { status: refusal.status });
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const demo = {
  password: "map and boots",
  people: [
    { name: "Farida Iqbal", role: "tutor", userName: "f.iqbal" },
    { name: "Gaz Pugh", role: "provider-staff", userName: "g.pugh" },
  ],
};

const opens = (path: string): void => {
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  render(<RouterProvider router={router} />);
};

const press = async (name: string): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));

const fills = async (given: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, words] of Object.entries(given))
    await userEvent.type(screen.getByLabelText(name, { selector: "input" }), words);
};

const whole = {
  "What is your organisation called?": "Hill School",
  "Your name": "Ann Ward",
  "Choose a user name": "a.ward",
  "Choose a password": "nine wet boots",
};

test("an organisation is set up with the token of the link, which is not asked for again", async () => {
  opens(`/set-up#token=${token}`);
  await press("Set up");
  expect(await screen.findByRole("heading", { name: "Name it, and say who looks after it" })).toBeVisible();
  expect(screen.queryByLabelText("The code from the terminal")).toBeNull();
  await fills(whole);
  await userEvent.click(screen.getByRole("radio", { name: "College" }));
  await press("Go on: bring in people");
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    token,
    organisation: "Hill School",
    type: "college",
    name: "Ann Ward",
    userName: "a.ward",
    password: "nine wet boots",
  });
});

test("without a link its code is asked for, and sent without the spaces around it", async () => {
  opens("/set-up");
  await press("Set up");
  await screen.findByLabelText("The code from the terminal");
  await fills({ "The code from the terminal": ` ${token} `, ...whole });
  await press("Go on: bring in people");
  await waitFor(() => expect(sent).toMatchObject([{ token }]));
});

test("what is missing is said at its field, and nothing is sent", async () => {
  opens(`/set-up#token=${token}`);
  await press("Set up");
  await screen.findByLabelText("Your name");
  await fills({ "Your name": "Ann Ward", "Choose a password": "short" });
  await press("Go on: bring in people");
  expect(screen.getByLabelText("What is your organisation called?")).toBeInvalid();
  expect(screen.getByLabelText("What is your organisation called?")).toHaveAccessibleDescription(
    /Fill this in/,
  );
  expect(screen.getByLabelText("Your name")).toBeValid();
  expect(screen.getByLabelText("Choose a password", { selector: "input" })).toBeInvalid();
  expect(sent).toEqual([]);
});

test("a link that is not right is said, its code can be put in by hand, and what was filled in stays", async () => {
  refusal = { status: 403, code: "wrong-code" };
  opens(`/set-up#token=${token}`);
  await press("Set up");
  await screen.findByLabelText("Your name");
  await fills(whole);
  await press("Go on: bring in people");
  expect(await screen.findByText(/^That code is not right/)).toBeVisible();
  expect(screen.getByLabelText("Your name")).toHaveValue("Ann Ward");
  await userEvent.clear(screen.getByLabelText("The code from the terminal"));
  await fills({ "The code from the terminal": "another" });
  await press("Go on: bring in people");
  await waitFor(() => expect(sent).toMatchObject([{ token }, { token: "another" }]));
  await press("Back");
  expect(await screen.findByRole("button", { name: "Set up" })).toBeVisible();
});

test("the demo school says who is in it, and the one password they share", async () => {
  opens(`/set-up#token=${token}`);
  await press("Look round");
  const people = await screen.findByRole("table", { name: "People of the demo school" });
  const [, ...rows] = within(people).getAllByRole("row");
  const told = rows.map((row) =>
    within(row)
      .getAllByRole("cell")
      .map((cell) => cell.textContent),
  );
  expect(told).toEqual([
    ["Farida Iqbal", "Tutor", "f.iqbal"],
    ["Gaz Pugh", "Off-site staff", "g.pugh"],
  ]);
  expect(screen.getByText("map and boots")).toBeVisible();
  expect(screen.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/sign-in");
  expect(sent).toEqual([{ token }]);
});

test("a server that has been set up leads to the sign-in instead", async () => {
  state = { state: "ready", demo: false };
  opens("/set-up");
  expect(await screen.findByRole("heading", { name: "This has been set up already" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/sign-in");
  expect(screen.queryByRole("button", { name: "Set up" })).toBeNull();
});

test("an address that is not safe is named before anything is typed", async () => {
  state = { state: "fresh", demo: false, insecure: true };
  opens("/set-up");
  expect(await screen.findByText(/This address is not safe to use/)).toBeVisible();
});
