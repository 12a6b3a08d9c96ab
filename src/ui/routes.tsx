/** Every address of the app. Each page is a file of its own, fetched when first needed and kept offline by the service worker. */
import type { ComponentType } from "react";
import { createBrowserRouter } from "react-router";
import type { RouteObject } from "react-router";
import { readAhead } from "./read-ahead.ts";
import { Broken } from "./shell/Broken.tsx";
import { NotFound } from "./shell/NotFound.tsx";
import { Opening } from "./shell/Opening.tsx";
import { Root } from "./shell/Root.tsx";
import { LearnersOnly, SignedIn, StaffOnly, ToHome } from "./shell/SignedIn.tsx";

/** `ahead` names what it shows, where that is read while the page is fetched. */
const page = (
  path: string,
  load: () => Promise<ComponentType>,
  ahead?: Parameters<typeof readAhead>[0],
): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
  // What the same page shows by another question in its address is live already.
  ...(ahead ? { loader: readAhead(ahead), shouldRevalidate: () => false } : {}),
});

const visitors: RouteObject[] = [
  page("sign-in", async () => (await import("#ui/sign-in/SignIn.tsx")).SignIn),
  page("code", async () => (await import("#ui/sign-in/FirstTime.tsx")).FirstTime),
  page("set-up", async () => (await import("#ui/set-up/SetUp.tsx")).SetUp),
];

const learners: RouteObject[] = [
  page("today", async () => (await import("#ui/home/Today.tsx")).Today, "today"),
  page("log", async () => (await import("#ui/log/MyLog.tsx")).MyLog, "log"),
  page("log/new", async () => (await import("#ui/log/write/WriteEntry.tsx")).WriteEntry),
  page("log/removed", async () => (await import("#ui/log/RemovedEntries.tsx")).RemovedEntries),
  page("log/:id/write", async () => (await import("#ui/log/write/WriteEntry.tsx")).WriteEntry),
  page("plan", async () => (await import("#ui/plan/MyPlan.tsx")).MyPlan, "plan"),
  page("plan/target/:id", async () => (await import("#ui/plan/MyTarget.tsx")).MyTarget),
  page("prepare/:id", async () => (await import("#ui/prepare/Prepare.tsx")).Prepare),
];

const staff: RouteObject[] = [
  page("caseload", async () => (await import("#ui/caseload/Caseload.tsx")).Caseload),
  page("learner/:id", async () => (await import("#ui/learner/LearnerPage.tsx")).LearnerPage),
  page("people", async () => (await import("#ui/people/People.tsx")).People),
  page("safeguarding", async () => (await import("#ui/safeguarding/Safeguarding.tsx")).Safeguarding),
  page("safeguarding/:id", async () => (await import("#ui/safeguarding/OpenPrivate.tsx")).OpenPrivate),
  page("roster", async () => (await import("#ui/roster/RosterPage.tsx")).RosterPage),
];

const everyone: RouteObject[] = [
  { index: true, Component: ToHome },
  { Component: LearnersOnly, children: learners },
  { Component: StaffOnly, children: staff },
  page("log/:id", async () => (await import("#ui/log/EntryPage.tsx")).EntryPage, "entry"),
  page("me", async () => (await import("#ui/me/Me.tsx")).Me),
  page("saved", async () => (await import("#ui/sync-status/SavedPage.tsx")).SavedPage),
  page("settle/:id/:field", async () => (await import("#ui/plan/answers/TwoAnswers.tsx")).TwoAnswers),
  page("review/:id", async () => (await import("#ui/review/ReviewPage.tsx")).ReviewPage),
];

/** The app's addresses, for a browser or for a test's memory. */
export const routes: RouteObject[] = [
  {
    Component: Root,
    HydrateFallback: Opening,
    children: [
      {
        ErrorBoundary: Broken,
        children: [
          ...visitors,
          { Component: SignedIn, children: everyone },
          { path: "*", Component: NotFound },
        ],
      },
    ],
  },
];

/** Routing by the browser's own history. */
export const createRouter = () => createBrowserRouter(routes);
