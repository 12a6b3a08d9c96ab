/** What is said beside any place to write. */
export const typed = {
  full: "This box is full. The words in it are safe. What you added last did not fit. If you copied it, you still have it. Put it in a comment or a log entry.",
} as const;
