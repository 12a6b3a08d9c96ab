/** Words of the comment box on staff screens. */
export const commentBox = {
  label: "Comment",
  say: (name: string) => `Say something to ${name}`,
  seenBy: (name: string) => ({ who: name, rest: " and their team will see it, as you write" }),
  done: "Done",
  none: (name: string) => `Nobody has said anything to ${name} yet.`,
  aboutPlan: "About the plan",
  aboutTarget: (what: string) => `About “${what}”`,
  aboutEntry: "About a log entry",
  aboutReview: "About a review",
  earlier: (number: number) => (number === 1 ? "1 earlier comment" : `${number} earlier comments`),
  remove: "Take it back",
  removed: "Comment taken back",
} as const;
