/** Words that stand on screens of every kind. */

/** What buttons, regions and pages are called, and somebody whose name is not known. */
export const everywhere = {
  product: "Waymark",
  pageTitle: (page: string) => `${page} · Waymark`,
  main: "Main",
  skip: "Go to the main part",
  close: "Close",
  back: "Back",
  done: "Done",
  undo: "Undo",
  change: "Change",
  cancel: "Cancel",
  clear: "Clear",
  news: "News",
  loading: "Coming from this device",
  hearIt: "Hear it",
  stopHearing: "Stop",
  listen: "Listen",
  someone: "Someone you work with",
  you: "You",
  tryAgain: "Try again",
} as const;
