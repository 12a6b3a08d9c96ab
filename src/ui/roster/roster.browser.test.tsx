import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RosterPreview } from "#model/wire/roster-preview.ts";
import { iqbalsAccount } from "#tests/support/school-on-hand.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";

const none = { inFile: 0, toAdd: 0, toChange: 0, leaving: 0 };

const physics = { sourcedId: "c1", title: "Physics", kind: "class", learners: 3, staff: 1 } as const;
const history = { sourcedId: "c2", title: "History", kind: "class", learners: 2, staff: 1 } as const;

const previewWith = (ticked: readonly string[]): RosterPreview => ({
  id: `preview of ${ticked.join(" and ")}`,
  organisation: "Thornfield School",
  expiresAt: 0,
  counts: { learners: { ...none, inFile: 5, toAdd: 5 }, tutors: none, otherStaff: none },
  programmes: [{ programme: "Joinery", learners: 2 }],
  problems: [
    {
      file: "users.csv",
      line: 7,
      otherLines: [],
      code: "name-missing",
      effect: "left-out",
      detail: "Line 7 names nobody.",
    },
  ],
  groups: [physics, history].map((group) => ({ ...group, ticked: ticked.includes(group.sourcedId) })),
  whoSeesWhom: [],
  seenByNobody: [],
  leavers,
  manyLeavers: false,
  relativesLeftOut: 0,
  changesNothing: false,
});

/** Who is here by an earlier list and not in this one. */
let leavers: RosterPreview["leavers"];

/** Questions for a preview that wait for their answer, by what is ticked in them. */
let questions: { readonly ticked: readonly string[]; readonly answer: () => void }[];
let isSlow: boolean;
let imported: unknown[];

function preview(path: string): Promise<Response> {
  const ticked = new URL(path, location.href).searchParams.get("ticked")?.split(",") ?? [];
  const { promise, resolve } = Promise.withResolvers<Response>();
  const answer = (): void => resolve(Response.json(previewWith(ticked)));
  if (isSlow) questions.push({ ticked, answer });
  else answer();
  return promise;
}

beforeEach(() => {
  leavers = [];
  questions = [];
  imported = [];
  isSlow = false;
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (path.includes("/roster/preview")) return preview(path);
    imported.push(JSON.parse(init.body as string));
    return Response.json({ added: 5, changed: 0, left: 0, linksAdded: 0, linksEnded: 0, people: [] });
  });
});

afterEach(() => vi.unstubAllGlobals());

async function chooseFile(before?: () => void): Promise<void> {
  await openScreens("/roster", [], iqbalsAccount);
  await screen.findByRole("button", { name: "Choose a file" });
  before?.();
  const field = document.querySelector<HTMLInputElement>("input[type=file]");
  if (!field) throw new Error("there is no field for a file");
  await userEvent.upload(field, new File(["a list"], "list.csv", { type: "text/csv" }));
}

const press = async (name: RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));

test("a problem is named by file and line, and nothing is brought in before it is confirmed", async () => {
  await chooseFile();
  expect(await screen.findByText("users.csv")).toBeVisible();
  expect(screen.getByText("line 7")).toBeVisible();
  await press(/^Go on/);
  expect(imported).toEqual([]);
  await press(/^Add 5/);
  expect(await screen.findByRole("heading", { name: "They are in" })).toBeVisible();
  expect(imported).toHaveLength(1);
});

test("who is missing from a list leaves: that is said before one is chosen, and who and how many before it is done", async () => {
  leavers = [
    { sourcedId: "p1", name: "Maisie Thornton" },
    { sourcedId: "p2", name: "محمد علي" },
  ];
  await chooseFile(() =>
    expect(screen.getByText(/People from an earlier list who are not in this file will leave/)).toBeVisible(),
  );
  expect(await screen.findByText(/^2 people would leave/)).toBeVisible();
  expect(screen.getByText("Maisie Thornton")).toBeVisible();
  expect(screen.getByText("محمد علي")).toHaveAttribute("dir", "auto");
  await press(/^Go on/);
  expect(await screen.findByRole("button", { name: "Add 5, let 2 leave" })).toBeVisible();
  expect(imported).toEqual([]);
});

test("the programmes a file names are there to check, each with its learners", async () => {
  await chooseFile();
  expect(await screen.findByRole("heading", { name: "Programmes in the file" })).toBeVisible();
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toContain("Joinery 2 learners");
});

test("two classes ticked one after the other both make tutors, however late the first count comes", async () => {
  await chooseFile();
  await press(/^Go on/);
  isSlow = true;
  await userEvent.click(await screen.findByRole("checkbox", { name: /Physics/ }));
  await userEvent.click(screen.getByRole("checkbox", { name: /History/ }));
  questions[1]?.answer();
  questions[0]?.answer();
  await waitFor(() => expect(screen.getByRole("button", { name: /^Add 5/ })).toBeEnabled());
  await press(/^Add 5/);
  await waitFor(() => expect(imported).toEqual([{ preview: "preview of c1 and c2", ticked: ["c1", "c2"] }]));
});
