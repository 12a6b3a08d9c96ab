import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Problem } from "#model/outcome.ts";
import { listLimitBytes } from "#model/wire/roster-preview.ts";
import type { RosterPreview } from "#model/wire/roster-preview.ts";
import { iqbalsAccount } from "#tests/support/school-on-hand.ts";
import { openScreens } from "#tests/support/browser/screens.tsx";

const none = { inFile: 0, toAdd: 0, toChange: 0, leaving: 0 };

const physics = { sourcedId: "c1", title: "Physics", kind: "class", learners: 3, staff: 1 } as const;
const history = { sourcedId: "c2", title: "History", kind: "class", learners: 2, staff: 1 } as const;

const homeroom = { sourcedId: "h1", title: "10B", kind: "homeroom", learners: 5, staff: 1 } as const;

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
  groups: [homeroom, physics, history].map((group) => ({
    ...group,
    ticked: ticked.includes(group.sourcedId),
  })),
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
/** What the server refuses from now on, and why. */
let refused: { readonly path: string; readonly problem: Problem } | undefined;
let imported: unknown[];
/** The lists that were sent to be looked at. */
let previewed: string[];

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
  previewed = [];
  isSlow = false;
  refused = undefined;
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (refused && path.includes(refused.path))
      return Response.json({ problem: refused.problem }, { status: 422 });
    if (path.includes("/roster/preview")) previewed.push(await (init.body as Blob).text());
    if (path.includes("/roster/preview")) return preview(path);
    imported.push(JSON.parse(init.body as string));
    return Response.json({ added: 5, changed: 0, left: 0, linksAdded: 0, linksEnded: 0, people: [] });
  });
});

afterEach(() => vi.unstubAllGlobals());

const aList = (): File => new File(["a list"], "list.csv", { type: "text/csv" });

async function chooseFile(before?: () => void, file = aList()): Promise<void> {
  await openScreens("/roster", [], iqbalsAccount);
  await screen.findByRole("button", { name: "Choose a file" });
  before?.();
  const field = document.querySelector<HTMLInputElement>("input[type=file]");
  if (!field) throw new Error("there is no field for a file");
  await userEvent.upload(field, file);
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

test.for([
  ["workbook", /^This is a workbook\. Nothing was changed\. Open it, save it as CSV/],
  ["not-a-list", /^This is a picture or a document, not a list\. Nothing was changed\..*Save it as CSV/],
  ["no-header", /^No column in this file is called “role”/],
  ["something newer", /^This file could not be read\. Nothing was changed/],
] as const)("a list that cannot be read is refused with what to do: %s", async ([detail, words]) => {
  refused = { path: "/roster/preview", problem: { code: "roster-unreadable", detail } };
  await chooseFile();
  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.getByRole("button", { name: "Choose a file" })).toBeEnabled();
});

test("a file that no server would take is not sent", async () => {
  const large = aList();
  Object.defineProperty(large, "size", { value: listLimitBytes + 1 });
  await chooseFile(undefined, large);
  expect(await screen.findByText(/^This file is too large\. Nothing was changed/)).toBeVisible();
  expect(previewed).toEqual([]);
});

test("an empty file is refused, and is not sent", async () => {
  await chooseFile(undefined, new File([], "list.csv", { type: "text/csv" }));
  expect(await screen.findByText(/^This file could not be read\. Nothing was changed/)).toBeVisible();
  expect(previewed).toEqual([]);
});

test("a homeroom makes tutors by itself: it is ticked and cannot be unticked", async () => {
  await chooseFile();
  await press(/^Go on/);
  const box = await screen.findByRole("checkbox", { name: /10B/ });
  expect(box).toBeChecked();
  expect(box).toBeDisabled();
  expect(screen.getByRole("checkbox", { name: /Physics/ })).not.toBeChecked();
});

test("every question is about the file as it was first read, and one that changed meanwhile is no lack of signal", async () => {
  const changing = aList();
  const whole = changing.arrayBuffer.bind(changing);
  let reads = 0;
  changing.arrayBuffer = async () => {
    reads += 1;
    if (reads > 1) throw new DOMException("changed", "NotReadableError");
    return whole();
  };
  await chooseFile(undefined, changing);
  await press(/^Go on/);
  await userEvent.click(await screen.findByRole("checkbox", { name: /Physics/ }));
  await waitFor(() => expect(previewed).toEqual(["a list", "a list"]));
  await userEvent.click(await screen.findByRole("link", { name: "Back" }));
  await userEvent.click(await screen.findByRole("link", { name: "Back" }));
  const field = document.querySelector<HTMLInputElement>("input[type=file]");
  if (!field) throw new Error("there is no field for a file");
  await userEvent.upload(field, changing);
  expect(await screen.findByText(/^This file could not be read\. Nothing was changed/)).toBeVisible();
});

test("a class whose tick was not counted is not shown as ticked, nor brought in as such", async () => {
  await chooseFile();
  await press(/^Go on/);
  refused = { path: "/roster/preview", problem: { code: "server-failed" } };
  const box = await screen.findByRole("checkbox", { name: /Physics/ });
  await userEvent.click(box);
  expect(await screen.findByText(/^Something is wrong at the other end/)).toBeVisible();
  await waitFor(() => expect(screen.getByRole("checkbox", { name: /Physics/ })).not.toBeChecked());
  await press(/^Add 5/);
  await waitFor(() => expect(imported).toMatchObject([{ ticked: [] }]));
});

test("a list that was brought in already, or was followed by another, says so", async () => {
  await chooseFile();
  await press(/^Go on/);
  refused = { path: "/roster/import", problem: { code: "not-found" } };
  await press(/^Add 5/);
  expect(
    await screen.findByText(/^This list was brought in already, or another was looked at/),
  ).toBeVisible();
});
