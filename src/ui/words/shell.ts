/** Words around the screens: the places of the bar, opening, updating, and when something breaks. */

export const shell = {
  opening: "Opening",
  notFound: {
    title: "This page is not here",
    words: "The address may be wrong, or it was taken away. Nothing of yours is lost.",
    action: "Go to Today",
  },
  broken: {
    title: "Something broke on this page",
    words: "What you wrote is safe on this device. Open the page again to carry on.",
    action: "Open it again",
    detail: "For the person who helps you:",
  },
  cannotOpen: {
    title: "Your things can’t be opened just now",
    words: "They are still on this device. Close other Waymark windows, then try again.",
    action: "Try again",
  },
  readingLocked: {
    title: "Connect to read on",
    words:
      "This device has not met the server for 30 days. Everything on it is kept, and what you wrote will be sent.",
    kept: (things: string, number: number) =>
      `${things} you wrote ${number === 1 ? "waits" : "wait"} here to be sent.`,
    action: "Try now",
  },
  cleared: {
    title: "The browser cleared what was kept here",
    words: "What was sent is safe at your school. What you see here comes along when you sign in again.",
    action: "Sign in again",
  },
  update: {
    title: "A new Waymark is ready",
    words: "It takes a moment. What you wrote is kept.",
    now: "Use it now",
    later: "Later",
    notSaved: "Something is not saved yet. Try again in a moment.",
  },
} as const;

/** The places of a learner's bar. */
export const places = { today: "Today", log: "My log", plan: "My plan", me: "Me" } as const;
