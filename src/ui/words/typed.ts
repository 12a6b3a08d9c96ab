/** What is said beside any place to write. */
export const typed = {
  full: "That does not fit in this box. The words in it are safe. If you copied something, you still have it. Put it in a comment or a log entry.",
  takenOut: (words: string) => `Taken out: ${words}`,
} as const;
